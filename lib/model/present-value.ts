import { roundIrrational } from './money';
import { type Flows, firstMonth } from './side';
import type { Model } from './types';

const weightsOf = new Map<string, Float64Array>();

/** (1 + discountRate)^(−m/12) for each month of the grid: months before renewal weigh more than 1. */
export function discountWeights({ discountRate, horizonMonths }: Model): Float64Array {
  const key = `${discountRate} ${horizonMonths}`;
  let weights = weightsOf.get(key);
  if (!weights) {
    // A portal sees few pairs; the bound only keeps a stream of odd files from growing this for ever.
    if (weightsOf.size >= 500) weightsOf.clear();
    weights = Float64Array.from(
      { length: horizonMonths - firstMonth },
      (_, index) => (1 + discountRate) ** (-(index + firstMonth) / 12),
    );
    weightsOf.set(key, weights);
  }
  return weights;
}

/** Present value of flows in minor units, rounded once. */
export function presentValueOf(flows: Flows, model: Model): number {
  const weights = discountWeights(model);
  let sum = 0;
  for (let index = 0; index < flows.length; index++) sum += (flows[index] as number) * (weights[index] as number);
  return roundIrrational(sum);
}
