import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { recordActivity } from '@/lib/activity/record';
import { decisionContent, endingSnapshot, type Ground, groundOf } from '@/lib/decisions/ground';
import type { DrawnDecision, JoinedDecision, MadeDecision } from '@/lib/decisions/schema';
import type { EngagementRecord } from '@/lib/engagements/record';
import { DomainError, notFound } from '@/lib/server/errors';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { presentStepUp } from '@/lib/sign-in/step-up';
import { dealHasEnded } from '@/lib/thresholds/facts';
import { heldEngagement, holdThreshold, keepSnapshot, type TodayIn } from '@/lib/thresholds/mutations';
import { notify, thoseWhoKnow } from '@/lib/thresholds/notices';
import type { Snapshot } from '@/lib/thresholds/snapshot';

/** Checks an end before it is confirmed. Gives what is then to be proven afresh; writes nothing. */
export async function drawDecision(
  tx: ActorTx,
  person: SignedInPerson,
  drawn: DrawnDecision,
  todayIn: TodayIn,
): Promise<{ readonly content: string }> {
  const { engagement } = await heldEngagement(tx, person, drawn.engagementId, todayIn);
  return { content: (await endOf(tx, person, engagement, drawn)).content };
}

/**
 * Records how the deal ends. Signing above the line in force takes a reason, and counts once as many of the
 * threshold's own approvers have said so as the threshold asked for. Sent twice, it is recorded once.
 */
export async function makeDecision(
  tx: ActorTx,
  person: SignedInPerson,
  made: MadeDecision,
  todayIn: TodayIn,
): Promise<void> {
  const { engagementId, decisionId, kind, offerId, reason, stepUpId } = made;
  const { engagement } = await heldEngagement(tx, person, engagementId, todayIn);
  if (await hasVoice(tx, person, decisionId, stepUpId)) return;
  const { ground, aboveLine, snapshot, content } = await endOf(tx, person, engagement, made);
  await presentStepUp(tx, person, { stepUpId, purpose: 'decision.make', content });
  await keepSnapshot(tx, engagementId, snapshot);
  await tx.insert(decisions).values({
    id: decisionId,
    engagementId,
    kind,
    offerId,
    reason,
    thresholdId: ground.threshold?.id ?? null,
    aboveLine,
    quorum: aboveLine && ground.threshold ? ground.threshold.quorum : 1,
    snapshotHash: snapshot.hash,
    madeBy: person.userId,
  });
  await giveVoice(tx, person, { engagementId, decisionId, stepUpId });
  await recordActivity(tx, {
    engagementId,
    kind: 'decision.made',
    subject: decisionId,
    after: { decision: kind, offer: ground.offer.label, aboveLine, ...(reason && { reason }), snapshot: snapshot.hash },
    wall: 'threshold',
  });
}

/** Another of those whose word it takes says so too. Sent twice, it counts once. */
export async function joinDecision(
  tx: ActorTx,
  person: SignedInPerson,
  { engagementId, decisionId, stepUpId }: JoinedDecision,
): Promise<void> {
  await holdThreshold(tx, engagementId);
  if (await hasVoice(tx, person, decisionId, stepUpId)) return;
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.engagementId, engagementId), eq(decisions.id, decisionId)));
  if (!decision) throw notFound();
  if (await dealHasEnded(tx, engagementId)) throw endedAlready();
  if (await hasVoice(tx, person, decisionId)) {
    throw new DomainError({ code: 'stale', message: 'You have said so already: it waits for the others.' });
  }
  const { kind, offerId, snapshotHash } = decision;
  const content = decisionContent(engagementId, kind, offerId, snapshotHash);
  await presentStepUp(tx, person, { stepUpId, purpose: 'decision.make', content });
  await giveVoice(tx, person, { engagementId, decisionId, stepUpId });
  await recordActivity(tx, { engagementId, kind: 'decision.joined', subject: decisionId, wall: 'threshold' });
}

/** The end as it would be recorded. Throws a DomainError where it cannot be, or is no longer what was read. */
async function endOf(
  tx: ActorTx,
  person: SignedInPerson,
  engagement: EngagementRecord,
  { kind, offerId, reason, readHash }: DrawnDecision,
): Promise<{ ground: Ground; aboveLine: boolean; snapshot: Snapshot; content: string }> {
  if (await dealHasEnded(tx, engagement.id)) throw endedAlready();
  const ground = await groundOf(tx, engagement);
  if (ground?.offer.id !== offerId || ground.hash !== readHash) {
    const message = 'What you had before you has changed meanwhile. Nothing was recorded: please read it as it is now.';
    throw new DomainError({ code: 'stale', message });
  }
  const aboveLine = kind === 'sign' && ground.aboveLine;
  if (aboveLine && !ground.threshold?.approvers.includes(person.userId)) {
    const message = 'This offer is above the line: only those who approved the line sign it away.';
    throw new DomainError({ code: 'refused', message });
  }
  if (aboveLine && reason === '') {
    const message = 'It is above the line that leadership drew: say why it is signed all the same.';
    throw new DomainError({ code: 'invalid', field: 'reason', message });
  }
  await refuseTwice(tx, engagement.id, { kind, offerId, aboveLine });
  const snapshot = endingSnapshot(engagement, ground, { kind, reason });
  return { ground, aboveLine, snapshot, content: decisionContent(engagement.id, kind, offerId, snapshot.hash) };
}

/** The same end waits for its quorum once. */
async function refuseTwice(
  tx: ActorTx,
  engagementId: string,
  { kind, offerId, aboveLine }: { kind: DrawnDecision['kind']; offerId: string; aboveLine: boolean },
): Promise<void> {
  const same = and(
    eq(decisions.engagementId, engagementId),
    eq(decisions.offerId, offerId),
    eq(decisions.kind, kind),
    eq(decisions.aboveLine, aboveLine),
  );
  if ((await tx.$count(decisions, same)) === 0) return;
  throw new DomainError({
    code: 'stale',
    message: 'This is begun already, and waits for the others to say so too: it is not begun a second time.',
  });
}

const endedAlready = () =>
  new DomainError({ code: 'stale', message: 'The deal has ended meanwhile: how is said above. Nothing was recorded.' });

/** Whether somebody has said so; with a proof, whether they have by that very one. */
async function hasVoice(
  tx: ActorTx,
  { userId }: SignedInPerson,
  decisionId: string,
  stepUpId?: string,
): Promise<boolean> {
  const given = and(
    eq(decisionVoices.decisionId, decisionId),
    eq(decisionVoices.userId, userId),
    stepUpId === undefined ? undefined : eq(decisionVoices.stepUpId, stepUpId),
  );
  return (await tx.$count(decisionVoices, given)) > 0;
}

/** A voice, and the news of it to all who may know. */
async function giveVoice(
  tx: ActorTx,
  { userId }: SignedInPerson,
  { engagementId, decisionId, stepUpId }: JoinedDecision,
): Promise<void> {
  await tx.insert(decisionVoices).values({ engagementId, decisionId, userId, stepUpId });
  await notify(tx, 'decided', {
    to: await thoseWhoKnow(tx, engagementId),
    path: `/engagements/${engagementId}/threshold`,
    but: userId,
  });
}
