import type Fraction from 'fraction.js';
import { exactly } from './money';
import type { Side } from './side';
import type { RecurringLine } from './types';

/** One bill of a recurring line: the month it falls in, the months it covers, and what its price has been through. */
export type Bill = {
  readonly month: number;
  readonly months: number;
  /** Y of the model: whole years since the start, each a growth in quantity. */
  readonly years: number;
  /** N of the model: rises by the escalator. */
  readonly rises: number;
  /** R of the model: renewals, each with the uplift. */
  readonly renewals: number;
  readonly uplift: number;
};

/** The bills of a recurring line, in advance from its start on; the last one may cover fewer months. */
export function* billsOf(line: RecurringLine, side: Side): Generator<Bill> {
  const every = line.billed === 'monthly' ? 1 : line.billed === 'quarterly' ? 3 : 12;
  const term = side.offer?.termMonths ?? line.termMonths;
  const uplift = line.renewalUplift ?? side.offer?.renewalUplift ?? 0;
  for (let month = line.start; month < line.end; month += every) {
    yield {
      month,
      months: Math.min(every, line.end - month),
      years: Math.floor((month - line.start) / 12),
      rises: risesUntil(month, line),
      renewals: term === undefined ? 0 : Math.floor((month - line.start) / term),
      uplift,
    };
  }
}

/** The number of whole years j ≥ 1 with start + 12j ≤ month and start + 12j ≥ heldUntil. */
function risesUntil(month: number, { start, heldUntil }: RecurringLine): number {
  const years = Math.floor((month - start) / 12);
  const firstRise = Math.max(1, Math.ceil((heldUntil - start) / 12));
  return Math.max(0, years - firstRise + 1);
}

/** Whether two bills of one line are the same amount by construction. */
export function sameAmount(a: Bill, b: Bill): boolean {
  return a.months === b.months && a.years === b.years && a.rises === b.rises && a.renewals === b.renewals;
}

/** quantity × (1+growth)^Y × (1 or a twelfth) × (1+escalator)^N × (1+uplift)^R × months covered. */
export function billFactor(line: RecurringLine, bill: Bill): number {
  return (
    line.quantity *
    onePlus(line.growth) ** bill.years *
    (line.per === 'month' ? 1 : 1 / 12) *
    onePlus(line.escalator) ** bill.rises *
    onePlus(bill.uplift) ** bill.renewals *
    bill.months
  );
}

/** The same, exactly. */
export function exactBillFactor(line: RecurringLine, bill: Bill): Fraction {
  const power = (rate: number, times: number) => exactly(rate).add(1).pow(times);
  const product = exactly(line.quantity)
    .mul(power(line.growth, bill.years))
    .mul(power(line.escalator, bill.rises))
    .mul(power(bill.uplift, bill.renewals))
    .mul(bill.months);
  return line.per === 'month' ? product : product.div(12);
}

/** 1 + rate. Near −1 the leading digits cancel and the double's error with them: the decimal brings them back. */
function onePlus(rate: number): number {
  return rate > -0.5 ? 1 + rate : Number((1 + rate).toFixed(15));
}
