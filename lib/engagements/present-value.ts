import type { OfferRecord } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';

/** The chosen alternative's all-in cost, or the first one's where none is chosen; 0 where there is none. */
export function presentValueOf(model: Model): number {
  const alternative = model.alternatives.find(({ id }) => id === model.chosen) ?? model.alternatives[0];
  return alternative ? allInCost(alternative.lines, model, 'likely') : 0;
}

/** The all-in cost of an offer of the past or of the one that stands, as the model reckons today. */
export function costOfOffer(offer: OfferRecord, model: Model): number {
  const lines = offer.lines.map(({ line }) => line);
  return allInCost(lines, model, 'likely', { ...offer, lines });
}
