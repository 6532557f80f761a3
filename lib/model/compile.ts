import { billFactor, billsOf } from './bills';
import { estimateOf, isUncertain } from './estimates';
import { type BaseLine, type DerivedLine, isBase } from './flows';
import { contractYears, graduated } from './graduated';
import { discountWeights } from './present-value';
import { firstMonth, type Side } from './side';
import type { Estimate, Line, Model } from './types';

/** Figures drawn: an array for each uncertain line, with one entry a draw. */
export type Drawn = readonly Float64Array[];

/** One side, made ready to be evaluated for many draws at once. */
export type Compiled = {
  /** The estimates to draw from, one for each uncertain line. */
  readonly estimates: readonly Estimate[];
  /** Adds the side's present value in each draw, in units and with no flow rounded. */
  readonly addPresentValues: (drawn: Drawn, to: Float64Array) => void;
};

/** Σ weight × figure over some base lines, the certain ones summed up already. */
type Sum = { readonly certain: number; readonly drawn: readonly { readonly index: number; readonly weight: number }[] };

type Weigh = (month: number) => number;

/** Flows of base lines are linear in their figures, so a draw costs one product a line whatever the months. */
export function compile(lines: readonly Line[], model: Model, side: Side): Compiled {
  const discount = discountWeights(model);
  const discountAt: Weigh = (month) => discount[month - firstMonth] as number;
  const uncertain = lines.filter(isUncertain);
  const indexOf = new Map(uncertain.map((line, index) => [line, index]));
  const base = lines.filter(isBase);

  const sumOf = (among: readonly BaseLine[], weigh: Weigh): Sum => {
    let certain = 0;
    const drawn: { index: number; weight: number }[] = [];
    for (const line of among) {
      const weight = weightOf(line, side, weigh);
      const index = indexOf.get(line);
      if (index === undefined) certain += weight * line.unitCost.likely;
      else if (weight !== 0) drawn.push({ index, weight });
    }
    return { certain, drawn };
  };

  const adderOf = (line: DerivedLine): Compiled['addPresentValues'] => {
    const among = base.filter(({ category }) => line.of.includes(category));
    const spendIn = (start: number, end: number, weigh: Weigh) =>
      sumOf(among, (month) => (month >= start && month < end ? weigh(month) : 0));
    if (line.kind === 'graduated') {
      const years = contractYears(line).map(({ start, end }) => ({
        spend: spendIn(start, end, () => 1),
        weight: discountAt(end - 1),
      }));
      return (drawn, to) => {
        for (const { spend, weight } of years) {
          for (const [draw, spent] of valuesOf(spend, drawn, to.length).entries()) {
            to[draw] = (to[draw] as number) + weight * graduated(line, spent, 1);
          }
        }
      };
    }
    const index = indexOf.get(line);
    const { likely } = line.kind === 'percent' ? line.rate : line.amount;
    const figureOf = (drawn: Drawn, draw: number) => (index === undefined ? likely : (drawn[index]?.[draw] as number));
    if (line.kind === 'percent') {
      const spend = spendIn(line.start, line.end, discountAt);
      return (drawn, to) => {
        for (const [draw, spent] of valuesOf(spend, drawn, to.length).entries()) {
          to[draw] = (to[draw] as number) + figureOf(drawn, draw) * spent;
        }
      };
    }
    const spend = spendIn(line.start, line.end, () => 1);
    const weight = discountAt(line.end - 1);
    return (drawn, to) => {
      for (const [draw, spent] of valuesOf(spend, drawn, to.length).entries()) {
        to[draw] = (to[draw] as number) + weight * Math.max(0, figureOf(drawn, draw) - spent);
      }
    };
  };

  const own = sumOf(base, discountAt);
  const adders = lines.flatMap((line) => (isBase(line) ? [] : [adderOf(line)]));
  return {
    estimates: uncertain.flatMap((line) => estimateOf(line) ?? []),
    addPresentValues: (drawn, to) => {
      addSum(own, drawn, to);
      for (const add of adders) add(drawn, to);
    },
  };
}

function valuesOf(sum: Sum, drawn: Drawn, draws: number): Float64Array {
  const values = new Float64Array(draws);
  addSum(sum, drawn, values);
  return values;
}

function addSum({ certain, drawn: terms }: Sum, drawn: Drawn, to: Float64Array): void {
  for (let draw = 0; draw < to.length; draw++) to[draw] = (to[draw] as number) + certain;
  for (const { index, weight } of terms) {
    const figures = drawn[index] as Float64Array;
    for (let draw = 0; draw < to.length; draw++) {
      to[draw] = (to[draw] as number) + weight * (figures[draw] as number);
    }
  }
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
