import type { Estimate } from './types';

/**
 * Quantiles of the PERT distribution, Beta(1 + 4t, 5 − 4t) on [low, high] with t = (likely − low)/(high − low),
 * as a table over z, the standard normal number that has the same probability below it.
 */
const zEnd = 6;
const zSteps = 1024;
const stepsPerUnit = zSteps / (2 * zEnd);

/** Grid of y = ln(x / (1 − x)): dense at both ends, where the density may start steeply. */
const yEnd = 24;
const ySteps = 1200;
const yStep = (2 * yEnd) / ySteps;
const logX = Float64Array.from({ length: ySteps + 1 }, (_, k) => -Math.log1p(Math.exp(yEnd - k * yStep)));
const logRest = Float64Array.from({ length: ySteps + 1 }, (_, k) => -Math.log1p(Math.exp(k * yStep - yEnd)));

/** Φ at the grid of z, by the trapezoidal rule from far out; its upper half follows by symmetry. */
const normalBelow = (() => {
  const fine = 8;
  const step = 1 / stepsPerUnit / fine;
  const below = new Float64Array(zSteps + 1);
  const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  let sum = 0;
  for (let z = -12; z < -zEnd - step / 2; z += step) sum += ((density(z) + density(z + step)) / 2) * step;
  for (let k = 0; k <= zSteps / 2; k++) {
    below[k] = sum;
    below[zSteps - k] = 1 - sum;
    for (let part = 0; part < fine; part++) {
      const z = -zEnd + k / stepsPerUnit + part * step;
      sum += ((density(z) + density(z + step)) / 2) * step;
    }
  }
  return below;
})();

const tables = new Map<number, Float64Array>();

/** The quantile table of a shape over [0, 1]. */
function tableOf(t: number): Float64Array {
  const known = tables.get(t);
  if (known) return known;
  if (tables.size > 2_000) tables.clear();
  const alpha = 1 + 4 * t;
  const beta = 5 - 4 * t;
  // x^α (1−x)^β is the density of y, for dx = x (1−x) dy.
  const mass = new Float64Array(ySteps + 1);
  for (let k = 0; k <= ySteps; k++) mass[k] = Math.exp(alpha * (logX[k] as number) + beta * (logRest[k] as number));
  const lower = cumulativeOf(mass);
  const total = lower[ySteps] as number;
  const upper = cumulativeOf(mass.toReversed());
  const table = new Float64Array(zSteps + 1);
  // Each half from its own end, where small probabilities are not differences of large ones.
  for (let k = 0, at = 0; k <= zSteps / 2; k++) {
    at = advance(lower, at, (normalBelow[k] as number) * total);
    table[k] = logistic(positionIn(lower, at, (normalBelow[k] as number) * total));
  }
  for (let k = 0, at = 0; k < zSteps / 2; k++) {
    at = advance(upper, at, (normalBelow[k] as number) * total);
    table[zSteps - k] = 1 - logistic(positionIn(upper, at, (normalBelow[k] as number) * total));
  }
  tables.set(t, table);
  return table;
}

function cumulativeOf(mass: Float64Array): Float64Array {
  const sums = new Float64Array(mass.length);
  for (let k = 1; k < mass.length; k++) {
    sums[k] = (sums[k - 1] as number) + (((mass[k - 1] as number) + (mass[k] as number)) / 2) * yStep;
  }
  return sums;
}

function advance(sums: Float64Array, from: number, target: number): number {
  let at = from;
  while (at < sums.length - 2 && (sums[at + 1] as number) < target) at++;
  return at;
}

/** Where between grid points `at` and `at + 1` the cumulative mass reaches the target, as y. */
function positionIn(sums: Float64Array, at: number, target: number): number {
  const below = sums[at] as number;
  const above = sums[at + 1] as number;
  const part = above > below ? Math.min(1, Math.max(0, (target - below) / (above - below))) : 0;
  return -yEnd + (at + part) * yStep;
}

function logistic(y: number): number {
  return 1 / (1 + Math.exp(-y));
}

/** A table to look draws up in, for one estimate: `valueAt(z)` is its quantile at probability Φ(z). */
export type PertTable = { readonly low: number; readonly width: number; readonly table: Float64Array };

export function pertTable({ low, likely, high }: Estimate): PertTable {
  return { low, width: high - low, table: tableOf((likely - low) / (high - low)) };
}

export function valueAt({ low, width, table }: PertTable, z: number): number {
  const place = (z + zEnd) * stepsPerUnit;
  if (place <= 0) return low + width * (table[0] as number);
  if (place >= zSteps) return low + width * (table[zSteps] as number);
  const index = place | 0;
  const before = table[index] as number;
  return low + width * (before + ((table[index + 1] as number) - before) * (place - index));
}
