import { z } from 'zod';
import { claimKinds, verdicts } from '@/lib/claims/register';
import { plainLines, plainText } from '@/lib/format/plain-text';
import { readNumber } from '@/lib/format/read-number';
import { dateSchema } from '@/lib/model-file/schema';

/** An amount with the currency sign or code that was written beside it: whose it is, the engagement says. */
export type WrittenAmount = { readonly value: number; readonly currency: string };

/** An amount as typed: blank is none, never a zero; a bare number is in the engagement's own currency. */
const amount = z
  .string()
  .max(60, 'At most 60 characters')
  .transform((typed, context): number | WrittenAmount | null => {
    const read = readNumber(typed);
    if (read.kind === 'blank') return null;
    const problem =
      read.kind === 'unreadable' || read.percent
        ? 'Write an amount such as 40,000 or 40000.50'
        : Math.abs(read.value) > 1e12
          ? 'This is too large'
          : null;
    if (!problem && read.kind === 'number') {
      return read.currency === undefined ? read.value : { value: read.value, currency: read.currency };
    }
    context.addIssue({ code: 'custom', message: problem ?? '' });
    return z.NEVER;
  });

const months = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/, 'Write whole months, such as 18')
  .transform((typed) => (typed === '' ? null : Number(typed)));

const optionalId = z.union([z.literal('').transform(() => null), z.uuid()]);

/** The form of a claim, as typed. */
export const claimForm = z.strictObject({
  kind: z.enum(claimKinds),
  statement: plainLines(2000).refine((text) => text.length > 0, 'What did they say?'),
  saidBy: plainText(200).refine((text) => text.length > 0, 'Who said it?'),
  saidTo: plainText(200),
  saidOn: dateSchema,
  lineId: optionalId,
  about: plainText(200),
  claimedAmount: amount,
  claimedMonths: months,
  honestAmount: amount,
  honestMonths: months,
  verdict: z.union([z.literal('').transform(() => null), z.enum(verdicts)]),
  answer: plainLines(4000),
});

export type ClaimForm = z.output<typeof claimForm>;

/** A claim as it is kept: its amounts in units of the engagement's currency. */
export type ClaimFacts = Omit<ClaimForm, 'claimedAmount' | 'honestAmount'> & {
  readonly claimedAmount: number | null;
  readonly honestAmount: number | null;
};

const version = z.coerce.number<string>().int().min(1);

export const newClaim = claimForm.extend({ engagementId: z.uuid() });
export const changedClaim = claimForm.extend({ engagementId: z.uuid(), claimId: z.uuid(), version });
export const removedClaim = z.strictObject({ engagementId: z.uuid(), claimId: z.uuid(), version: z.int().min(1) });

/** A claim's amount set against the line it speaks of, in the vendor's version. */
export const carriedClaim = z.strictObject({
  engagementId: z.uuid(),
  claimId: z.uuid(),
  version: z.int().min(1),
  lineVersion: z.int().min(1),
});
