import { type Flows, firstMonth, type Scenario, type Side, sideOf } from './flows';
import { ledgerOf, totalOf } from './ledger';
import { roundIrrational } from './money';
import { discounted, discountWeights } from './present-value';
import type { ByYear, Line, Model, Offer, Scenarios } from './types';

/** Minor units as units of the currency. */
export function inUnits(minor: number, side: Side): number {
  return minor / side.scale;
}

export function nominalOf(flows: Flows): number {
  let sum = 0;
  for (const flow of flows) sum += flow;
  return sum;
}

/** Present value of a side's flows in minor units, rounded once. */
export function presentValueOf(flows: Flows, model: Model): number {
  return roundIrrational(discounted(flows, discountWeights(model.discountRate, model.horizonMonths)));
}

/** Nominal sums: `pre` for the months before renewal, then contract years 1, 2, … */
export function byYearOf(flows: Flows, side: Side): ByYear {
  const sums: Record<string, number> = { pre: 0 };
  for (const [index, flow] of flows.entries()) {
    const month = index + firstMonth;
    const year = month < 0 ? 'pre' : String(Math.floor(month / 12) + 1);
    sums[year] = (sums[year] ?? 0) + flow;
  }
  return Object.fromEntries(Object.entries(sums).map(([year, sum]) => [year, inUnits(sum, side)]));
}

/** The all-in cost of a side in one scenario, in units of the currency. */
export function allInCost(lines: readonly Line[], model: Model, scenario: Scenario, offer?: Offer): number {
  const side = sideOf(model, offer);
  return inUnits(presentValueOf(totalOf(ledgerOf(lines, side, scenario), side), model), side);
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
  const ledger = ledgerOf(lines, side, 'likely');
  return lines.map((line, index) => {
    const flows = ledger.flows[index] ?? new Float64Array();
    return {
      id: line.id,
      nominal: inUnits(nominalOf(flows), side),
      presentValue: inUnits(presentValueOf(flows, model), side),
    };
  });
}
