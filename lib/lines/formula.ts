import { formatNumber, formatRate } from '@/lib/format/numbers';
import type { About } from '@/lib/lines/fields';
import { monthName, monthText } from '@/lib/lines/months';
import { contractYears } from '@/lib/model/graduated';
import type { Estimate, GraduatedLine, Line, Offer, OneTimeLine, RecurringLine } from '@/lib/model/types';

/** The offer's terms, where the line is on one: they make its prices rise at renewal. */
export type Terms = Pick<Offer, 'termMonths' | 'renewalUplift'> | null;

/** What the portal knows of a line's figures beyond the model: what is counted, and what was quoted at which rate. */
export type Said = {
  readonly unit?: string | null;
  readonly quote?: { readonly currency: string; readonly likely: number; readonly rate: number } | null;
};

/**
 * A line's formula in words, with this line's numbers: 4,200 × 54.75 × 12 months, billed each July from Jul 2027
 * through Jun 2032; +9 % from Jul 2030.
 */
export function formulaOf(line: Line, terms: Terms, about: About, said: Said = {}): string {
  switch (line.kind) {
    case 'recurring':
      return [amountOf(line), ...clausesOf(line, terms, about)].join('; ');
    case 'one-time':
      return oneTime(line, about, said);
    case 'percent':
      return `${range(line.rate, formatRate)} of the spend on ${list(line.of)}, month by month, ${span(line, about)}`;
    case 'commitment':
      return `What the spend on ${list(line.of)} ${span(line, about)} falls short of ${range(line.amount, money(about))}${quoted(said)}, due in ${monthText(line.end - 1, about.renewalDate)}`;
    case 'graduated':
      return graduated(line, about);
  }

  function amountOf(recurring: RecurringLine): string {
    const every = { monthly: 1, quarterly: 3, annually: 12 }[recurring.billed];
    const factor =
      recurring.per === 'month'
        ? every === 1
          ? ''
          : ` × ${every} months`
        : every === 12
          ? ''
          : every === 3
            ? ' ÷ 4'
            : ' ÷ 12';
    const when = {
      monthly: 'billed every month',
      quarterly: 'billed every three months',
      annually: `billed each ${monthName(recurring.start, about.renewalDate)}`,
    }[recurring.billed];
    return `${times(recurring.quantity, said)}${range(recurring.unitCost, formatNumber)}${quoted(said)}${factor}, ${when}, ${span(recurring, about)}`;
  }
}

/** What makes the price or the quantity of a recurring line move, in the order of the formula. */
function clausesOf(line: RecurringLine, terms: Terms, about: About): string[] {
  const clauses: string[] = [];
  const at = (month: number) => monthText(month, about.renewalDate);
  const rise = line.start + 12 * Math.max(1, Math.ceil((line.heldUntil - line.start) / 12));
  if (line.heldUntil > line.start) clauses.push(`price held until ${at(line.heldUntil)}`);
  if (line.escalator !== 0 && rise < line.end) clauses.push(`${signed(line.escalator)} a year from ${at(rise)}`);
  const term = terms?.termMonths ?? line.termMonths;
  const uplift = line.renewalUplift ?? terms?.renewalUplift ?? 0;
  if (uplift !== 0 && term !== undefined && line.start + term < line.end) {
    const again = line.start + 2 * term < line.end ? ` and every ${term} months after` : '';
    clauses.push(`${signed(uplift)} from ${at(line.start + term)}${again}`);
  }
  if (line.growth !== 0 && line.start + 12 < line.end) {
    clauses.push(`quantity ${signed(line.growth)} a year from ${at(line.start + 12)}`);
  }
  return clauses;
}

function oneTime(line: OneTimeLine, about: About, said: Said): string {
  const amount = `${times(line.quantity, said)}${range(line.unitCost, formatNumber)}${quoted(said)}`;
  const months = line.end - line.start;
  if (months === 1) return `${amount}, once, in ${monthText(line.start, about.renewalDate)}`;
  return `${amount}, spread evenly over ${months} months, ${span(line, about)}`;
}

function graduated(line: GraduatedLine, about: About): string {
  const amount = money(about);
  const bands = line.tiers.map(({ upTo, rate }, index) => {
    if (upTo === undefined) return index === 0 ? formatRate(rate) : `${formatRate(rate)} above`;
    return index === 0
      ? `${formatRate(rate)} of the first ${amount(upTo)}`
      : `${formatRate(rate)} up to ${amount(upTo)}`;
  });
  const years = contractYears(line).length > 1 ? 'of each contract year' : 'of the contract year';
  return `${bands.join(', ')}, on the spend on ${list(line.of)}, at the end ${years}, ${span(line, about)}`;
}

function times(quantity: number, { unit }: Said): string {
  if (unit) return `${formatNumber(quantity)} ${unit} × `;
  return quantity === 1 ? '' : `${formatNumber(quantity)} × `;
}

/** The figure as it was quoted, behind the converted one: (60 USD × 0.9125). */
function quoted({ quote }: Said): string {
  return quote ? ` (${formatNumber(quote.likely)} ${quote.currency} × ${formatNumber(quote.rate)})` : '';
}

/** The likely figure, and between which it lies where it is not certain. */
function range({ low, likely, high }: Estimate, format: (value: number) => string): string {
  return low === high ? format(likely) : `${format(likely)} (between ${format(low)} and ${format(high)})`;
}

function money(about: About): (amount: number) => string {
  return (amount) => `${about.currency} ${formatNumber(amount)}`;
}

function signed(rate: number): string {
  return rate > 0 ? `+${formatRate(rate)}` : formatRate(rate);
}

function span({ start, end }: { start: number; end: number }, about: About): string {
  return `from ${monthText(start, about.renewalDate)} through ${monthText(end - 1, about.renewalDate)}`;
}

function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}
