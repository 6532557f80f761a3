import type { Scenario } from './estimates';
import { ledgerOf, totalOf } from './ledger';
import { presentValueOf } from './present-value';
import { type Flows, firstMonth, inUnits, type Side, sideOf } from './side';
import type { ByYear, Line, Model, Offer, Scenarios } from './types';

export function nominalOf(flows: Flows): number {
  let sum = 0;
  for (const flow of flows) sum += flow;
  return sum;
}

/** Nominal sums: `pre` for the months before renewal, then contract years 1, 2, … */
export function byYearOf(flows: Flows, side: Side): ByYear {
  const sums = new Map<string, number>();
  for (const [index, flow] of flows.entries()) {
    const month = index + firstMonth;
    const year = month < 0 ? 'pre' : String(Math.floor(month / 12) + 1);
    sums.set(year, (sums.get(year) ?? 0) + flow);
  }
  return Object.fromEntries([...sums].map(([year, sum]) => [year, inUnits(sum, side)]));
}

/** The present value of a side in one scenario, in minor units. `offer` where the lines are the offer's. */
export function presentCost(lines: readonly Line[], model: Model, scenario: Scenario, offer?: Offer): number {
  const side = sideOf(model, offer);
  return presentValueOf(totalOf(ledgerOf(lines, side, scenario), side), model);
}

/** The all-in cost of a side in one scenario, in units of the currency. */
export function allInCost(lines: readonly Line[], model: Model, scenario: Scenario, offer?: Offer): number {
  return inUnits(presentCost(lines, model, scenario, offer), sideOf(model));
}

export function scenariosOf(lines: readonly Line[], model: Model, offer?: Offer): Scenarios {
  return {
    low: allInCost(lines, model, 'low', offer),
    likely: allInCost(lines, model, 'likely', offer),
    high: allInCost(lines, model, 'high', offer),
    expected: allInCost(lines, model, 'expected', offer),
  };
}

/** Nominal and present value of each line, in order: what stands at the end of its row. */
export function lineTotals(
  lines: readonly Line[],
  model: Model,
  offer?: Offer,
): { id: string; nominal: number; presentValue: number }[] {
  const side = sideOf(model, offer);
  const { flows } = ledgerOf(lines, side, 'likely');
  return lines.map(({ id }, index) => {
    const own = flows[index] as Flows;
    return { id, nominal: inUnits(nominalOf(own), side), presentValue: inUnits(presentValueOf(own, model), side) };
  });
}
