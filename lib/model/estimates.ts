import type Fraction from 'fraction.js';
import { exactly } from './money';
import type { Estimate, Line } from './types';

export type Scenario = 'low' | 'likely' | 'high' | 'expected' | 'vendor';

/** The uncertain figure of a line, whichever its kind calls it; null on a graduated line, which is certain. */
export function estimateOf(line: Line): Estimate | null {
  switch (line.kind) {
    case 'recurring':
    case 'one-time':
      return line.unitCost;
    case 'percent':
      return line.rate;
    case 'commitment':
      return line.amount;
    case 'graduated':
      return null;
  }
}

export function isUncertain(line: Line): boolean {
  const estimate = estimateOf(line);
  return estimate !== null && estimate.low < estimate.high;
}

/** The line with its figure certain at one end of the estimate. */
export function pinned(line: Line, end: 'low' | 'high'): Line {
  const estimate = estimateOf(line);
  if (!estimate) return line;
  const value = estimate[end];
  const certain: Estimate = { low: value, likely: value, high: value };
  switch (line.kind) {
    case 'percent':
      return { ...line, rate: certain };
    case 'commitment':
      return { ...line, amount: certain };
    case 'graduated':
      return line;
    default:
      return { ...line, unitCost: certain };
  }
}

/** A figure as a double, the size of what that was made from, and exactly. */
export type Figure = { readonly value: number; readonly size: number; readonly exact: () => Fraction };

/** The figure an estimate has in a scenario; a claim takes its place in the vendor's version. */
export function figureOf(estimate: Estimate, scenario: Scenario, claimed?: number): Figure {
  if (scenario === 'vendor') return written(claimed ?? estimate.likely);
  if (scenario !== 'expected') return written(estimate[scenario]);
  const { low, likely, high } = estimate;
  if (low === high) return written(likely);
  // The PERT mean.
  return {
    value: (low + 4 * likely + high) / 6,
    size: (Math.abs(low) + 4 * Math.abs(likely) + Math.abs(high)) / 6,
    exact: () => exactly(low).add(exactly(likely).mul(4)).add(exactly(high)).div(6),
  };
}

function written(value: number): Figure {
  return { value, size: Math.abs(value), exact: () => exactly(value) };
}
