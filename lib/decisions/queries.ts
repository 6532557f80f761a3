import 'server-only';
import { randomUUID } from 'node:crypto';
import { asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { offers } from '@/db/schema/offers';
import { users } from '@/db/schema/people';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { decisionContent, groundOf } from '@/lib/decisions/ground';
import type { DecisionsView, DecisionView } from '@/lib/decisions/view';
import type { EngagementRecord } from '@/lib/engagements/record';
import { thresholdsOf } from '@/lib/thresholds/facts';

const former = 'A former member';

/** How the deal has ended, and what an executive needs to say so. For those who may see the threshold. */
export async function loadDecisions(tx: ActorTx, actor: Actor, engagement: EngagementRecord): Promise<DecisionsView> {
  const mayDecide = mayInEngagement(engagement.member, 'decision.make');
  return {
    engagementId: engagement.id,
    decisions: await decisionsIn(tx, actor, engagement, mayDecide),
    making: mayDecide ? await makingOf(tx, actor, engagement) : null,
  };
}

async function decisionsIn(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  mayDecide: boolean,
): Promise<DecisionView[]> {
  const rows = await tx
    .select({ decision: decisions, offer: offers.label, madeBy: users.name })
    .from(decisions)
    .innerJoin(offers, eq(offers.id, decisions.offerId))
    .leftJoin(users, eq(users.id, decisions.madeBy))
    .where(eq(decisions.engagementId, engagement.id))
    .orderBy(desc(decisions.madeAt), desc(decisions.id));
  if (rows.length === 0) return [];
  const voices = await tx
    .select({ voice: decisionVoices, name: users.name })
    .from(decisionVoices)
    .leftJoin(users, eq(users.id, decisionVoices.userId))
    .where(eq(decisionVoices.engagementId, engagement.id))
    .orderBy(asc(decisionVoices.givenAt));
  const thresholds = await thresholdsOf(tx, [engagement.id]);
  return rows.map(({ decision, offer, madeBy }) => {
    const own = voices.filter(({ voice }) => voice.decisionId === decision.id);
    const approvers = thresholds.find(({ id }) => id === decision.thresholdId)?.approvers ?? [];
    const counts = own.length >= decision.quorum;
    const wanted =
      mayDecide &&
      !counts &&
      approvers.includes(actor.userId) &&
      !own.some(({ voice }) => voice.userId === actor.userId);
    return {
      id: decision.id,
      kind: decision.kind,
      offer,
      reason: decision.reason,
      aboveLine: decision.aboveLine,
      quorum: decision.quorum,
      madeBy: madeBy ?? former,
      madeAt: decision.madeAt.toISOString(),
      voices: own.map(({ voice, name }) => ({
        name: name ?? former,
        at: voice.givenAt.toISOString(),
        method: voice.method,
      })),
      counts,
      hash: decision.snapshotHash,
      joining: wanted ? decisionContent(engagement.id, decision.kind, decision.offerId, decision.snapshotHash) : null,
    };
  });
}

async function makingOf(tx: ActorTx, actor: Actor, engagement: EngagementRecord): Promise<DecisionsView['making']> {
  const ground = await groundOf(tx, engagement);
  if (!ground) return null;
  const { offer, snapshot, aboveLine, quorum } = ground;
  const content = (kind: 'sign' | 'leave' | 'extend') => decisionContent(engagement.id, kind, offer.id, snapshot.hash);
  return {
    newId: randomUUID(),
    offer: { id: offer.id, label: offer.label },
    snapshotHash: snapshot.hash,
    contents: { sign: content('sign'), leave: content('leave'), extend: content('extend') },
    aboveLine: aboveLine
      ? `This offer is above the line. To sign it takes a reason, and ${quorum} of those who were named to approve the line. The record says so for good.`
      : null,
    maySign: !aboveLine || ground.approvers.includes(actor.userId),
  };
}
