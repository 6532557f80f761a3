import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { recordActivity } from '@/lib/activity/record';
import { decisionContent, groundOf } from '@/lib/decisions/ground';
import type { JoinedDecision, MadeDecision } from '@/lib/decisions/schema';
import { DomainError, notFound } from '@/lib/server/errors';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { presentStepUp } from '@/lib/sign-in/step-up';
import { heldEngagement, holdThreshold, keepSnapshot, type TodayIn } from '@/lib/thresholds/mutations';
import { notify, thoseWhoKnow } from '@/lib/thresholds/notices';

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
  if (await isGiven(tx, person, { decisionId, stepUpId })) return;
  const ground = await groundOf(tx, engagement);
  if (ground?.offer.id !== offerId || ground.snapshot.hash !== made.snapshotHash) {
    const message = 'What you had before you has changed meanwhile. Nothing was recorded: please read it as it is now.';
    throw new DomainError({ code: 'stale', message });
  }
  const aboveLine = kind === 'sign' && ground.aboveLine;
  if (aboveLine && !ground.approvers.includes(person.userId)) {
    const message = 'This offer is above the line: only those who approved the line sign it away.';
    throw new DomainError({ code: 'refused', message });
  }
  if (aboveLine && reason === '') {
    const message = 'It is above the line that leadership drew: say why it is signed all the same.';
    throw new DomainError({ code: 'invalid', field: 'reason', message });
  }
  const content = decisionContent(engagementId, kind, offerId, ground.snapshot.hash);
  await presentStepUp(tx, person, { stepUpId, purpose: 'decision.make', content });
  await keepSnapshot(tx, engagementId, ground.snapshot);
  await tx.insert(decisions).values({
    id: decisionId,
    engagementId,
    kind,
    offerId,
    reason,
    thresholdId: ground.thresholdId,
    aboveLine,
    quorum: aboveLine ? ground.quorum : 1,
    snapshotHash: ground.snapshot.hash,
    madeBy: person.userId,
  });
  await tx.insert(decisionVoices).values({ engagementId, decisionId, userId: person.userId, stepUpId });
  await recordActivity(tx, {
    engagementId,
    kind: 'decision.made',
    subject: decisionId,
    after: {
      decision: kind,
      offer: ground.offer.label,
      aboveLine,
      ...(reason && { reason }),
      snapshot: ground.snapshot.hash,
    },
    wall: 'threshold',
  });
  await tell(tx, person, engagementId);
}

/** Another of those whose word it takes says so too. */
export async function joinDecision(
  tx: ActorTx,
  person: SignedInPerson,
  { engagementId, decisionId, stepUpId }: JoinedDecision,
): Promise<void> {
  await holdThreshold(tx, engagementId);
  if (await isGiven(tx, person, { decisionId, stepUpId })) return;
  const [decision] = await tx
    .select()
    .from(decisions)
    .where(and(eq(decisions.engagementId, engagementId), eq(decisions.id, decisionId)));
  if (!decision) throw notFound();
  const voices = await tx
    .select({ userId: decisionVoices.userId })
    .from(decisionVoices)
    .where(eq(decisionVoices.decisionId, decisionId));
  if (voices.length >= decision.quorum || voices.some(({ userId }) => userId === person.userId)) {
    throw new DomainError({ code: 'stale', message: 'This decision waits for no more of your words.' });
  }
  const { kind, offerId, snapshotHash } = decision;
  const content = decisionContent(engagementId, kind, offerId, snapshotHash);
  await presentStepUp(tx, person, { stepUpId, purpose: 'decision.make', content });
  await tx.insert(decisionVoices).values({ engagementId, decisionId, userId: person.userId, stepUpId });
  await recordActivity(tx, { engagementId, kind: 'decision.joined', subject: decisionId, wall: 'threshold' });
  await tell(tx, person, engagementId);
}

async function isGiven(
  tx: ActorTx,
  { userId }: SignedInPerson,
  { decisionId, stepUpId }: { decisionId: string; stepUpId: string },
): Promise<boolean> {
  const given = await tx.$count(
    decisionVoices,
    and(
      eq(decisionVoices.decisionId, decisionId),
      eq(decisionVoices.stepUpId, stepUpId),
      eq(decisionVoices.userId, userId),
    ),
  );
  return given > 0;
}

async function tell(tx: ActorTx, { userId }: SignedInPerson, engagementId: string): Promise<void> {
  await notify(tx, 'decided', {
    to: await thoseWhoKnow(tx, engagementId),
    path: `/engagements/${engagementId}/threshold`,
    but: userId,
  });
}
