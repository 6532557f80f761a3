import { isUncertain, pinned } from './estimates';
import { inUnits, sideOf } from './side';
import { presentCost } from './totals';
import type { Alternative, Line, Model, Sensitivity } from './types';

/** The leverage with each uncertain line at low and at high, all others likely; widest first, ties by id. */
export function sensitivityOf(alternative: Alternative, model: Model): Sensitivity[] {
  const { offer } = model;
  const offerCost = (lines: readonly Line[]) => presentCost(lines, model, 'likely', offer);
  const ownCost = (lines: readonly Line[]) => presentCost(lines, model, 'likely');
  const offerLikely = offerCost(offer.lines);
  const ownLikely = ownCost(alternative.lines);
  // In minor units until they are in order: floats would break ties of width.
  const swings = [
    ...swingsOf(offer.lines, (lines) => offerCost(lines) - ownLikely),
    ...swingsOf(alternative.lines, (lines) => offerLikely - ownCost(lines)),
  ];
  const width = ({ low, high }: Sensitivity) => Math.abs(high - low);
  swings.sort((a, b) => width(b) - width(a) || (a.line < b.line ? -1 : 1));
  const side = sideOf(model);
  return swings.map(({ line, low, high }) => ({ line, low: inUnits(low, side), high: inUnits(high, side) }));
}

function swingsOf(lines: readonly Line[], leverageWith: (lines: readonly Line[]) => number): Sensitivity[] {
  return lines.flatMap((line, index) => {
    if (!isUncertain(line)) return [];
    const at = (end: 'low' | 'high') => leverageWith(lines.with(index, pinned(line, end)));
    return [{ line: line.id, low: at('low'), high: at('high') }];
  });
}
