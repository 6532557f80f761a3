'use server';

import { redirect } from 'next/navigation';
import { asSystem } from '@/db/doors';
import { deliver } from '@/lib/mail/deliver';
import { signInRequest } from '@/lib/people/schema';
import { createSignInLink } from '@/lib/people/sign-in-links';
import { definePublicAction } from '@/lib/server/define-action';
import { environment } from '@/lib/server/environment';

/** Sends a sign-in link to a known address. Known or not, the answer is the same. */
export const requestSignIn = definePublicAction({
  input: signInRequest,
  limit: { name: 'sign-in', points: 10, seconds: 600 },
  run: async ({ input }) => {
    const { origin, authSecret } = environment();
    const link = await asSystem((tx) =>
      createSignInLink(tx, input.email, { origin, secret: authSecret, now: new Date() }),
    );
    if (link) {
      await deliver({
        recipient: input.email,
        subject: 'Your sign-in link',
        body: 'Open this link to sign in to Walk Position. It works once, for fifteen minutes. If you did not ask for it, ignore this mail.',
        link,
      });
    }
    redirect('/sign-in/check');
  },
});
