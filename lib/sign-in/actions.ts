'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { asSystem } from '@/db/doors';
import { definePublicAction } from '@/lib/server/define-action';
import { environment } from '@/lib/server/environment';
import { notFound } from '@/lib/server/errors';
import { redeemSignInLink } from '@/lib/sign-in/links';
import { localPath } from '@/lib/sign-in/local-path';
import { mailSignInLink } from '@/lib/sign-in/mail';
import { startWithIssuer } from '@/lib/sign-in/oidc';
import { linkToRedeem, nextPath, signInRequest } from '@/lib/sign-in/schema';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { openSession } from '@/lib/sign-in/sessions';

/**
 * Sends a sign-in link to a known address. Known or not, the answer is the same and takes the same time: nobody is
 * looked up before it has gone out.
 */
export const requestSignIn = definePublicAction({
  input: signInRequest,
  limit: { name: 'sign-in', points: 10, seconds: 600 },
  limitAbout: ({ email }) => ({ limit: { name: 'sign-in-address', points: 5, seconds: 900 }, subject: email }),
  run: async ({ input }) => {
    after(() => mailSignInLink(input));
    redirect('/sign-in/check');
  },
});

/** The button on the page behind a sign-in link. */
export const redeemLink = definePublicAction({
  input: linkToRedeem,
  limit: { name: 'redeem', points: 20, seconds: 600 },
  run: async ({ input }) => {
    const userAgent = (await headers()).get('user-agent');
    const replaces = await presentedToken();
    const signedIn = await asSystem(async (tx) => {
      const redeemed = await redeemSignInLink(tx, input.token);
      if (redeemed) {
        const opened = await openSession(tx, { userId: redeemed.userId, method: 'link', userAgent, replaces });
        return { opened, next: redeemed.next };
      }
      await recordSecurityEvent(tx, { kind: 'sign-in.refused', detail: { method: 'link', reason: 'spent' } });
      return null;
    });
    if (!signedIn) redirect('/sign-in?refused=spent');
    await keepSession(signedIn.opened);
    redirect(localPath(signedIn.next));
  },
});

/** To the organisation's own sign-in. */
export const signInWithIssuer = definePublicAction({
  input: z.object({ next: nextPath }),
  limit: { name: 'issuer', points: 20, seconds: 600 },
  run: ({ input }) => {
    if (!environment().oidc) throw notFound();
    return startWithIssuer(input.next);
  },
});
