import Fraction from 'fraction.js';
import { figureOf, type Scenario } from '../estimates';
import { isBase } from '../flows';
import { exactly } from '../money';
import type { Side } from '../side';
import type { Line, RecurringLine } from '../types';

/**
 * The flow rules as the page of the model words them, in exact fractions and without a thought for speed: what the
 * engine's doubles are held against. Minor units by month.
 */
export type ExactFlows = ReadonlyMap<number, number>;

export function referenceFlows(line: Line, lines: readonly Line[], side: Side, scenario: Scenario): ExactFlows {
  const flows = new Map<number, number>();
  if (line.kind === 'recurring') {
    const months = { monthly: 1, quarterly: 3, annually: 12 }[line.billed];
    for (let m = line.start; m < line.end; m += months) {
      flows.set(m, rounded(unrounded(line, m, Math.min(months, line.end - m), side, scenario).mul(side.scale)));
    }
  } else if (line.kind === 'one-time') {
    const total = exactFigure(line, scenario).mul(exactly(line.quantity)).mul(side.scale);
    const n = line.end - line.start;
    const upTo = (i: number) => rounded(total.mul(i).div(n));
    for (let i = 0; i < n; i++) flows.set(line.start + i, upTo(i + 1) - upTo(i));
  } else {
    const base = lines
      .filter((other) => isBase(other) && line.of.includes(other.category))
      .map((other) => referenceFlows(other, [], side, scenario));
    const spend = (m: number) => base.reduce((sum, own) => sum + (own.get(m) ?? 0), 0);
    const months = Array.from({ length: line.end - line.start }, (_, index) => line.start + index);
    if (line.kind === 'percent') {
      for (const m of months) flows.set(m, rounded(exactFigure(line, scenario).mul(exactly(spend(m)))));
    } else if (line.kind === 'commitment') {
      const spent = months.reduce((sum, m) => sum + spend(m), 0);
      const shortfall = rounded(exactFigure(line, scenario).mul(side.scale).sub(exactly(spent)));
      flows.set(line.end - 1, Math.max(0, shortfall));
    } else {
      const yearOf = (m: number) => (m < 0 ? 'pre' : Math.floor(m / 12));
      for (const year of new Set(months.map(yearOf))) {
        const within = months.filter((m) => yearOf(m) === year);
        const spent = within.reduce((sum, m) => sum + spend(m), 0);
        const last = within.at(-1) as number;
        let charge = new Fraction(0);
        let lower = new Fraction(0);
        for (const { upTo, rate } of line.tiers) {
          const band = upTo === undefined ? exactly(spent) : exactly(upTo).mul(side.scale);
          const upper = band.lt(exactly(spent)) ? band : exactly(spent);
          if (upper.gt(lower)) charge = charge.add(upper.sub(lower).mul(exactly(rate)));
          lower = upper.gt(lower) ? upper : lower;
        }
        flows.set(last, rounded(charge));
      }
    }
  }
  return flows;
}

/** quantity × (1+growth)^Y × unit × (1+escalator)^N × (1+uplift)^R × months covered. */
function unrounded(line: RecurringLine, m: number, months: number, { offer }: Side, scenario: Scenario): Fraction {
  let n = 0;
  for (let j = 1; line.start + 12 * j <= m; j++) if (line.start + 12 * j >= line.heldUntil) n++;
  const term = offer?.termMonths ?? line.termMonths ?? Number.POSITIVE_INFINITY;
  const uplift = line.renewalUplift ?? offer?.renewalUplift ?? 0;
  const power = (rate: number, times: number) => exactly(rate).add(1).pow(times);
  return exactFigure(line, scenario)
    .div(line.per === 'month' ? 1 : 12)
    .mul(exactly(line.quantity))
    .mul(power(line.growth, Math.floor((m - line.start) / 12)))
    .mul(power(line.escalator, n))
    .mul(power(uplift, Math.floor((m - line.start) / term)))
    .mul(months);
}

function exactFigure(line: Exclude<Line, { kind: 'graduated' }>, scenario: Scenario): Fraction {
  const estimate = line.kind === 'percent' ? line.rate : line.kind === 'commitment' ? line.amount : line.unitCost;
  return figureOf(estimate, scenario, line.claimed).exact();
}

/** Half away from zero. */
function rounded(value: Fraction): number {
  const away = value.abs().add(new Fraction(1, 2)).floor();
  return value.compare(0) < 0 ? 0 - Number(away.n) : Number(away.n);
}
