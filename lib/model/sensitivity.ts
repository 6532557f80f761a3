import { allInCost } from './totals';
import type { Alternative, Estimate, Line, Model, Sensitivity } from './types';

/** The estimate of a line, whichever figure it is; null where the line is certain by kind. */
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

function pinned(line: Line, end: 'low' | 'high'): Line {
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

/** The leverage with each uncertain line at low and at high, all others likely; widest first, ties by id. */
export function sensitivityOf(alternative: Alternative, model: Model): Sensitivity[] {
  const { offer } = model;
  const offerCost = allInCost(offer.lines, model, 'likely', offer);
  const alternativeCost = allInCost(alternative.lines, model, 'likely');
  const cents = 1e6;
  const difference = (a: number, b: number) => Math.round((a - b) * cents) / cents + 0;
  const swings: Sensitivity[] = [];
  const withEnd = (lines: readonly Line[], index: number, end: 'low' | 'high') =>
    lines.map((line, at) => (at === index ? pinned(line, end) : line));
  for (const [index, line] of offer.lines.entries()) {
    if (!isUncertain(line)) continue;
    const at = (end: 'low' | 'high') =>
      difference(allInCost(withEnd(offer.lines, index, end), model, 'likely', offer), alternativeCost);
    swings.push({ line: line.id, low: at('low'), high: at('high') });
  }
  for (const [index, line] of alternative.lines.entries()) {
    if (!isUncertain(line)) continue;
    const at = (end: 'low' | 'high') =>
      difference(offerCost, allInCost(withEnd(alternative.lines, index, end), model, 'likely'));
    swings.push({ line: line.id, low: at('low'), high: at('high') });
  }
  const width = (swing: Sensitivity) => Math.abs(swing.high - swing.low);
  return swings.sort((a, b) => width(b) - width(a) || (a.line < b.line ? -1 : 1));
}
