import type Fraction from 'fraction.js';
import { exactly, minorDigits, roundHalfAway } from './money';
import type {
  CommitmentLine,
  Estimate,
  GraduatedLine,
  Line,
  Model,
  Offer,
  OneTimeLine,
  PercentLine,
  RecurringLine,
} from './types';

/** The first month of the grid; it runs to horizonMonths − 1. */
export const firstMonth = -24;

export type Scenario = 'low' | 'likely' | 'high' | 'expected' | 'vendor';

/** What the lines of one side share. `offer` is absent on an alternative. */
export type Side = {
  readonly horizonMonths: number;
  /** Minor units in one unit of the currency. */
  readonly scale: number;
  readonly offer?: Pick<Offer, 'termMonths' | 'renewalUplift'>;
};

/** Minor units per month, from month −24 on. */
export type Flows = Float64Array;

/** A flow before rounding, in minor units: as a double, and exactly when asked. */
type Amount = { readonly approximate: number; readonly exact: () => Fraction };

export function sideOf(model: Model, offer?: Offer): Side {
  return {
    horizonMonths: model.horizonMonths,
    scale: 10 ** minorDigits(model.currency),
    ...(offer && { offer: { termMonths: offer.termMonths, renewalUplift: offer.renewalUplift } }),
  };
}

/** A line whose flow does not depend on other lines. */
export function isBase(line: Line): line is RecurringLine | OneTimeLine {
  return line.kind === 'recurring' || line.kind === 'one-time';
}

/** The figure an estimate has in a scenario; a claim takes its place in the vendor's version. */
export function figureOf(
  estimate: Estimate,
  scenario: Scenario,
  claimed?: number,
): { value: number; exact: () => Fraction } {
  if (scenario === 'vendor' && claimed !== undefined) return certain(claimed);
  if (scenario !== 'expected') return certain(estimate[scenario === 'vendor' ? 'likely' : scenario]);
  const { low, likely, high } = estimate;
  if (low === high) return certain(likely);
  // The PERT mean.
  return {
    value: (low + 4 * likely + high) / 6,
    exact: () => exactly(low).add(exactly(likely).mul(4)).add(exactly(high)).div(6),
  };
}

function certain(value: number) {
  return { value, exact: () => exactly(value) };
}

/** The bills of a recurring line: the month each falls in, and its factors beside the unit cost. */
export function* billsOf(line: RecurringLine, side: Side) {
  const every = line.billed === 'monthly' ? 1 : line.billed === 'quarterly' ? 3 : 12;
  const term = side.offer?.termMonths ?? line.termMonths;
  const uplift = side.offer ? (line.renewalUplift ?? side.offer.renewalUplift) : (line.renewalUplift ?? 0);
  for (let month = line.start; month < line.end; month += every) {
    const years = Math.floor((month - line.start) / 12);
    yield {
      month,
      months: Math.min(every, line.end - month),
      years,
      rises: risesUntil(line, month),
      renewals: term === undefined ? 0 : Math.floor((month - line.start) / term),
      uplift,
    };
  }
}

/** N of the model: the whole years j ≥ 1 with start + 12j ≤ m and start + 12j ≥ heldUntil. */
function risesUntil(line: RecurringLine, month: number): number {
  const years = Math.floor((month - line.start) / 12);
  const firstRise = Math.max(1, Math.ceil((line.heldUntil - line.start) / 12));
  return Math.max(0, years - firstRise + 1);
}

/** The flow of a line that depends on no other, rounded, in minor units per month. */
export function baseFlows(line: RecurringLine | OneTimeLine, side: Side, scenario: Scenario): Flows {
  const flows = new Float64Array(side.horizonMonths - firstMonth);
  const figure = figureOf(line.unitCost, scenario, line.claimed);
  if (line.kind === 'recurring') {
    for (const bill of billsOf(line, side)) {
      const factor = billFactor(line, bill);
      flows[bill.month - firstMonth] = roundHalfAway(figure.value * factor * side.scale, () =>
        exactBillFactor(line, bill).mul(figure.exact()).mul(side.scale),
      );
    }
    return flows;
  }
  const months = line.end - line.start;
  let before = 0;
  for (let index = 0; index < months; index++) {
    const total = figure.value * line.quantity * side.scale;
    const running = roundHalfAway((total * (index + 1)) / months, () =>
      figure
        .exact()
        .mul(exactly(line.quantity))
        .mul(side.scale)
        .mul(index + 1)
        .div(months),
    );
    flows[line.start + index - firstMonth] = running - before;
    before = running;
  }
  return flows;
}

type Bill = ReturnType<typeof billsOf> extends Generator<infer Item> ? Item : never;

/** quantity × (1+growth)^Y × (per month or a twelfth) × (1+escalator)^N × (1+uplift)^R × months covered. */
export function billFactor(line: RecurringLine, bill: Bill): number {
  const perMonth = line.per === 'month' ? 1 : 1 / 12;
  return (
    line.quantity *
    (1 + line.growth) ** bill.years *
    perMonth *
    (1 + line.escalator) ** bill.rises *
    (1 + bill.uplift) ** bill.renewals *
    bill.months
  );
}

function exactBillFactor(line: RecurringLine, bill: Bill): Fraction {
  const power = (rate: number, times: number) => exactly(rate).add(1).pow(times);
  const product = exactly(line.quantity)
    .mul(power(line.growth, bill.years) ?? 1)
    .mul(power(line.escalator, bill.rises) ?? 1)
    .mul(power(bill.uplift, bill.renewals) ?? 1)
    .mul(bill.months);
  return line.per === 'month' ? product : product.div(12);
}

export type DerivedLine = PercentLine | CommitmentLine | GraduatedLine;

/** The flow of a line that depends on `base`, the summed rounded flows of its categories on the same side. */
export function derivedFlows(line: DerivedLine, base: Flows, side: Side, scenario: Scenario): Flows {
  const flows = new Float64Array(base.length);
  if (line.kind === 'percent') {
    const rate = figureOf(line.rate, scenario, line.claimed);
    for (let month = line.start; month < line.end; month++) {
      const spend = base[month - firstMonth] ?? 0;
      flows[month - firstMonth] = roundHalfAway(rate.value * spend, () => rate.exact().mul(exactly(spend)));
    }
  } else if (line.kind === 'commitment') {
    const amount = figureOf(line.amount, scenario, line.claimed);
    const spend = sumBetween(base, line.start, line.end);
    const shortfall = roundHalfAway(amount.value * side.scale - spend, () =>
      amount.exact().mul(side.scale).sub(exactly(spend)),
    );
    flows[line.end - 1 - firstMonth] = Math.max(0, shortfall);
  } else {
    for (const span of contractYears(line)) {
      const spend = sumBetween(base, span.start, span.end);
      const charge = graduatedCharge(line, spend, side.scale);
      flows[span.end - 1 - firstMonth] = roundHalfAway(charge.approximate, charge.exact);
    }
  }
  return flows;
}

export function sumBetween(flows: Flows, start: number, end: number): number {
  let sum = 0;
  for (let month = start; month < end; month++) sum += flows[month - firstMonth] ?? 0;
  return sum;
}

/** The parts of a graduated line's span that lie in one contract year each; all before renewal is one. */
export function contractYears(line: GraduatedLine): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = line.start;
  while (start < line.end) {
    const boundary = start < 0 ? 0 : (Math.floor(start / 12) + 1) * 12;
    const end = Math.min(boundary, line.end);
    spans.push({ start, end });
    start = end;
  }
  return spans;
}

/** Each band of the spend at its own rate, nothing on spend ≤ 0. Spend and charge in minor units. */
function graduatedCharge(line: GraduatedLine, spend: number, scale: number): Amount {
  return {
    approximate: graduated(line, spend, scale),
    exact: () => {
      let sum = exactly(0);
      let lower = exactly(0);
      for (const tier of line.tiers) {
        const limit = tier.upTo === undefined ? exactly(spend) : exactly(tier.upTo).mul(scale);
        const upper = limit.compare(exactly(spend)) < 0 ? limit : exactly(spend);
        if (upper.compare(lower) <= 0) break;
        sum = sum.add(upper.sub(lower).mul(exactly(tier.rate)));
        lower = upper;
      }
      return sum;
    },
  };
}

/** G of the model in doubles; `limit × unit` is where a band ends, so that any unit of spend will do. */
export function graduated(line: GraduatedLine, spend: number, unit: number): number {
  let charge = 0;
  let lower = 0;
  for (const tier of line.tiers) {
    if (spend <= lower) break;
    const upper = tier.upTo === undefined ? spend : Math.min(spend, tier.upTo * unit);
    charge += tier.rate * (upper - lower);
    lower = upper;
  }
  return charge;
}
