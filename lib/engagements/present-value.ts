import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';

/** The chosen alternative's all-in cost, or the first one's where none is chosen; 0 where there is none. */
export function presentValueOf(model: Model): number {
  const alternative = model.alternatives.find(({ id }) => id === model.chosen) ?? model.alternatives[0];
  return alternative ? allInCost(alternative.lines, model, 'likely') : 0;
}
