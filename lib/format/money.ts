import { minorDigits } from '@/lib/model/money';

/** Real minus signs and thin spaces aside, the locale is fixed: server and browser must print the same text. */
const locale = 'en-GB';

function formatter(currency: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code', ...options });
}

/** An amount in units of the currency, to its minor unit: EUR 1,234.50. */
export function formatMoney(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return tidy(formatter(currency, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount));
}

/** An amount without its minor units: EUR 1,235. */
export function formatMoneyWhole(amount: number, currency: string): string {
  return tidy(formatter(currency, { maximumFractionDigits: 0 }).format(amount));
}

/** An amount short enough for a label, in three figures or so: EUR 12.3M. */
export function formatMoneyCompact(amount: number, currency: string): string {
  const compact = formatter(currency, {
    notation: 'compact',
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0,
  });
  return tidy(compact.format(amount));
}

/** A fraction as a percentage: 0.085 → 8.5 %. */
export function formatPercent(fraction: number, digits = 1): string {
  return `${tidy(new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(fraction * 100))} %`;
}

function tidy(text: string): string {
  return text.replace('-', '−').replace(/\u00a0/g, ' ');
}
