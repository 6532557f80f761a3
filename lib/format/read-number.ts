/**
 * The one reader of numbers as people and spreadsheets write them: 1,234.56 · 1.234,56 · 1 234,56 · 1’234.56 ·
 * (1,234) · 1.234,56- · EUR 12 · 8.5 %. A blank is blank, never a zero.
 */
export type ReadNumber =
  | { readonly kind: 'blank' }
  | {
      readonly kind: 'number';
      readonly value: number;
      /** It was written with a percent sign; `value` is then the fraction. */
      readonly percent: boolean;
      /** The currency sign or code beside it, as it was written. */
      readonly currency?: string;
      /** What a reader with the other decimal mark would take it for, where the writing does not say. */
      readonly otherwise?: number;
    }
  | { readonly kind: 'unreadable'; readonly why: string };

export type DecimalMark = '.' | ',';

const spaces = /[\s\u00a0\u2007\u2009\u202f]/gu;
const currencyBefore = /^(?:[A-Z]{3}|\p{Sc}|[A-Z]{1,2}\p{Sc}|kr\.?|Fr\.?|zł|Kč)/u;
const currencyAfter = /(?:[A-Z]{3}|\p{Sc}|kr\.?|Fr\.?|zł|Kč|,-)$/u;
const longest = 60;

/**
 * Reads one number. Where a single mark stands before exactly three digits (1.234, 1,234) the writing alone does
 * not say whether it divides thousands: then `mark` decides, the decimal mark of the surroundings, which is a
 * point as the portal itself writes numbers, and the other reading stands beside it.
 */
export function readNumber(text: string, { mark = '.' }: { mark?: DecimalMark } = {}): ReadNumber {
  const typed = text.normalize('NFKC').replace(spaces, ' ').trim();
  if (typed === '' || /^[-–—−]$/.test(typed)) return { kind: 'blank' };
  if (typed.length > longest) return unreadable('too long for a number');
  const { digits, negative, percent, currency } = strip(typed);
  if (digits === null) return unreadable(`“${shown(typed)}” is not a number`);
  const found = decimalOf(digits, mark);
  if (!found) return unreadable(`“${shown(typed)}” is not a number`);
  const shift = (found.exponent ?? 0) - (percent ? 2 : 0);
  const signed = (decimal: string) => Number(`${negative ? '-' : ''}${decimal}e${shift}`) + 0;
  return {
    kind: 'number',
    value: signed(found.decimal),
    percent,
    ...(currency !== undefined && { currency }),
    ...(found.otherwise !== undefined && { otherwise: signed(found.otherwise) }),
  };
}

/** The decimal mark a column of cells is written with, where any one of them says so; null where none does. */
export function decimalMarkOf(cells: Iterable<string>): DecimalMark | null {
  const said = decimalMarksOf(cells);
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** Every decimal mark the cells of a column say they are written with: both, where they disagree. */
export function decimalMarksOf(cells: Iterable<string>): ReadonlySet<DecimalMark> {
  const said = new Set<DecimalMark>();
  for (const cell of cells) {
    const asPoint = readNumber(cell, { mark: '.' });
    if (asPoint.kind !== 'number' || asPoint.otherwise !== undefined) continue;
    const digits = strip(cell.normalize('NFKC').replace(spaces, ' ').trim()).digits ?? '';
    const last = /[.,](?=\d*$)/.exec(digits)?.[0] as DecimalMark | undefined;
    if (!last) continue;
    const other = last === '.' ? ',' : '.';
    const divides = digits.split(last).length > 2;
    said.add(divides ? other : last);
  }
  return said;
}

/** What is left of a number without its sign, currency and percent; null where anything else is there. */
function strip(typed: string): {
  digits: string | null;
  negative: boolean;
  percent: boolean;
  currency: string | undefined;
} {
  let rest = typed.replace(/[−–]/g, '-');
  let signs = 0;
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed?.[1] !== undefined) {
    signs++;
    negative = true;
    rest = bracketed[1].trim();
  }
  const takeSign = () => {
    const before = /^[-+]/.test(rest);
    if (!before && !/\d\s*-$/.test(rest)) return;
    signs++;
    negative ||= (before ? rest[0] : rest.at(-1)) === '-';
    rest = (before ? rest.slice(1) : rest.slice(0, -1)).trim();
  };
  takeSign();
  const percent = /%$/.test(rest) || /^%/.test(rest);
  rest = rest.replace(/^%|%$/g, '').trim();
  const before = currencyBefore.exec(rest)?.[0];
  rest = rest.slice(before?.length ?? 0).trim();
  takeSign();
  const behind = currencyAfter.exec(rest)?.[0];
  rest = rest.slice(0, rest.length - (behind?.length ?? 0)).trim();
  const currency = before ?? (behind === ',-' ? undefined : behind);
  const numeric = signs < 2 && /^[\d.,'’ ]*(?:\d[eE][-+]?\d{1,2})?$/.test(rest);
  return { digits: numeric ? rest : null, negative, percent, currency };
}

type Decimal = { decimal: string; exponent?: number; otherwise?: string };

function decimalOf(digits: string, mark: DecimalMark): Decimal | null {
  const scientific = /^(\d+(?:[.,]\d+)?)[eE]([-+]?\d{1,2})$/.exec(digits);
  if (scientific) return { decimal: (scientific[1] as string).replace(',', '.'), exponent: Number(scientific[2]) };
  const spaced = digits.replace(/['’]/g, ' ');
  const points = spaced.split('.').length - 1;
  const commas = spaced.split(',').length - 1;
  if (points > 0 && commas > 0) {
    const decimalMark = spaced.lastIndexOf('.') > spaced.lastIndexOf(',') ? '.' : ',';
    const divider = decimalMark === '.' ? ',' : '.';
    return spaced.split(decimalMark).length > 2 || spaced.includes(' ') ? null : join(spaced, divider, decimalMark);
  }
  const only = points > 0 ? '.' : commas > 0 ? ',' : null;
  if (only === null) return join(spaced, ' ', null);
  if (points + commas > 1) return spaced.includes(' ') ? null : join(spaced, only, null);
  const asDecimal = join(spaced, ' ', only);
  if (spaced.includes(' ')) return asDecimal;
  const asThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(spaced) ? join(spaced, only, null) : null;
  if (!asThousands || !asDecimal) return asDecimal;
  return only === mark
    ? { ...asDecimal, otherwise: asThousands.decimal }
    : { ...asThousands, otherwise: asDecimal.decimal };
}

/** Joins groups divided by `divider`: all of three digits but the first, or, as in India, of two but the last. */
function join(digits: string, divider: string, decimalMark: string | null): Decimal | null {
  const [whole = '', decimals = ''] = decimalMark === null ? [digits] : digits.split(decimalMark);
  if (!/^\d*$/.test(decimals) || (whole === '' && decimals === '')) return null;
  const groups = whole.split(divider);
  const western = groups.length === 1 ? /^\d*$/.test(whole) : /^\d{1,3}$/.test(groups[0] ?? '');
  const regular = groups.slice(1).every((group) => /^\d{3}$/.test(group));
  const indian =
    groups.length > 2 &&
    /^\d{1,2}$/.test(groups[0] ?? '') &&
    groups.slice(1, -1).every((group) => /^\d{2}$/.test(group)) &&
    /^\d{3}$/.test(groups.at(-1) ?? '');
  if (!(western && regular) && !indian) return null;
  return { decimal: `${groups.join('') || '0'}.${decimals || '0'}` };
}

function unreadable(why: string): ReadNumber {
  return { kind: 'unreadable', why };
}

function shown(typed: string): string {
  return typed.length > 24 ? `${typed.slice(0, 24)}…` : typed;
}
