import jstat from 'jstat';
import { billFactor, billsOf } from '@/lib/model/bills';
import { discountWeights } from '@/lib/model/present-value';
import { drawsAtOnce, normalSource } from '@/lib/model/random';
import { firstMonth, sideOf } from '@/lib/model/side';
import type { Line, Model, OneTimeLine, RecurringLine } from '@/lib/model/types';

/**
 * The simulation of an offer's base lines as one would write it down: for each draw and line the quantile of the Beta
 * distribution, by jstat, at the probability of a correlated normal number. The same numbers as the engine draws, of
 * which there may be `drawsAtOnce`.
 */
export function plainDraws(model: Model, { draws, seed }: { draws: number; seed: number }): Float64Array {
  const lines = model.offer.lines.filter(isDrawn).map((line) => ({
    ...line.unitCost,
    weight: weightOf(line, model),
  }));
  const common = new Float64Array(drawsAtOnce);
  normalSource(seed, draws)(0, common);
  const fill = normalSource(seed + 1, draws);
  const normals = lines.map(() => {
    const own = new Float64Array(drawsAtOnce);
    fill(0, own);
    return own;
  });
  return common.subarray(0, draws).map((z, draw) => {
    let value = 0;
    for (const [index, { low, likely, high, weight }] of lines.entries()) {
      const t = (likely - low) / (high - low);
      const own = normals[index]?.[draw] ?? 0;
      const correlated = Math.sqrt(model.correlation) * z + Math.sqrt(1 - model.correlation) * own;
      const quantile = jstat.beta.inv(jstat.normal.cdf(correlated, 0, 1), 1 + 4 * t, 5 - 4 * t);
      value += weight * (low + (high - low) * quantile);
    }
    return value;
  });
}

export function isDrawn(line: Line): line is RecurringLine | OneTimeLine {
  return (line.kind === 'recurring' || line.kind === 'one-time') && line.unitCost.low < line.unitCost.high;
}

/** The present value of a line whose unit costs one. */
function weightOf(line: RecurringLine | OneTimeLine, model: Model): number {
  const discount = (month: number) => discountWeights(model)[month - firstMonth] ?? 0;
  let weight = 0;
  if (line.kind === 'recurring') {
    for (const bill of billsOf(line, sideOf(model, model.offer)))
      weight += billFactor(line, bill) * discount(bill.month);
    return weight;
  }
  for (let month = line.start; month < line.end; month++) {
    weight += (line.quantity / (line.end - line.start)) * discount(month);
  }
  return weight;
}
