import { z } from 'zod';
import { minorDigits } from '@/lib/model/money';
import { PlanCycle, planOf } from '@/lib/model/plan';
import { checkLine, linesSchema, type RawLine } from './line-schema';
import {
  closed,
  currencySchema,
  dateSchema,
  decimalSchema,
  decimalsOf,
  figureSchema,
  formatName,
  idSchema,
  labelSchema,
  limits,
  namedSchema,
  rateSchema,
  refuse,
  refuseTwins,
} from './schema';

const wholeMonths = (least: number, most: number) =>
  z
    .int('expected whole months')
    .min(least, `expected at least ${least} months`)
    .max(most, `expected at most ${most} months`);

const step = closed({
  id: idSchema,
  label: namedSchema,
  months: wholeMonths(0, 120),
  after: z.array(idSchema).max(limits.steps, `expected at most ${limits.steps} steps`),
});

const plan = z
  .array(step)
  .max(limits.steps, `expected at most ${limits.steps} steps`)
  .superRefine((steps, context) => {
    refuseTwins(steps, context, 'step');
    const ids = new Set(steps.map(({ id }) => id));
    for (const [index, { after }] of steps.entries()) {
      for (const [at, id] of after.entries()) {
        if (!ids.has(id)) {
          refuse(context, [index, 'after', at], `expected the id of a step; there is none called “${id}”`);
        }
      }
    }
    try {
      const { months } = planOf(steps, '2000-01-01');
      if (months > limits.planMonths) {
        refuse(context, [], `expected a plan of at most ${limits.planMonths} months, found one of ${months}`);
      }
    } catch (error) {
      if (!(error instanceof PlanCycle)) throw error;
      const first = steps.findIndex(({ id }) => id === error.cycle[0]);
      refuse(context, [first, 'after'], `expected no circle, but ${error.cycle.join(' → ')} wait for each other`);
    }
  });

const offer = closed({
  label: labelSchema,
  termMonths: wholeMonths(1, 120),
  renewalUplift: rateSchema,
  lines: linesSchema,
});

const alternative = closed({
  id: idSchema,
  label: namedSchema,
  kind: z.enum(['competitor', 'hybrid', 'reduced-footprint']),
  lines: linesSchema,
  plan: plan.optional(),
});

export const modelSchema = closed({
  format: z.literal(formatName, `expected "${formatName}"`),
  currency: currencySchema,
  renewalDate: dateSchema,
  horizonMonths: wholeMonths(12, 120),
  discountRate: decimalSchema(10, 0, 0.5),
  correlation: decimalSchema(10, 0, 0.9).optional(),
  offer,
  alternatives: z
    .array(alternative)
    .min(1, 'expected at least one alternative')
    .max(limits.alternatives, `expected at most ${limits.alternatives} alternatives`)
    .superRefine((alternatives, context) => refuseTwins(alternatives, context, 'alternative')),
  chosen: idSchema.optional(),
  threshold: closed({ amount: figureSchema }).optional(),
}).superRefine((model, context) => {
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
  for (const [index, { lines }] of model.alternatives.entries()) {
    check(lines, 'alternative', ['alternatives', index, 'lines']);
  }
  if (model.chosen !== undefined && !model.alternatives.some(({ id }) => id === model.chosen)) {
    refuse(context, ['chosen'], `expected the id of an alternative; there is none called “${model.chosen}”`);
  }
  const digits = minorDigits(model.currency);
  if (model.threshold && decimalsOf(model.threshold.amount) > digits) {
    refuse(context, ['threshold', 'amount'], `expected at most ${digits} decimals in ${model.currency}`);
  }
});

/** A model as it is written, defaults left out. */
export type RawModel = z.output<typeof modelSchema>;
