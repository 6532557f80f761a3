import { isUncertain, pinned } from './estimates';
import { ledgerOf, totalOf, totalWith } from './ledger';
import { presentValueOf } from './present-value';
import { inUnits, sideOf } from './side';
import type { Alternative, Line, Model, Offer, Sensitivity } from './types';

/** The leverage with each uncertain line at low and at high, all others likely; widest first, ties by id. */
export function sensitivityOf(alternative: Alternative, model: Model): Sensitivity[] {
  const offer = costsOf(model.offer.lines, model, model.offer);
  const own = costsOf(alternative.lines, model);
  // In minor units until they are in order: floats would break ties of width.
  const swings = [
    ...offer.atEnds.map(({ line, low, high }) => ({ line, low: low - own.likely, high: high - own.likely })),
    ...own.atEnds.map(({ line, low, high }) => ({ line, low: offer.likely - low, high: offer.likely - high })),
  ];
  const width = ({ low, high }: Sensitivity) => Math.abs(high - low);
  swings.sort((a, b) => width(b) - width(a) || (a.line < b.line ? -1 : 1));
  const side = sideOf(model);
  return swings.map(({ line, low, high }) => ({ line, low: inUnits(low, side), high: inUnits(high, side) }));
}

/** What a side costs, and what it costs with each uncertain line at its ends; present values in minor units. */
function costsOf(lines: readonly Line[], model: Model, offer?: Offer) {
  const side = sideOf(model, offer);
  const ledger = ledgerOf(lines, side, 'likely');
  const total = totalOf(ledger, side);
  const costWith = (index: number, line: Line) =>
    presentValueOf(totalWith({ index, line }, total, ledger, side, 'likely'), model);
  return {
    likely: presentValueOf(total, model),
    atEnds: [...lines.entries()]
      .filter(([, line]) => isUncertain(line))
      .map(([index, line]) => ({
        line: line.id,
        low: costWith(index, pinned(line, 'low')),
        high: costWith(index, pinned(line, 'high')),
      })),
  };
}
