import { exactly, minorDigits, roundExact } from '@/lib/model/money';
import type { LineKind } from '@/lib/model/types';

/** Figures quoted in another currency: they keep their own amount, and the line holds it converted. */

/** The fields of a line that a quote is about; null where one is blank. */
export type QuotedFigures = {
  readonly kind: LineKind;
  readonly low: number | null;
  readonly likely: number | null;
  readonly high: number | null;
  readonly quotedCurrency: string | null;
  readonly quotedLow: number | null;
  readonly quotedLikely: number | null;
  readonly quotedHigh: number | null;
  /** Units of the engagement's currency for one of the quoted one. */
  readonly exchangeRate: number | null;
};

/** What a line without a quote holds in its fields. */
export const noQuote = {
  quotedCurrency: null,
  quotedLow: null,
  quotedLikely: null,
  quotedHigh: null,
  exchangeRate: null,
  rateOn: null,
  rateSource: '',
} as const;

const rateBounds = { least: 1e-9, most: 1e6 };

/** Why nothing can be converted at such a rate; null where it can. */
export function refusedRate(rate: number): string | null {
  if (!(rate > 0)) return 'An exchange rate is above 0';
  if (rate < rateBounds.least) return 'An exchange rate is at least 0.000000001';
  return rate > rateBounds.most ? 'An exchange rate is at most 1,000,000' : null;
}

/** What a quote lacks before it can be converted, by the field that lacks it. */
export function quoteProblems({ quotedCurrency, quotedLikely, exchangeRate }: QuotedFigures): {
  exchangeRate?: string;
  quotedLikely?: string;
} {
  const wrong = exchangeRate === null ? `How much is one ${quotedCurrency}?` : refusedRate(exchangeRate);
  return {
    ...(wrong !== null && { exchangeRate: wrong }),
    ...(quotedLikely === null && { quotedLikely: 'Write the figure as it was quoted' }),
  };
}

/** Decimals of a converted unit cost; an amount has those of its currency. */
const unitCostDigits = 6;

/**
 * The line with its figures converted from what was quoted: each amount times the rate, rounded once, half away
 * from zero. Without a quote, or while its rate is not written down, the line as it is.
 */
export function converted<Fields extends QuotedFigures>(fields: Fields, currency: string): Fields {
  const { quotedCurrency, quotedLow, quotedLikely, quotedHigh, exchangeRate } = fields;
  if (quotedCurrency === null || exchangeRate === null || exchangeRate <= 0) return fields;
  const digits = fields.kind === 'commitment' ? minorDigits(currency) : unitCostDigits;
  const convert = (amount: number | null) => (amount === null ? null : convertedAmount(amount, exchangeRate, digits));
  return { ...fields, low: convert(quotedLow), likely: convert(quotedLikely), high: convert(quotedHigh) };
}

/** amount × rate, to so many decimals. */
export function convertedAmount(amount: number, rate: number, digits: number): number {
  const scale = 10 ** digits;
  return roundExact(exactly(amount).mul(exactly(rate)).mul(scale)) / scale;
}

/** Begins, moves or ends a quote: what stands in the line becomes what was quoted, and stays in it when it ends. */
export function changeOfQuote(fields: QuotedFigures, to: string | null, currency: string): Partial<QuotedFigures> {
  if (to === null || to === currency) return noQuote;
  const { low, likely, high } = fields;
  const begun = { quotedLow: low, quotedLikely: likely, quotedHigh: high };
  return { quotedCurrency: to, exchangeRate: null, ...(fields.quotedCurrency === null && begun) };
}
