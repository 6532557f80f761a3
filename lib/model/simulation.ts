import { compile } from './compile';
import { toHundredths } from './money';
import { pertTable, valueAt } from './pert';
import { drawsAtOnce, normalSource } from './random';
import { type Side, sideOf } from './side';
import type { Alternative, Line, Model, Percentiles, Simulation } from './types';

export type SimulationOptions = { readonly draws: number; readonly seed: number };

/** Present values of the offer, one per draw, and of any alternative in the same draws; in units, not rounded. */
export type SimulationRun = {
  readonly offer: Float64Array;
  readonly alternative: (alternative: Alternative) => Float64Array;
};

/**
 * Joint draws of both sides. Estimates are PERT distributed and move together by a one-factor Gaussian copula,
 * z = √ρ·Z + √(1−ρ)·ε, with one Z for both sides.
 */
export function simulate(model: Model, { draws, seed }: SimulationOptions): SimulationRun {
  return {
    offer: drawsOf(model.offer.lines, model, sideOf(model, model.offer), { draws, seed, own: 1 }),
    alternative: ({ lines }) => drawsOf(lines, model, sideOf(model), { draws, seed, own: 2 }),
  };
}

/** `own` tells the sides apart: their lines draw from seeds of their own, and Z from the one they share. */
type SideOptions = SimulationOptions & { readonly own: number };

function drawsOf(lines: readonly Line[], model: Model, side: Side, { draws, seed, own }: SideOptions): Float64Array {
  const { estimates, addPresentValues } = compile(lines, model, side);
  const tables = estimates.map(pertTable);
  const together = Math.sqrt(model.correlation);
  const apart = Math.sqrt(1 - model.correlation);
  const fillShared = normalSource(seed, draws);
  const fillOwn = normalSource(seed + own, draws);
  const shared = new Float64Array(drawsAtOnce);
  const drawn = tables.map(() => new Float64Array(drawsAtOnce));
  const values = new Float64Array(draws);
  for (let block = 0; block * drawsAtOnce < draws; block++) {
    fillShared(block, shared);
    for (const [index, table] of tables.entries()) {
      const figures = drawn[index] as Float64Array;
      fillOwn(block, figures);
      for (let draw = 0; draw < drawsAtOnce; draw++) {
        figures[draw] = valueAt(table, together * (shared[draw] as number) + apart * (figures[draw] as number));
      }
    }
    addPresentValues(drawn, values.subarray(block * drawsAtOnce, (block + 1) * drawsAtOnce));
  }
  return values;
}

/** Closer than this, two unrounded costs differ by the order of summation only. */
const summationError = 1e-12;

/** What the draws say of one alternative against the offer, to the hundredth of a unit. */
export function simulationOf(run: SimulationRun, alternative: Alternative): Simulation {
  const own = run.alternative(alternative);
  const leverage = run.offer.map((offer, draw) => offer - (own[draw] as number));
  const costsMore = leverage.filter((lead, draw) => lead > Math.abs(run.offer[draw] as number) * summationError);
  return {
    draws: own.length,
    pOfferCostsMore: costsMore.length / own.length,
    offer: percentilesOf(run.offer),
    alternative: percentilesOf(own),
    leverage: percentilesOf(leverage),
  };
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
