'use server';

import { z } from 'zod';
import { asSystem } from '@/db/doors';
import { passkeys } from '@/db/schema/sign-in';
import { enqueueMail } from '@/lib/mail/enqueue';
import { defineAction } from '@/lib/server/define-action';
import { DomainError } from '@/lib/server/errors';
import { takeFromLimit } from '@/lib/server/rate-limits';
import { passkeyAnswer } from '@/lib/sign-in/passkey-schema';
import { beginWithCode, beginWithPasskey, confirmWithCode, confirmWithPasskey } from '@/lib/sign-in/step-up';
import { maskedAddress, methodsFor, type StepUpPurpose, stepUpPurposes } from '@/lib/sign-in/step-up-policy';

/** Codes asked for, and codes typed, by one person: guessing one of eight digits leads nowhere. */
const asking = { name: 'step-up', points: 12, seconds: 900 };
const typing = { name: 'step-up-code', points: 15, seconds: 900 };

const purposes = Object.keys(stepUpPurposes) as [StepUpPurpose, ...StepUpPurpose[]];

/**
 * Begins a proof of oneself for one purpose and one content, by the best method there is or by the one asked for
 * where it will do. Answers what the browser needs for a passkey, or where a code has been mailed to.
 */
export const beginStepUp = defineAction({
  input: z.object({
    purpose: z.enum(purposes),
    content: z.string().regex(/^[0-9a-f]{64}$/),
    method: z.enum(['passkey', 'code']).optional(),
  }),
  may: () => 'self',
  run: async ({ tx, actor, input: { method: wanted, ...asked } }) => {
    await takeFromLimit(asking, actor.userId);
    const methods = methodsFor(asked.purpose, (await tx.select({ id: passkeys.id }).from(passkeys)).length);
    const method = methods.find((possible) => possible === wanted) ?? methods[0];
    return asSystem(async (system) => {
      const begun = method === 'passkey' ? await beginWithPasskey(system, actor, asked) : null;
      if (begun) return { method: 'passkey', ...begun, codeToo: methods.includes('code') } as const;
      const { stepUpId, code } = await beginWithCode(system, actor, asked);
      await enqueueMail(system, {
        recipient: actor.email,
        subject: 'Your confirmation code',
        body: `To ${stepUpPurposes[asked.purpose].act}, type this code on the page that asked for it:\n\n${code.slice(0, 4)} ${code.slice(4)}\n\nIt works once, for ten minutes. If you did not ask for it, somebody is using your account: sign out everywhere on your account page.`,
        until: new Date(Date.now() + 10 * 60_000),
      });
      return { method: 'code', stepUpId, sentTo: maskedAddress(actor.email) } as const;
    });
  },
  refresh: () => [],
});

export const confirmStepUpByCode = defineAction({
  input: z.object({
    stepUpId: z.uuid(),
    code: z
      .string('Type the code from the mail')
      .transform((typed) => typed.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{8}$/, 'The code has eight digits')),
  }),
  may: () => 'self',
  run: async ({ actor, input }) => {
    await takeFromLimit(typing, actor.userId);
    if (await asSystem((tx) => confirmWithCode(tx, actor, input))) return;
    const message = 'This is not the code, or it is no longer good. Five tries end it; then ask for a new one.';
    throw new DomainError({ code: 'refused', field: 'code', message });
  },
  refresh: () => [],
});

export const confirmStepUpByPasskey = defineAction({
  input: z.object({ stepUpId: z.uuid(), answer: passkeyAnswer }),
  may: () => 'self',
  run: async ({ actor, input }) => {
    if (await asSystem((tx) => confirmWithPasskey(tx, actor, input))) return;
    throw new DomainError({ code: 'refused', message: 'That passkey was not accepted. Please try again.' });
  },
  refresh: () => [],
});
