import { percentOf } from '@/lib/format/numbers';
import { minorDigits } from '@/lib/model/money';

/**
 * Amounts as text. Only digits and their grouping are left to Intl, whose short forms and currency signs differ
 * between the data of a server and of a browser: both must print the same text.
 */
const formatters = new Map<string, Intl.NumberFormat>();

function decimal(amount: number, minimum: number, maximum: number): string {
  const key = `${minimum} ${maximum}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat('en-GB', { minimumFractionDigits: minimum, maximumFractionDigits: maximum });
    formatters.set(key, formatter);
  }
  const text = formatter.format(Math.abs(amount));
  return amount < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** The sign stands before the currency: −EUR 1,234. */
function money(number: string, currency: string): string {
  return number.startsWith('−') ? `−${currency} ${number.slice(1)}` : `${currency} ${number}`;
}

/** An amount in units of the currency, to its minor unit: EUR 1,234.50. */
export function formatMoney(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return money(decimal(amount, digits, digits), currency);
}

/** An amount short enough for a label, in three figures: EUR 12.3M, EUR 16.0M, so that two can be compared. */
export function formatMoneyCompact(amount: number, currency: string): string {
  return money(compact(amount, 'padded'), currency);
}

const units = [
  { size: 1e9, sign: 'bn' },
  { size: 1e6, sign: 'M' },
  { size: 1e3, sign: 'k' },
] as const;

/** A number in three figures at most, for the ticks of a scale: 12.3M, 20M, 950k, 7. */
export function formatCompact(amount: number): string {
  return compact(amount, 'bare');
}

function compact(amount: number, figures: 'padded' | 'bare'): string {
  const rounded = Number(amount.toPrecision(3));
  const unit = units.find(({ size }) => Math.abs(rounded) >= size);
  if (!unit) return decimal(amount, 0, 0);
  const value = rounded / unit.size;
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${decimal(value, figures === 'padded' ? decimals : 0, decimals)}${unit.sign}`;
}

/** A fraction as a percentage: 0.085 → 8.5 %. */
export function formatPercent(fraction: number, digits = 1): string {
  return `${decimal(percentOf(fraction), 0, digits)} %`;
}

/** How many times as much: 1.494825 → 1.49 ×. */
export function formatMultiple(multiple: number): string {
  return `${decimal(multiple, 0, 2)} ×`;
}

/** An amount to its minor unit, its currency said elsewhere: 1,234.50. */
export function formatAmount(amount: number, currency: string): string {
  const digits = minorDigits(currency);
  return decimal(amount, digits, digits);
}
