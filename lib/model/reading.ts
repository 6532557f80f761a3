import type { Confidence, Verdict } from './types';

/** All present values; null where there is no offer line, no chosen alternative with lines, no threshold in force. */
export type ReadingFacts = {
  readonly offer: number | null;
  readonly alternative: number | null;
  readonly threshold: number | null;
};

export function readingOf({ offer, alternative, threshold }: ReadingFacts): Verdict {
  if (offer === null || alternative === null || threshold === null) return 'incomplete';
  if (offer > alternative) return offer > threshold ? 'walk' : 'press';
  return offer > threshold ? 'revisit' : 'sign';
}

/** How sure the model is of which side costs more, from P(offer > alternative). */
export function confidenceOf(probability: number): Confidence {
  if (probability >= 0.8 || probability <= 0.2) return 'clear';
  return probability >= 0.6 || probability <= 0.4 ? 'leaning' : 'close';
}

/** Which way the honest math points, whatever the threshold: equal costs favour staying. */
export function mathFavours(offer: number, alternative: number): 'leaving' | 'staying' {
  return offer > alternative ? 'leaving' : 'staying';
}
