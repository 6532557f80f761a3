import { createHash } from 'node:crypto';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import { serialiseModel } from '@/lib/model-file/serialise';

/** What of a threshold its approvers agree on. Amounts are present values in the engagement's currency. */
export type Terms = {
  readonly id: string;
  readonly amount: number;
  readonly statement: string;
  readonly conditions: string;
  readonly reason: string;
  readonly alternativeId: string;
  readonly tolerance: number;
  readonly validUntil: string;
  readonly quorum: number;
  readonly approvers: readonly string[];
};

/** An end of the deal, where that is what is decided upon. */
export type EndingTerms = { readonly kind: string; readonly offer: string; readonly reason: string };

export type Snapshot = { readonly content: string; readonly hash: string };

/**
 * What a decision is made upon, as one canonical text: the model file as it stands, the offer it holds, the threshold
 * with its statement, and the end of the deal where it is one. Keys in this order, approvers sorted: the same facts always give the same hash, the
 * SHA-256 of the text in UTF-8.
 */
export function snapshotOf(
  engagement: EngagementFigures,
  threshold: Terms | null,
  ending: EndingTerms | null = null,
): Snapshot {
  const content = JSON.stringify({
    format: 'walk-position/snapshot@1',
    engagement: engagement.id,
    offer: engagement.offers.at(-1)?.id ?? null,
    ...(ending && { ending: { kind: ending.kind, offer: ending.offer, reason: ending.reason } }),
    threshold: threshold && {
      id: threshold.id,
      amount: threshold.amount,
      statement: threshold.statement,
      conditions: threshold.conditions,
      reason: threshold.reason,
      alternative: threshold.alternativeId,
      tolerance: threshold.tolerance,
      validUntil: threshold.validUntil,
      quorum: threshold.quorum,
      approvers: [...threshold.approvers].sort(),
    },
    model: JSON.parse(serialiseModel(modelOf(engagement), { threshold: false })),
  });
  return { content, hash: createHash('sha256').update(content).digest('hex') };
}
