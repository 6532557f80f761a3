import { z } from 'zod';
import { unknownKeys } from './unknown-keys';

/** The file format `walk-position/model@1`: what its smallest parts must be, in files, forms and actions alike. */

export const formatName = 'walk-position/model@1';
export const limits = {
  lines: 10_000,
  alternatives: 20,
  steps: 500,
  planMonths: 600,
  tiers: 20,
  categories: 50,
} as const;

const currencies = new Set(Intl.supportedValuesOf('currency'));

export const currencySchema = z
  .string()
  .refine((code) => currencies.has(code), 'expected an ISO 4217 currency code such as EUR');

/** An ISO calendar date that exists: 30 February does not. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'expected a date written YYYY-MM-DD', abort: true })
  .refine(
    (date) => {
      const parsed = new Date(`${date}T00:00:00Z`);
      return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
    },
    { error: 'expected a date that exists', abort: true },
  )
  .refine((date) => date >= '1900', 'expected a date from 1900 on');

/** One line of text: no control characters, no overrides of writing direction. */
export const labelSchema = z
  .string()
  .max(200, 'expected at most 200 characters')
  .regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, 'expected text without control characters');

export const namedSchema = labelSchema.refine((text) => text.trim().length > 0, 'expected some text');

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

/**
 * A number from `least` to `most` with at most so many decimals; NaN and the infinities are none. `beyond` says what is
 * outside in other words than its bounds.
 */
export function decimalSchema(decimals: number, least: number, most: number, beyond?: string) {
  const said = (bound: number) => bound.toLocaleString('en-GB').replace('-', '−');
  return z
    .number()
    .min(least, { error: beyond ?? `expected a number of at least ${said(least)}`, abort: true })
    .max(most, { error: beyond ?? `expected a number of at most ${said(most)}`, abort: true })
    .refine((value) => decimalsOf(value) <= decimals, `expected at most ${decimals} decimals`);
}

/** A quantity, a unit cost, an amount. */
export const figureSchema = decimalSchema(6, -1e12, 1e12);

/** A fraction, 0.05 for 5 %. Its decimals are few enough for a power of it to be rounded exactly in no time. */
export const rateSchema = decimalSchema(10, -1, 10, 'expected a rate from −100 % to 1,000 %, which are −1 and 10');

/** An object with these keys and no others. A key that is nearly one of them is told which. */
export function closed<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownKeys(issue.keys, Object.keys(shape)) : 'expected an object',
  });
}

export type Context = z.core.$RefinementCtx<unknown>;

export function refuse(context: Context, path: readonly (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path: [...path], message });
}

/** Refuses the second of two items with one id. */
export function refuseTwins(items: readonly { id: string }[], context: Context, what: string): void {
  const seen = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id)) refuse(context, [index, 'id'], `expected each ${what} to have its own id; “${id}” is used twice`);
    seen.add(id);
  }
}
