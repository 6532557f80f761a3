import { ledgerOf } from '../ledger';
import { type Flows, firstMonth, inUnits, type Side } from '../side';
import type {
  Alternative,
  CommitmentLine,
  Estimate,
  GraduatedLine,
  Line,
  Model,
  Offer,
  OneTimeLine,
  PercentLine,
  RecurringLine,
} from '../types';

/** Lines and models for tests: what a test does not name is neutral, so that what it names is what it is about. */

export function certain(value: number): Estimate {
  return { low: value, likely: value, high: value };
}

export function range(low: number, likely: number, high: number): Estimate {
  return { low, likely, high };
}

const shared = { label: 'Line', category: 'licences' };

export function recurring(changes: Partial<RecurringLine> = {}): RecurringLine {
  const start = changes.start ?? 0;
  return {
    ...shared,
    id: 'recurring',
    kind: 'recurring',
    quantity: 1,
    unitCost: certain(100),
    per: 'month',
    billed: 'monthly',
    start,
    end: start + 12,
    escalator: 0,
    heldUntil: start,
    growth: 0,
    ...changes,
  };
}

export function oneTime(changes: Partial<OneTimeLine> = {}): OneTimeLine {
  const start = changes.start ?? 0;
  return {
    ...shared,
    id: 'one-time',
    kind: 'one-time',
    quantity: 1,
    unitCost: certain(100),
    start,
    end: start + 1,
    ...changes,
  };
}

export function percent(changes: Partial<PercentLine> = {}): PercentLine {
  return {
    ...shared,
    category: 'support',
    id: 'percent',
    kind: 'percent',
    rate: certain(0.1),
    of: ['licences'],
    start: -24,
    end: 36,
    ...changes,
  };
}

export function commitment(changes: Partial<CommitmentLine> = {}): CommitmentLine {
  return {
    ...shared,
    category: 'commitment',
    id: 'commitment',
    kind: 'commitment',
    amount: certain(1000),
    of: ['licences'],
    start: 0,
    end: 12,
    ...changes,
  };
}

export function graduatedLine(changes: Partial<GraduatedLine> = {}): GraduatedLine {
  return {
    ...shared,
    category: 'support',
    id: 'graduated',
    kind: 'graduated',
    tiers: [{ upTo: 1000, rate: 0.1 }, { rate: 0.07 }],
    of: ['licences'],
    start: -24,
    end: 36,
    ...changes,
  };
}

export function offerOf(lines: readonly Line[], changes: Partial<Offer> = {}): Offer {
  return { label: 'Offer', termMonths: 36, renewalUplift: 0, ...changes, lines };
}

/** The lines that name no part are what the alternative runs on. */
export function alternativeOf(lines: readonly Line[], changes: Partial<Alternative> = {}): Alternative {
  return {
    id: 'leave',
    label: 'Leave',
    kind: 'competitor',
    ...changes,
    lines: lines.map((line) => ({ part: 'run', ...line })),
  };
}

/** Three years in euros at no discount, so that a present value is the nominal sum unless a test names a rate. */
export function modelOf(
  offer: Offer | readonly Line[],
  alternative: Alternative | readonly Line[] = [],
  changes: Partial<Model> = {},
): Model {
  return {
    currency: 'EUR',
    renewalDate: '2027-06-30',
    horizonMonths: 36,
    discountRate: 0,
    correlation: 0.2,
    chosen: 'leave',
    ...changes,
    offer: 'lines' in offer ? offer : offerOf(offer),
    alternatives: ['lines' in alternative ? alternative : alternativeOf(alternative)],
  };
}

export const euros: Side = { horizonMonths: 36, scale: 100 };

/** What a line costs in each month that it costs something, in units; `others` is the rest of its side. */
export function monthly(line: Line, others: readonly Line[] = [], side = euros): Record<number, number> {
  const flows = ledgerOf([line, ...others], side, 'likely').flows[0] as Flows;
  return Object.fromEntries(
    [...flows].flatMap((flow, index) => (flow === 0 ? [] : [[index + firstMonth, inUnits(flow, side)]])),
  );
}
