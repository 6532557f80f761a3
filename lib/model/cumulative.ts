import { firstMonth, sideOf } from './flows';
import { ledgerOf, totalOf } from './ledger';
import { inUnits } from './totals';
import type { Alternative, Model } from './types';

/** Cumulative nominal cost of both sides at the end of each month of the grid. */
export function cumulativeOf(
  alternative: Alternative,
  model: Model,
): { month: number; offer: number; alternative: number }[] {
  const offerSide = sideOf(model, model.offer);
  const side = sideOf(model);
  const offer = totalOf(ledgerOf(model.offer.lines, offerSide, 'likely'), offerSide);
  const own = totalOf(ledgerOf(alternative.lines, side, 'likely'), side);
  let offerSum = 0;
  let ownSum = 0;
  return Array.from(offer, (flow, index) => {
    offerSum += flow;
    ownSum += own[index] ?? 0;
    return { month: index + firstMonth, offer: inUnits(offerSum, side), alternative: inUnits(ownSum, side) };
  });
}
