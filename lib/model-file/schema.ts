import { z } from 'zod';
import { minorDigits } from '@/lib/model/money';
import { PlanCycle, planOf } from '@/lib/model/plan';

/** The file format `walk-position/model@1`: one schema for form, action, import and command line. */

export const formatName = 'walk-position/model@1';
export const limits = { lines: 10_000, alternatives: 20, steps: 500, tiers: 20, categories: 50 } as const;

const currencies = new Set(Intl.supportedValuesOf('currency'));

export const currencySchema = z
  .string()
  .refine((code) => currencies.has(code), 'expected an ISO 4217 currency code such as EUR');

/** An ISO calendar date that exists: 30 February does not. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date written YYYY-MM-DD')
  .refine((date) => {
    const parsed = new Date(`${date}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
  }, 'expected a date that exists');

/** One line of text: no control characters, no overrides of writing direction. */
export const labelSchema = z
  .string()
  .max(200, 'expected at most 200 characters')
  .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, 'expected text without control characters');

const named = labelSchema.refine((text) => text.trim().length > 0, 'expected some text');

export const idSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'expected an id of at most 64 letters, digits, dots, dashes or underscores',
  );

/** How many decimals a number needs when written down. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}

const largest = 1e12;

export const decimal = (digits: number) =>
  z
    .number()
    .min(-largest, 'expected a number of at least −1,000,000,000,000')
    .max(largest, 'expected a number of at most 1,000,000,000,000')
    .refine((value) => decimalsOf(value) <= digits, `expected at most ${digits} decimals`);

const figure = decimal(6);
export const rateSchema = decimal(10)
  .min(-1, 'expected a fraction of at least −1')
  .max(10, 'expected a fraction of at most 10');

const month = z
  .int('expected a whole number of months')
  .min(-24, 'expected a month of at least −24')
  .max(120, 'expected a month of at most 120');

const estimateOf = (value: z.ZodType<number, number>) =>
  z.preprocess(
    (raw) => (typeof raw === 'number' ? { low: raw, likely: raw, high: raw } : raw),
    z
      .strictObject({ low: value, likely: value, high: value }, 'expected a number, or {low, likely, high}')
      .refine(({ low, likely, high }) => low <= likely && likely <= high, 'expected low ≤ likely ≤ high'),
  );

const categories = z
  .array(named)
  .min(1, 'expected at least one category')
  .max(limits.categories, `expected at most ${limits.categories} categories`);

const shared = {
  id: idSchema,
  label: named,
  category: named,
  workload: labelSchema.optional(),
  part: z.enum(['run', 'switching']).optional(),
};

const recurring = z.strictObject({
  ...shared,
  kind: z.literal('recurring'),
  quantity: figure,
  unitCost: estimateOf(figure),
  per: z.enum(['month', 'year']),
  billed: z.enum(['monthly', 'quarterly', 'annually']),
  start: month,
  end: month,
  escalator: rateSchema.optional(),
  heldUntil: month.optional(),
  growth: rateSchema.optional(),
  renewalUplift: rateSchema.optional(),
  termMonths: z.int().min(1).max(120).optional(),
  claimed: figure.optional(),
});

const oneTime = z.strictObject({
  ...shared,
  kind: z.literal('one-time'),
  quantity: figure.optional(),
  unitCost: estimateOf(figure),
  start: month,
  end: month.optional(),
  claimed: figure.optional(),
});

const percent = z.strictObject({
  ...shared,
  kind: z.literal('percent'),
  rate: estimateOf(rateSchema),
  of: categories,
  start: month.optional(),
  end: month.optional(),
  claimed: rateSchema.optional(),
});

const commitment = z.strictObject({
  ...shared,
  kind: z.literal('commitment'),
  amount: estimateOf(figure),
  of: categories,
  start: month,
  end: month,
  claimed: figure.optional(),
});

const tiers = z
  .array(z.strictObject({ upTo: figure.positive('expected an amount above 0').optional(), rate: rateSchema }))
  .min(1, 'expected at least one tier')
  .max(limits.tiers, `expected at most ${limits.tiers} tiers`)
  .superRefine((bands, context) => {
    for (const [index, { upTo }] of bands.entries()) {
      const before = bands[index - 1]?.upTo ?? 0;
      const last = index === bands.length - 1;
      if (last && upTo !== undefined)
        refuse(context, [index, 'upTo'], 'expected the last tier to be open, without upTo');
      if (!last && (upTo === undefined || upTo <= before))
        refuse(context, [index, 'upTo'], 'expected more than the tier before');
    }
  });

const graduated = z.strictObject({
  ...shared,
  kind: z.literal('graduated'),
  tiers,
  of: categories,
  start: month.optional(),
  end: month.optional(),
});

export const lineSchema = z.discriminatedUnion(
  'kind',
  [recurring, oneTime, percent, commitment, graduated],
  'expected a kind: recurring, one-time, percent, commitment or graduated',
);

export type RawLine = z.output<typeof lineSchema>;

type Context = z.core.$RefinementCtx<unknown>;

function refuse(context: Context, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

/** What a line must hold to beyond its own keys: its side, the horizon, the currency. */
export function checkLine(
  line: RawLine,
  side: 'offer' | 'alternative',
  about: { horizonMonths: number; currency: string },
  context: Context,
  path: (string | number)[],
): void {
  const at = (...keys: (string | number)[]) => [...path, ...keys];
  if (side === 'offer' && line.part !== undefined)
    refuse(context, at('part'), 'expected no part on a line of the offer');
  if (side === 'alternative' && line.part === undefined) refuse(context, at('part'), 'expected "run" or "switching"');
  if ('claimed' in line && line.claimed !== undefined && line.part !== 'switching') {
    refuse(context, at('claimed'), 'expected a claim on switching lines only');
  }
  if (line.kind === 'recurring' && side === 'offer' && line.termMonths !== undefined) {
    refuse(context, at('termMonths'), 'expected the term on the offer, not on its lines');
  }
  const start = line.start ?? -24;
  const end = line.end ?? (line.kind === 'one-time' ? start + 1 : about.horizonMonths);
  if (end <= start) refuse(context, at('end'), `expected a month after the start, ${start}`);
  if (end > about.horizonMonths)
    refuse(context, at('end'), `expected a month within the horizon of ${about.horizonMonths}`);
  if (line.kind === 'commitment') {
    const digits = minorDigits(about.currency);
    const amounts = {
      'amount.low': line.amount.low,
      'amount.likely': line.amount.likely,
      'amount.high': line.amount.high,
    };
    for (const [key, value] of Object.entries({ ...amounts, claimed: line.claimed })) {
      if (value !== undefined && decimalsOf(value) > digits) {
        refuse(context, at(...key.split('.')), `expected at most ${digits} decimals in ${about.currency}`);
      }
    }
  }
}

const step = z.strictObject({
  id: idSchema,
  label: named,
  months: z.int('expected whole months').min(0).max(120),
  after: z.array(idSchema).max(limits.steps),
});

const plan = z
  .array(step)
  .max(limits.steps, `expected at most ${limits.steps} steps`)
  .superRefine((steps, context) => {
    const ids = new Set(steps.map(({ id }) => id));
    unique(steps, context, 'step');
    let known = true;
    for (const [index, { after }] of steps.entries()) {
      for (const [at, id] of after.entries()) {
        if (ids.has(id)) continue;
        known = false;
        refuse(context, [index, 'after', at], `expected the id of a step; there is none called “${id}”`);
      }
    }
    if (!known) return;
    try {
      planOf(steps, '2000-01-01');
    } catch (error) {
      if (!(error instanceof PlanCycle)) throw error;
      const first = steps.findIndex(({ id }) => id === error.cycle[0]);
      refuse(context, [first, 'after'], `expected no circle, but ${error.cycle.join(' → ')} wait for each other`);
    }
  });

function unique(items: readonly { id: string }[], context: Context, what: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) refuse(context, [index, 'id'], `expected each ${what} to have its own id; “${id}” is used twice`);
    seen.add(id);
  }
}

const linesSchema = z.array(lineSchema).max(limits.lines, `expected at most ${limits.lines} lines`);

export const modelSchema = z
  .strictObject({
    format: z.literal(formatName, `expected "${formatName}"`),
    currency: currencySchema,
    renewalDate: dateSchema,
    horizonMonths: z.int('expected whole months').min(12, 'expected at least 12').max(120, 'expected at most 120'),
    discountRate: decimal(10).min(0, 'expected a fraction from 0 to 0.5').max(0.5, 'expected a fraction from 0 to 0.5'),
    correlation: decimal(10).min(0, 'expected 0 to 0.9').max(0.9, 'expected 0 to 0.9').optional(),
    offer: z.strictObject({
      label: labelSchema,
      termMonths: z.int('expected whole months').min(1, 'expected at least 1').max(120, 'expected at most 120'),
      renewalUplift: rateSchema,
      lines: linesSchema,
    }),
    alternatives: z
      .array(
        z.strictObject({
          id: idSchema,
          label: named,
          kind: z.enum(['competitor', 'hybrid', 'reduced-footprint']),
          lines: linesSchema,
          plan: plan.optional(),
        }),
      )
      .min(1, 'expected at least one alternative')
      .max(limits.alternatives, `expected at most ${limits.alternatives} alternatives`)
      .superRefine((alternatives, context) => unique(alternatives, context, 'alternative')),
    chosen: idSchema.optional(),
    threshold: z.strictObject({ amount: figure }).optional(),
  })
  .superRefine((model, context) => {
    const seen = new Set<string>();
    const check = (lines: readonly RawLine[], side: 'offer' | 'alternative', path: (string | number)[]) => {
      for (const [index, line] of lines.entries()) {
        if (seen.has(line.id)) {
          refuse(context, [...path, index, 'id'], `expected each line to have its own id; “${line.id}” is used twice`);
        }
        seen.add(line.id);
        checkLine(line, side, model, context, [...path, index]);
      }
    };
    check(model.offer.lines, 'offer', ['offer', 'lines']);
    for (const [index, alternative] of model.alternatives.entries()) {
      check(alternative.lines, 'alternative', ['alternatives', index, 'lines']);
    }
    if (model.chosen !== undefined && !model.alternatives.some(({ id }) => id === model.chosen)) {
      refuse(context, ['chosen'], `expected the id of an alternative; there is none called “${model.chosen}”`);
    }
    const digits = minorDigits(model.currency);
    if (model.threshold && decimalsOf(model.threshold.amount) > digits) {
      refuse(context, ['threshold', 'amount'], `expected at most ${digits} decimals in ${model.currency}`);
    }
  });

export type RawModel = z.output<typeof modelSchema>;
