import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { offers } from '@/db/schema/offers';
import { users } from '@/db/schema/people';
import { snapshots, thresholds } from '@/db/schema/thresholds';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { decisionContent, groundOf } from '@/lib/decisions/ground';
import type { DecisionsView, DecisionView } from '@/lib/decisions/view';
import type { EngagementRecord } from '@/lib/engagements/record';
import { formatInstantIn } from '@/lib/format/dates';
import { thresholdsOf } from '@/lib/thresholds/facts';
import { openedSnapshot } from '@/lib/thresholds/opened';

const former = 'A former member';

/** How the deal has ended, and what an executive needs to say so. For those who may see the threshold. */
export async function loadDecisions(tx: ActorTx, actor: Actor, engagement: EngagementRecord): Promise<DecisionsView> {
  const mayDecide = mayInEngagement(engagement.member, 'decision.make');
  const recorded = await decisionsIn(tx, engagement);
  const end = recorded.find(({ counts }) => counts) ?? null;
  const open = mayDecide && !end;
  const approvers = new Map((await thresholdsOf(tx, [engagement.id])).map((one) => [one.id, one.approvers]));
  return {
    engagementId: engagement.id,
    currency: engagement.currency,
    end: end && viewOf(end, null),
    others: recorded
      .filter((one) => one !== end)
      .map((one) => {
        const named = one.decision.thresholdId === null ? [] : (approvers.get(one.decision.thresholdId) ?? []);
        const said = one.voices.some(({ userId }) => userId === actor.userId);
        const { kind, offerId, snapshotHash } = one.decision;
        const wanted = open && named.includes(actor.userId) && !said;
        return viewOf(one, wanted ? decisionContent(engagement.id, kind, offerId, snapshotHash) : null);
      }),
    making: open ? await makingOf(tx, actor, engagement, recorded) : null,
  };
}

/** How the deal has ended, for the pages around the Threshold room; null while it has not, or to whoever may not know. */
export async function loadEnd(tx: ActorTx, engagement: EngagementRecord): Promise<DecisionView | null> {
  if (!mayInEngagement(engagement.member, 'threshold.read')) return null;
  const end = (await decisionsIn(tx, engagement)).find(({ counts }) => counts);
  return end ? viewOf(end, null) : null;
}

type Recorded = Awaited<ReturnType<typeof decisionsIn>>[number];

/** Newest first, each with its voices and with what it rests on. */
async function decisionsIn(tx: ActorTx, { id: engagementId, timeZone, currency }: EngagementRecord) {
  const rows = await tx
    .select({
      decision: decisions,
      offer: offers.label,
      madeBy: users.name,
      line: thresholds.amount,
      content: snapshots.content,
    })
    .from(decisions)
    .innerJoin(offers, eq(offers.id, decisions.offerId))
    .innerJoin(
      snapshots,
      and(eq(snapshots.engagementId, decisions.engagementId), eq(snapshots.hash, decisions.snapshotHash)),
    )
    .leftJoin(thresholds, eq(thresholds.id, decisions.thresholdId))
    .leftJoin(users, eq(users.id, decisions.madeBy))
    .where(eq(decisions.engagementId, engagementId))
    .orderBy(desc(decisions.madeAt), desc(decisions.id));
  const voices = await tx
    .select({ voice: decisionVoices, name: users.name })
    .from(decisionVoices)
    .leftJoin(users, eq(users.id, decisionVoices.userId))
    .where(eq(decisionVoices.engagementId, engagementId))
    .orderBy(asc(decisionVoices.givenAt));
  const on = (at: Date) => formatInstantIn(at.toISOString(), timeZone);
  return rows.map(({ decision, offer, madeBy, line, content }) => {
    const own = voices.filter(({ voice }) => voice.decisionId === decision.id);
    return {
      decision,
      offer,
      currency,
      madeBy: madeBy ?? former,
      on: on(decision.madeAt),
      line,
      cost: openedSnapshot(decision.snapshotHash, content, []).offer?.presentValue ?? null,
      voices: own.map(({ voice, name }) => ({
        userId: voice.userId,
        name: name ?? former,
        on: on(voice.givenAt),
        method: voice.method,
      })),
      counts: own.length >= decision.quorum,
    };
  });
}

function viewOf({ decision, voices, ...recorded }: Recorded, joining: string | null): DecisionView {
  return {
    id: decision.id,
    kind: decision.kind,
    currency: recorded.currency,
    offer: recorded.offer,
    cost: recorded.cost,
    line: recorded.line,
    reason: decision.reason,
    aboveLine: decision.aboveLine,
    quorum: decision.quorum,
    madeBy: recorded.madeBy,
    madeOn: recorded.on,
    voices: voices.map(({ name, on, method }) => ({ name, on, method })),
    counts: recorded.counts,
    hash: decision.snapshotHash,
    joining,
  };
}

async function makingOf(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  recorded: readonly Recorded[],
): Promise<DecisionsView['making']> {
  const ground = await groundOf(tx, engagement);
  if (!ground) return null;
  const { offer, threshold, aboveLine } = ground;
  const begun = recorded.find(
    ({ decision }) => decision.offerId === offer.id && decision.kind === 'sign' && decision.aboveLine === aboveLine,
  );
  return {
    newId: randomUUID(),
    offer: { id: offer.id, label: offer.label, cost: ground.cost },
    readHash: ground.hash,
    aboveLine:
      aboveLine && threshold
        ? `This offer is above the line. To sign it takes a reason, and ${threshold.quorum} of those who were named to approve the line. The record says so for good.`
        : null,
    mayNotSign: begun
      ? 'To sign this offer is begun already: it waits for the others.'
      : aboveLine && !threshold?.approvers.includes(actor.userId)
        ? 'This offer is above the line: only those who were named to approve the line can sign it.'
        : null,
  };
}
