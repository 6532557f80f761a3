import { z } from 'zod';
import { hundredthOf } from '@/lib/format/numbers';
import { plainLines } from '@/lib/format/plain-text';
import { readNumber } from '@/lib/format/read-number';
import { dateSchema } from '@/lib/model-file/schema';

/** An amount as typed, with the currency sign or code beside it: whether that is the engagement's, its room asks. */
const amount = z
  .string()
  .max(60, 'At most 60 characters')
  .transform((typed, context): number | { readonly value: number; readonly currency: string } => {
    const read = readNumber(typed);
    if (read.kind === 'number' && !read.percent && read.value > 0 && read.value <= 1e12) {
      return read.currency === undefined ? read.value : { value: read.value, currency: read.currency };
    }
    context.addIssue({ code: 'custom', message: 'Write an amount such as 14,500,000' });
    return z.NEVER;
  });

/** A percentage as typed, read as its fraction with the sign or without. */
const tolerance = z
  .string()
  .max(60, 'At most 60 characters')
  .transform((typed, context) => {
    const read = readNumber(typed);
    if (read.kind === 'number' && read.currency === undefined) {
      const value = read.percent ? read.value : hundredthOf(read.value);
      if (value >= 0 && value <= 0.5) return value;
    }
    context.addIssue({ code: 'custom', message: 'Write a percentage from 0 to 50, such as 5' });
    return z.NEVER;
  });

/** A threshold as somebody writes it down, as typed. */
export const writtenThreshold = z.strictObject({
  engagementId: z.uuid(),
  /** Made by the page: the same one sent twice is written once. */
  thresholdId: z.uuid(),
  /** The newest threshold that whoever wrote had before them; null where there was none. */
  basedOn: z.uuid().nullable(),
  as: z.enum(['draft', 'proposal']),
  amount,
  statement: plainLines(4000).refine((text) => text.length > 0, 'Say what the organisation will do if the deal fails'),
  conditions: plainLines(4000),
  reason: plainLines(2000),
  tolerance,
  validUntil: dateSchema,
  approvers: z
    .array(z.uuid())
    .min(2, 'Name at least two executives')
    .max(20, 'At most twenty')
    .refine((ids) => new Set(ids).size === ids.length, 'Name each of them once'),
  /** How many of them must approve; all where it is null. */
  quorum: z.int().min(2, 'At least two').nullable(),
});

export type WrittenThreshold = z.output<typeof writtenThreshold>;

export const withdrawnThreshold = z.strictObject({ engagementId: z.uuid(), thresholdId: z.uuid() });

/** An approver's word on exactly what they had before them. */
export const givenWord = z.strictObject({
  engagementId: z.uuid(),
  thresholdId: z.uuid(),
  decision: z.enum(['approve', 'decline']),
  /** A condition of an approval, or the reason of a decline. */
  note: plainLines(2000),
  /** The last day the word holds, where it is given anew after that of the threshold. */
  validUntil: dateSchema.nullable(),
  /** Of the page that was read. */
  snapshotHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The newest entry of the trail when it was made: what has changed is told from there. */
  seen: z.int().min(0),
  stepUpId: z.uuid(),
});

export type GivenWord = z.output<typeof givenWord>;
