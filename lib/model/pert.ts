import { normalBelow } from './normal';
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

/** Φ on the lower half of the grid of z. */
const probabilities = Float64Array.from({ length: zSteps / 2 + 1 }, (_, k) => normalBelow(k / stepsPerUnit - zEnd));

const tables = new Map<number, Float64Array>();

/** The quantile table of a shape over [0, 1]. */
function tableOf(t: number): Float64Array {
  const known = tables.get(t);
  if (known) return known;
  if (tables.size >= 2_000) tables.clear();
  const alpha = 1 + 4 * t;
  const beta = 5 - 4 * t;
  // x^α (1−x)^β is the density of y, for dx = x (1−x) dy.
  const density = logX.map((log, k) => Math.exp(alpha * log + beta * (logRest[k] as number)));
  // Each half from its own end, where small probabilities are not differences of large ones.
  const lower = lowerHalf(density);
  const upper = lowerHalf(density.toReversed());
  const table = new Float64Array(zSteps + 1);
  for (let k = 0; k <= zSteps / 2; k++) {
    table[k] = lower[k] as number;
    table[zSteps - k] = 1 - (upper[k] as number);
  }
  tables.set(t, table);
  return table;
}

/** x at each z ≤ 0, where the mass of a density over y, linear between its grid points, reaches Φ(z) of the whole. */
function lowerHalf(density: Float64Array): Float64Array {
  const at = (k: number) => density[k] as number;
  const cell = (k: number) => (at(k) + at(k + 1)) / 2;
  let total = 0;
  for (let k = 0; k < ySteps; k++) total += cell(k);
  let k = 0;
  let below = 0;
  return probabilities.map((probability) => {
    while (k < ySteps - 1 && below + cell(k) < probability * total) below += cell(k++);
    const rest = Math.max(0, probability * total - below);
    // The part s of the cell with a·s + (b − a)·s²/2 = rest.
    const slope = at(k + 1) - at(k);
    const part = rest === 0 ? 0 : (2 * rest) / (at(k) + Math.sqrt(Math.max(0, at(k) ** 2 + 2 * rest * slope)));
    return 1 / (1 + Math.exp(yEnd - (k + part) * yStep));
  });
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
