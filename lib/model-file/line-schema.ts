import { z } from 'zod';
import { minorDigits } from '@/lib/model/money';
import type { Estimate } from '@/lib/model/types';
import {
  type Context,
  closed,
  decimalsOf,
  figureSchema,
  idSchema,
  labelSchema,
  limits,
  namedSchema,
  rateSchema,
  refuse,
} from './schema';

const month = z
  .int('expected a whole number of months')
  .min(-24, 'expected a month of at least −24')
  .max(120, 'expected a month of at most 120');

/** What is said of a range whose figures are each in order, but not among themselves. */
export const unorderedRange = 'expected low ≤ likely ≤ high';

/** A bare number, which is certain, or `{low, likely, high}`. Each is checked as what it is, so problems have its path. */
function estimateSchema(value: z.ZodType<number, number>) {
  const range = closed({ low: value, likely: value, high: value }).refine(
    ({ low, likely, high }) => low <= likely && likely <= high,
    unorderedRange,
  );
  return z.unknown().transform((raw, context): Estimate => {
    if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return checked(range, raw, context) ?? z.NEVER;
    if (typeof raw !== 'number') {
      context.addIssue({ code: 'invalid_type', expected: 'number', input: raw, message: estimateExpected });
      return z.NEVER;
    }
    const figure = checked(value, raw, context);
    return figure === null ? z.NEVER : { low: figure, likely: figure, high: figure };
  });
}

const estimateExpected = 'expected a number, or {low, likely, high}';

/** The value as a schema reads it; its issues become those of the context. */
function checked<Output>(schema: z.ZodType<Output>, raw: unknown, context: Context): Output | null {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  // An issue is a raw issue whose message has been made already.
  context.issues.push(...(result.error.issues as z.core.$ZodRawIssue[]));
  return null;
}

const categories = z
  .array(namedSchema)
  .min(1, 'expected at least one category')
  .max(limits.categories, `expected at most ${limits.categories} categories`);

const shared = {
  id: idSchema,
  label: namedSchema,
  category: namedSchema,
  workload: labelSchema.optional(),
  part: z.enum(['run', 'switching']).optional(),
};

const recurring = closed({
  ...shared,
  kind: z.literal('recurring'),
  quantity: figureSchema,
  unitCost: estimateSchema(figureSchema),
  per: z.enum(['month', 'year']),
  billed: z.enum(['monthly', 'quarterly', 'annually']),
  start: month,
  end: month,
  escalator: rateSchema.optional(),
  heldUntil: month.optional(),
  growth: rateSchema.optional(),
  renewalUplift: rateSchema.optional(),
  termMonths: z.int('expected whole months').min(1, 'expected at least 1').max(120, 'expected at most 120').optional(),
  claimed: figureSchema.optional(),
});

const oneTime = closed({
  ...shared,
  kind: z.literal('one-time'),
  quantity: figureSchema.optional(),
  unitCost: estimateSchema(figureSchema),
  start: month,
  end: month.optional(),
  claimed: figureSchema.optional(),
});

const percent = closed({
  ...shared,
  kind: z.literal('percent'),
  rate: estimateSchema(rateSchema),
  of: categories,
  start: month.optional(),
  end: month.optional(),
  claimed: rateSchema.optional(),
});

const commitment = closed({
  ...shared,
  kind: z.literal('commitment'),
  amount: estimateSchema(figureSchema),
  of: categories,
  start: month,
  end: month,
  claimed: figureSchema.optional(),
});

const tiers = z
  .array(closed({ upTo: figureSchema.positive('expected an amount above 0').optional(), rate: rateSchema }))
  .min(1, 'expected at least one tier')
  .max(limits.tiers, `expected at most ${limits.tiers} tiers`)
  .superRefine((bands, context) => {
    for (const [index, { upTo }] of bands.entries()) {
      const before = bands[index - 1]?.upTo ?? 0;
      const last = index === bands.length - 1;
      if (last && upTo !== undefined) {
        refuse(context, [index, 'upTo'], 'expected the last tier to be open, without upTo');
      }
      if (!last && (upTo === undefined || upTo <= before)) {
        refuse(context, [index, 'upTo'], `expected more than the ${before} of the tier before`);
      }
    }
  });

const graduated = closed({
  ...shared,
  kind: z.literal('graduated'),
  tiers,
  of: categories,
  start: month.optional(),
  end: month.optional(),
});

export const lineSchema = z.discriminatedUnion('kind', [recurring, oneTime, percent, commitment, graduated], {
  error: (issue) =>
    issue.code === 'invalid_union'
      ? 'expected a kind: recurring, one-time, percent, commitment or graduated'
      : 'expected an object',
});

export const linesSchema = z.array(lineSchema).max(limits.lines, `expected at most ${limits.lines} lines`);

/** A line as it is written, defaults left out. */
export type RawLine = z.output<typeof lineSchema>;

/** What of the model a line is read against. */
export type About = { readonly horizonMonths: number; readonly currency: string };

/** What a line must hold to beyond its own keys: its side, the horizon, the currency. */
export function checkLine(
  line: RawLine,
  side: 'offer' | 'alternative',
  about: About,
  context: Context,
  path: readonly (string | number)[],
): void {
  const at = (key: string, message: string) => refuse(context, [...path, key], message);
  if (side === 'offer' && line.part !== undefined) at('part', 'expected no part on a line of the offer');
  if (side === 'alternative' && line.part === undefined) at('part', 'expected "run" or "switching"');
  if ('claimed' in line && line.claimed !== undefined && line.part !== 'switching') {
    at('claimed', 'expected a claim on switching lines only');
  }
  if (line.kind === 'recurring' && side === 'offer' && line.termMonths !== undefined) {
    at('termMonths', 'expected the term on the offer, not on its lines');
  }
  const start = line.start ?? -24;
  const end = line.end ?? (line.kind === 'one-time' ? start + 1 : about.horizonMonths);
  if (end <= start) at('end', `expected a month after the start, ${start}`);
  if (end > about.horizonMonths) at('end', `expected a month within the horizon of ${about.horizonMonths}`);
  const digits = minorDigits(about.currency);
  for (const { keys, amount } of amountsOf(line)) {
    if (decimalsOf(amount) <= digits) continue;
    refuse(context, [...path, ...keys], `expected at most ${digits} decimals in ${about.currency}, found ${amount}`);
  }
}

/** The amounts of money on a line, which unlike unit costs carry the currency's minor digits. */
function amountsOf(line: RawLine): { keys: readonly (string | number)[]; amount: number }[] {
  if (line.kind === 'graduated') {
    return line.tiers.flatMap(({ upTo }, index) =>
      upTo === undefined ? [] : [{ keys: ['tiers', index, 'upTo'], amount: upTo }],
    );
  }
  if (line.kind !== 'commitment') return [];
  const { amount } = line;
  return [
    ...(amount.low === amount.high
      ? [{ keys: ['amount'], amount: amount.likely }]
      : Object.entries(amount).map(([key, figure]) => ({ keys: ['amount', key], amount: figure }))),
    ...(line.claimed === undefined ? [] : [{ keys: ['claimed'], amount: line.claimed }]),
  ];
}
