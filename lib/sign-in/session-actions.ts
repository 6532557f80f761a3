'use server';

import { z } from 'zod';
import { asSystem } from '@/db/doors';
import { defineAction } from '@/lib/server/define-action';
import { forgetSignInLinks } from '@/lib/sign-in/links';
import { revokeEverySession, revokeSession } from '@/lib/sign-in/revocation';
import { dropSession } from '@/lib/sign-in/session-cookie';

export const endSession = defineAction({
  input: z.object({ sessionId: z.uuid() }),
  may: () => 'self',
  run: ({ tx, actor, input }) => revokeSession(tx, actor, input.sessionId),
  refresh: () => ['/account'],
});

/** Ends every session, this one too, and the links that could begin one. */
export const signOutEverywhere = defineAction({
  input: z.object({}),
  may: () => 'self',
  run: async ({ tx, actor }) => {
    await asSystem((system) => forgetSignInLinks(system, actor.userId));
    await revokeEverySession(tx, actor);
    await dropSession();
  },
  refresh: () => ['/'],
  leadsTo: () => '/sign-in',
});
