import { ledgerOf, totalOf } from './ledger';
import { firstMonth, inUnits, sideOf } from './side';
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
    ownSum += own[index] as number;
    return { month: index + firstMonth, offer: inUnits(offerSum, side), alternative: inUnits(ownSum, side) };
  });
}
