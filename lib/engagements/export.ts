import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import type { Model } from '@/lib/model/types';

/**
 * The model as its file holds it: with the threshold in force or, while none is, the proposed one, so that a
 * file that came with a threshold leaves with it.
 */
export function exportedModel(engagement: EngagementRecord): Model {
  const model = modelOf(engagement);
  const amount = engagement.threshold?.amount ?? engagement.proposedAmount;
  return amount === null ? model : { ...model, threshold: { amount } };
}
