import { z } from 'zod';
import { bases } from '@/lib/engagements/record';
import { plainLines } from '@/lib/format/plain-text';
import { editsAtOnce } from '@/lib/lines/limits';
import { refusedRate } from '@/lib/lines/quote';
import { currencySchema, dateSchema, idSchema, labelSchema } from '@/lib/model-file/schema';

/** What a browser may send about lines. Whether a line makes sense is asked of the whole line, afterwards. */

const figure = z.number().nullable();
const exchangeRate = figure.superRefine((rate, context) => {
  const message = rate === null ? null : refusedRate(rate);
  if (message !== null) context.addIssue({ code: 'custom', message });
});
const month = z.int().min(-1000).max(1000).nullable();
const text = labelSchema.nullable();

export const lineFields = z.strictObject({
  label: text,
  category: text,
  workload: text,
  part: z.enum(['run', 'switching']).nullable(),
  kind: z.enum(['recurring', 'one-time', 'percent', 'commitment', 'graduated']),
  quantity: figure,
  low: figure,
  likely: figure,
  high: figure,
  per: z.enum(['month', 'year']).nullable(),
  billed: z.enum(['monthly', 'quarterly', 'annually']).nullable(),
  startMonth: month,
  endMonth: month,
  escalator: figure,
  heldUntil: month,
  growth: figure,
  renewalUplift: figure,
  termMonths: month,
  of: z.array(labelSchema).max(50).readonly().nullable(),
  tiers: z
    .array(z.strictObject({ upTo: z.number().exactOptional(), rate: z.number() }))
    .max(20)
    .readonly()
    .nullable(),
  claimed: figure,
  unit: text,
  quotedCurrency: currencySchema.nullable(),
  quotedLow: figure,
  quotedLikely: figure,
  quotedHigh: figure,
  exchangeRate,
  rateOn: dateSchema.nullable(),
  rateSource: plainLines(2000),
  basis: z.enum(bases).nullable(),
  basisOn: dateSchema.nullable(),
  source: plainLines(2000),
  ownerId: z.uuid().nullable(),
});

const version = z.int().min(1);

const lineId = z.uuid();
/** The line it stands after; null for the first place. */
const after = z.uuid().nullable();

export const lineEdit = z.discriminatedUnion('do', [
  /** The id is made where the line is, so that an answer that got lost does not add it twice. Without `after`: last. */
  z.strictObject({
    do: z.literal('add'),
    lineId,
    key: idSchema.optional(),
    after: after.optional(),
    fields: lineFields,
  }),
  z.strictObject({ do: z.literal('change'), lineId, version, change: lineFields.partial() }),
  z.strictObject({ do: z.literal('remove'), lineId, version }),
  z.strictObject({ do: z.literal('place'), lineId, after }),
  /** Takes a line over from another alternative. */
  z.strictObject({ do: z.literal('take'), lineId, version, from: z.uuid() }),
]);

export const sideSchema = z.strictObject({ kind: z.enum(['offer', 'alternative']), id: z.uuid() });

export const savedLines = z.strictObject({
  engagementId: z.uuid(),
  side: sideSchema,
  /** Kept together: either every one of them is saved, or none. */
  edits: z.array(lineEdit).min(1).max(editsAtOnce, `At most ${editsAtOnce} changes at once`).readonly(),
});

export const readLines = z.strictObject({ engagementId: z.uuid(), lineIds: z.array(z.uuid()).min(1).max(1000) });

export type Side = z.output<typeof sideSchema>;
export type LineEdit = z.output<typeof lineEdit>;
export type SavedLines = z.output<typeof savedLines>;
