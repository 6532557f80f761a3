'use server';

import { and, eq } from 'drizzle-orm';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { asSystem } from '@/db/doors';
import { passkeys } from '@/db/schema/sign-in';
import { defineAction, definePublicAction } from '@/lib/server/define-action';
import { DomainError, notFound } from '@/lib/server/errors';
import { mailPasskeyChange } from '@/lib/sign-in/mail';
import { passkeyAnswer, passkeyName, registrationAnswer } from '@/lib/sign-in/passkey-schema';
import { addPasskey as add, mostPasskeys, registrationOptions, signerOf, signInOptions } from '@/lib/sign-in/passkeys';
import { nextPath } from '@/lib/sign-in/schema';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { openSession } from '@/lib/sign-in/sessions';
import { proveFreshly } from '@/lib/sign-in/step-up';

const notAccepted = () =>
  new DomainError({ code: 'refused', message: 'That passkey was not accepted. Try again, or use an e-mail link.' });

/** What the browser needs to ask for any passkey of this site. */
export const beginPasskeySignIn = definePublicAction({
  input: z.object({}),
  limit: { name: 'passkey', points: 30, seconds: 600 },
  run: () => asSystem(signInOptions),
});

export const signInWithPasskey = definePublicAction({
  input: z.object({ answer: passkeyAnswer, next: nextPath }),
  limit: { name: 'passkey', points: 30, seconds: 600 },
  run: async ({ input }) => {
    const userAgent = (await headers()).get('user-agent');
    const replaces = await presentedToken();
    const opened = await asSystem(async (tx) => {
      const signer = await signerOf(tx, input.answer, 'sign-in');
      if (signer) return openSession(tx, { userId: signer.userId, method: 'passkey', userAgent, replaces });
      await recordSecurityEvent(tx, { kind: 'sign-in.refused', detail: { method: 'passkey' } });
      return null;
    });
    if (!opened) throw notAccepted();
    await keepSession(opened);
    redirect(input.next);
  },
});

const freshly = z.object({ stepUpId: z.uuid().optional() });

/** What the browser needs to make a passkey, for somebody who has proved themselves within ten minutes. */
export const beginPasskey = defineAction({
  input: freshly,
  may: () => 'self',
  run: async ({ tx, actor, input }) => {
    const mine = await tx.select({ id: passkeys.id }).from(passkeys);
    if (mine.length >= mostPasskeys) {
      throw new DomainError({
        code: 'refused',
        message: `Nobody needs more than ${mostPasskeys} passkeys. Remove one first.`,
      });
    }
    await proveFreshly(tx, actor, { ...input, purpose: 'passkeys.change' });
    return asSystem((system) => registrationOptions(system, actor));
  },
  refresh: () => [],
});

export const addPasskey = defineAction({
  input: z.object({ name: passkeyName, answer: registrationAnswer }),
  may: () => 'self',
  run: async ({ actor, input }) => {
    const { userId } = actor;
    const added = await asSystem(async (tx) => {
      const kept = await add(tx, { userId, name: input.name }, input.answer);
      if (!kept) return false;
      await recordSecurityEvent(tx, { kind: 'passkey.added', userId, actorId: userId });
      await mailPasskeyChange(tx, actor, 'added');
      return true;
    });
    if (!added) throw new DomainError({ code: 'refused', message: 'That passkey could not be kept. Try again.' });
  },
  refresh: () => ['/account'],
});

export const renamePasskey = defineAction({
  input: z.object({ passkeyId: z.uuid(), name: passkeyName }),
  may: () => 'self',
  run: async ({ tx, actor, input }) => {
    const renamed = await tx
      .update(passkeys)
      .set({ name: input.name })
      .where(and(eq(passkeys.id, input.passkeyId), eq(passkeys.userId, actor.userId)))
      .returning({ id: passkeys.id });
    if (renamed.length === 0) throw notFound();
  },
  refresh: () => ['/account'],
});

export const removePasskey = defineAction({
  input: freshly.extend({ passkeyId: z.uuid() }),
  may: () => 'self',
  run: async ({ tx, actor, input: { passkeyId, ...proof } }) => {
    await proveFreshly(tx, actor, { ...proof, purpose: 'passkeys.change' });
    const removed = await tx.delete(passkeys).where(eq(passkeys.id, passkeyId)).returning({ id: passkeys.id });
    if (removed.length === 0) throw notFound();
    await recordSecurityEvent(tx, { kind: 'passkey.removed', userId: actor.userId, actorId: actor.userId });
    await mailPasskeyChange(tx, actor, 'removed');
  },
  refresh: () => ['/account'],
});
