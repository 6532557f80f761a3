import { billFactor, billsOf } from './bills';
import { estimateOf, isUncertain } from './estimates';
import { type BaseLine, type DerivedLine, isBase } from './flows';
import { contractYears, graduated } from './graduated';
import { discountWeights } from './present-value';
import { firstMonth, type Side } from './side';
import type { Estimate, Line, Model } from './types';

/** One side, made ready to be evaluated per draw. */
export type Compiled = {
  /** The estimates to draw from, one for each uncertain line. */
  readonly estimates: readonly Estimate[];
  /** The side's present value in units, no flow rounded, for one figure drawn from each estimate. */
  readonly presentValue: (figures: Float64Array) => number;
};

/** Σ weight × figure over some base lines, the certain ones summed up already. */
type Sum = { readonly certain: number; readonly indexes: Int32Array; readonly weights: Float64Array };

type Weigh = (month: number) => number;

/** Flows of base lines are linear in their figures, so a draw costs one product a line whatever the months. */
export function compile(lines: readonly Line[], model: Model, side: Side): Compiled {
  const discount = discountWeights(model);
  const discountAt: Weigh = (month) => discount[month - firstMonth] as number;
  const uncertain = lines.filter(isUncertain);
  const indexOf = new Map(uncertain.map((line, index) => [line, index]));
  const base = lines.filter(isBase);

  const sumOf = (among: readonly BaseLine[], weigh: Weigh): Sum => {
    const drawn = among.filter((line) => indexOf.has(line));
    const certain = among.filter((line) => !indexOf.has(line));
    return {
      certain: certain.reduce((sum, line) => sum + weightOf(line, side, weigh) * line.unitCost.likely, 0),
      indexes: Int32Array.from(drawn, (line) => indexOf.get(line) as number),
      weights: Float64Array.from(drawn, (line) => weightOf(line, side, weigh)),
    };
  };

  const derivedValue = (line: DerivedLine): ((figures: Float64Array) => number) => {
    const among = base.filter(({ category }) => line.of.includes(category));
    const spendIn = (start: number, end: number, weigh: Weigh) =>
      sumOf(among, (month) => (month >= start && month < end ? weigh(month) : 0));
    if (line.kind === 'graduated') {
      const years = contractYears(line).map(({ start, end }) => ({
        spend: spendIn(start, end, () => 1),
        weight: discountAt(end - 1),
      }));
      return (figures) =>
        years.reduce((sum, { spend, weight }) => sum + weight * graduated(line, valueIn(spend, figures), 1), 0);
    }
    const index = indexOf.get(line);
    const { likely } = line.kind === 'percent' ? line.rate : line.amount;
    const figureIn = (figures: Float64Array) => (index === undefined ? likely : (figures[index] as number));
    if (line.kind === 'percent') {
      const spend = spendIn(line.start, line.end, discountAt);
      return (figures) => figureIn(figures) * valueIn(spend, figures);
    }
    const spend = spendIn(line.start, line.end, () => 1);
    const weight = discountAt(line.end - 1);
    return (figures) => weight * Math.max(0, figureIn(figures) - valueIn(spend, figures));
  };

  const own = sumOf(base, discountAt);
  const derived = lines.flatMap((line) => (isBase(line) ? [] : [derivedValue(line)]));
  return {
    estimates: uncertain.flatMap((line) => estimateOf(line) ?? []),
    presentValue: (figures) => {
      let value = valueIn(own, figures);
      for (const derivedIn of derived) value += derivedIn(figures);
      return value;
    },
  };
}

function valueIn({ certain, indexes, weights }: Sum, figures: Float64Array): number {
  let value = certain;
  for (let k = 0; k < indexes.length; k++) value += (weights[k] as number) * (figures[indexes[k] as number] as number);
  return value;
}

/** What one unit of a line's figure adds to the weighted sum of its months. */
function weightOf(line: BaseLine, side: Side, weigh: Weigh): number {
  let weight = 0;
  if (line.kind === 'recurring') {
    for (const bill of billsOf(line, side)) weight += billFactor(line, bill) * weigh(bill.month);
    return weight;
  }
  const share = line.quantity / (line.end - line.start);
  for (let month = line.start; month < line.end; month++) weight += share * weigh(month);
  return weight;
}
