import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { DecisionKind } from '@/lib/decisions/schema';
import { type EngagementRecord, modelOf, type OfferRecord } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { type Snapshot, snapshotOf } from '@/lib/thresholds/snapshot';

/** What a decision on how the deal ends is made upon. Costs are present values in the engagement's currency. */
export type Ground = {
  readonly offer: OfferRecord;
  readonly cost: number;
  /** SHA-256 of what was read, before it is said how the deal ends. */
  readonly hash: string;
  /** The threshold in force; null where none is. */
  readonly threshold: ThresholdRecord | null;
  /** The offer that stands costs more than the line in force. */
  readonly aboveLine: boolean;
};

/** The offer that stands, the line in force and the model as it is. Null while no offer stands. */
export async function groundOf(tx: ActorTx, engagement: EngagementRecord): Promise<Ground | null> {
  const offer = engagement.offers.at(-1);
  if (!offer || offer.lines.length === 0) return null;
  const line = engagement.threshold;
  const threshold = (line && (await thresholdsOf(tx, [engagement.id])).find(({ id }) => id === line.id)) ?? null;
  const model = modelOf(engagement);
  const cost = allInCost(model.offer.lines, model, 'likely', model.offer);
  return {
    offer,
    cost,
    hash: snapshotOf(engagement, threshold).hash,
    threshold,
    aboveLine: threshold !== null && cost > threshold.amount,
  };
}

/** What is kept of an end: everything it was decided upon, which end it is, upon which offer, and why. */
export const endingSnapshot = (
  engagement: EngagementRecord,
  { threshold, offer }: Ground,
  { kind, reason }: { readonly kind: DecisionKind; readonly reason: string },
): Snapshot => snapshotOf(engagement, threshold, { kind, offer: offer.id, reason });

/** What an executive proves afresh: this end, of this deal, upon exactly this. `hash` is the end's own. */
export const decisionContent = (engagementId: string, kind: DecisionKind, offerId: string, hash: string) =>
  stepUpContent(engagementId, kind, offerId, hash);
