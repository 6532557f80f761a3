import { billFactor, billsOf, contractYears, firstMonth, graduated, isBase, type Side, sideOf } from './flows';
import { toHundredths } from './money';
import { type PertTable, pertTable, valueAt } from './pert';
import { discountWeights } from './present-value';
import { normalSource } from './random';
import { estimateOf, isUncertain } from './sensitivity';
import type { Alternative, Line, Model, OneTimeLine, Percentiles, RecurringLine, Simulation } from './types';

export type SimulationOptions = { readonly draws: number; readonly seed: number };

/** Σ coefficient × figure of some lines, the certain ones summed up already. */
type Sum = { readonly certain: number; readonly indexes: Int32Array; readonly coefficients: Float64Array };

/** One side, made ready to be evaluated per draw: figures in, its unrounded present value out. */
type Compiled = {
  readonly tables: readonly PertTable[];
  readonly evaluate: (figures: Float64Array) => number;
};

/**
 * The present values of both sides over joint draws. Estimates are PERT distributed and move together by a
 * one-factor Gaussian copula, z = √ρ·Z + √(1−ρ)·ε, with one Z for both sides; flows are not rounded.
 */
export function simulate(model: Model, options: SimulationOptions): SimulationRun {
  const { draws, seed } = options;
  const common = new Float64Array(draws);
  const source = normalSource(seed);
  for (let draw = 0; draw < draws; draw++) common[draw] = source();
  const offer = drawsOf(compile(model.offer.lines, model, sideOf(model, model.offer)), model, common, seed + 1);
  return {
    offer,
    alternative: (alternative) => drawsOf(compile(alternative.lines, model, sideOf(model)), model, common, seed + 2),
  };
}

export type SimulationRun = {
  readonly offer: Float64Array;
  readonly alternative: (alternative: Alternative) => Float64Array;
};

/** What the draws say of one alternative against the offer, to the hundredth of a unit. */
export function simulationOf(run: SimulationRun, alternative: Alternative): Simulation {
  const own = run.alternative(alternative);
  const leverage = new Float64Array(own.length);
  let costsMore = 0;
  for (let draw = 0; draw < own.length; draw++) {
    leverage[draw] = (run.offer[draw] as number) - (own[draw] as number);
    if ((leverage[draw] as number) > 0) costsMore++;
  }
  return {
    draws: own.length,
    pOfferCostsMore: costsMore / own.length,
    offer: percentilesOf(run.offer),
    alternative: percentilesOf(own),
    leverage: percentilesOf(leverage),
  };
}

function drawsOf(side: Compiled, model: Model, common: Float64Array, seed: number): Float64Array {
  const together = Math.sqrt(model.correlation);
  const apart = Math.sqrt(1 - model.correlation);
  const source = normalSource(seed);
  const figures = new Float64Array(side.tables.length);
  const values = new Float64Array(common.length);
  for (let draw = 0; draw < common.length; draw++) {
    const shared = together * (common[draw] as number);
    for (let index = 0; index < figures.length; index++) {
      figures[index] = valueAt(side.tables[index] as PertTable, shared + apart * source());
    }
    values[draw] = side.evaluate(figures);
  }
  return values;
}

/** Turns lines into sums: a present value is linear in the figures of lines that depend on no other. */
function compile(lines: readonly Line[], model: Model, side: Side): Compiled {
  const weights = discountWeights(model.discountRate, model.horizonMonths);
  const weightAt = (month: number) => weights[month - firstMonth] as number;
  const uncertain = lines.filter(isUncertain);
  const indexOf = new Map(uncertain.map((line, index) => [line, index]));
  const base = lines.filter(isBase);

  const sum = (among: readonly (RecurringLine | OneTimeLine)[], weigh: (month: number) => number): Sum => {
    let certain = 0;
    const indexes: number[] = [];
    const coefficients: number[] = [];
    for (const line of among) {
      const coefficient = coefficientOf(line, side, weigh);
      const index = indexOf.get(line);
      if (index === undefined) certain += coefficient * line.unitCost.likely;
      else if (coefficient !== 0) {
        indexes.push(index);
        coefficients.push(coefficient);
      }
    }
    return { certain, indexes: Int32Array.from(indexes), coefficients: Float64Array.from(coefficients) };
  };

  const parts: ((figures: Float64Array) => number)[] = [];
  const own = sum(base, weightAt);
  parts.push((figures) => sumOf(own, figures));

  for (const line of lines) {
    if (isBase(line)) continue;
    const of = base.filter((other) => line.of.includes(other.category));
    const index = indexOf.get(line);
    const estimate = estimateOf(line);
    const figure = (figures: Float64Array) =>
      index === undefined ? (estimate?.likely ?? 0) : (figures[index] as number);
    const within = (start: number, end: number, weigh: (month: number) => number) => (month: number) =>
      month >= start && month < end ? weigh(month) : 0;
    if (line.kind === 'percent') {
      const spend = sum(of, within(line.start, line.end, weightAt));
      parts.push((figures) => figure(figures) * sumOf(spend, figures));
    } else if (line.kind === 'commitment') {
      const spend = sum(
        of,
        within(line.start, line.end, () => 1),
      );
      const weight = weightAt(line.end - 1);
      parts.push((figures) => weight * Math.max(0, figure(figures) - sumOf(spend, figures)));
    } else {
      for (const year of contractYears(line)) {
        const spend = sum(
          of,
          within(year.start, year.end, () => 1),
        );
        const weight = weightAt(year.end - 1);
        parts.push((figures) => weight * graduated(line, sumOf(spend, figures), 1));
      }
    }
  }
  return {
    tables: uncertain.map((line) => pertTable(estimateOf(line) ?? { low: 0, likely: 0, high: 0 })),
    evaluate: (figures) => parts.reduce((total, part) => total + part(figures), 0),
  };
}

function sumOf(sum: Sum, figures: Float64Array): number {
  let value = sum.certain;
  for (let k = 0; k < sum.indexes.length; k++) {
    value += (sum.coefficients[k] as number) * (figures[sum.indexes[k] as number] as number);
  }
  return value;
}

/** What one unit of a line's figure adds to the weighted sum of its months. */
function coefficientOf(line: RecurringLine | OneTimeLine, side: Side, weigh: (month: number) => number): number {
  let coefficient = 0;
  if (line.kind === 'recurring') {
    for (const bill of billsOf(line, side)) coefficient += billFactor(line, bill) * weigh(bill.month);
    return coefficient;
  }
  const share = line.quantity / (line.end - line.start);
  for (let month = line.start; month < line.end; month++) coefficient += share * weigh(month);
  return coefficient;
}

function percentilesOf(values: Float64Array): Percentiles {
  const sorted = values.toSorted();
  const at = (fraction: number) => {
    const place = fraction * (sorted.length - 1);
    const index = Math.floor(place);
    const below = sorted[index] as number;
    const above = sorted[Math.min(index + 1, sorted.length - 1)] as number;
    return toHundredths(below + (above - below) * (place - index));
  };
  return { p5: at(0.05), p10: at(0.1), p50: at(0.5), p80: at(0.8), p90: at(0.9), p95: at(0.95) };
}
