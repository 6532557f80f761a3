import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { DecisionKind } from '@/lib/decisions/schema';
import { type EngagementRecord, modelOf, type OfferRecord } from '@/lib/engagements/record';
import { allInCost } from '@/lib/model/totals';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { thresholdsOf } from '@/lib/thresholds/facts';
import { type Snapshot, snapshotOf } from '@/lib/thresholds/snapshot';

/** What a decision on how the deal ends is made upon. */
export type Ground = {
  readonly offer: OfferRecord;
  readonly snapshot: Snapshot;
  /** Of the threshold in force; null where none is. */
  readonly thresholdId: string | null;
  readonly approvers: readonly string[];
  readonly quorum: number;
  /** The offer that stands costs more than the line in force. */
  readonly aboveLine: boolean;
};

/** The offer that stands, the line in force and the model as it is. Null while no offer stands. */
export async function groundOf(tx: ActorTx, engagement: EngagementRecord): Promise<Ground | null> {
  const offer = engagement.offers.at(-1);
  if (!offer || offer.lines.length === 0) return null;
  const line = engagement.threshold;
  const record = line && (await thresholdsOf(tx, [engagement.id])).find(({ id }) => id === line.id);
  const model = modelOf(engagement);
  return {
    offer,
    snapshot: snapshotOf(engagement, record ?? null),
    thresholdId: record?.id ?? null,
    approvers: record?.approvers ?? [],
    quorum: record?.quorum ?? 1,
    aboveLine: line !== null && allInCost(model.offer.lines, model, 'likely', model.offer) > line.amount,
  };
}

/** What an executive proves afresh: this end, of this deal, upon exactly this. */
export const decisionContent = (engagementId: string, kind: DecisionKind, offerId: string, snapshotHash: string) =>
  stepUpContent(engagementId, kind, offerId, snapshotHash);
