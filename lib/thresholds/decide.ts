import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { approvals } from '@/db/schema/thresholds';
import { entriesSince } from '@/lib/activity/queries';
import { recordActivity } from '@/lib/activity/record';
import type { EngagementRecord } from '@/lib/engagements/record';
import { DomainError, notFound } from '@/lib/server/errors';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { presentStepUp } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { dealHasEnded, type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { heldEngagement, holdThreshold, keepSnapshot, move, type TodayIn } from '@/lib/thresholds/mutations';
import { notify, thoseWhoKnow } from '@/lib/thresholds/notices';
import type { GivenWord } from '@/lib/thresholds/schema';
import { snapshotOf } from '@/lib/thresholds/snapshot';
import { isOver, type Now, type Standing, standingOf } from '@/lib/thresholds/standing';

/** What an approver proves afresh: this word, on exactly this content. */
export const wordContent = (thresholdId: string, snapshotHash: string, decision: GivenWord['decision']) =>
  stepUpContent(thresholdId, snapshotHash, decision);

/**
 * Records an approver's word on what they had before them. Refused, with what has changed, where that is no longer
 * what there is. A word sent twice with the same proof counts once.
 */
export async function giveWord(tx: ActorTx, person: SignedInPerson, word: GivenWord, todayIn: TodayIn): Promise<void> {
  const { engagementId, thresholdId, decision, note } = word;
  if (await isGiven(tx, person, word)) return;
  const { engagement, now } = await heldEngagement(tx, person, engagementId, todayIn);
  const all = await thresholdsOf(tx, [engagementId]);
  const threshold = all.find(({ id }) => id === thresholdId);
  if (!threshold) throw notFound();
  const before = standingOf(threshold, now);
  if (before.state === 'drafted' || isOver(threshold) || (await dealHasEnded(tx, engagementId))) {
    throw new DomainError({ code: 'stale', message: `${waitsNot(before.state)} Your word was not recorded.` });
  }
  if (!threshold.named.some(({ userId, member }) => userId === person.userId && member)) {
    throw new DomainError({ code: 'refused', message: 'Only the named approvers decide on this threshold.' });
  }
  const validUntil = word.validUntil ?? threshold.validUntil;
  checkWord(word, threshold, validUntil, now);
  const snapshot = snapshotOf(engagement, threshold);
  if (snapshot.hash !== word.snapshotHash) throw await changedMeanwhile(tx, engagement, word, snapshot.hash);
  await presentStepUp(tx, person, {
    stepUpId: word.stepUpId,
    purpose: 'threshold.decide',
    content: wordContent(thresholdId, snapshot.hash, decision),
  });

  await keepSnapshot(tx, engagementId, snapshot);
  const condition = decision === 'approve' ? note : '';
  await tx.insert(approvals).values({
    engagementId,
    thresholdId,
    userId: person.userId,
    decision,
    condition,
    reason: decision === 'decline' ? note : '',
    alternativeCost: now.alternativeCost,
    validUntil,
    snapshotHash: snapshot.hash,
    stepUpId: word.stepUpId,
  });
  await recordActivity(tx, {
    engagementId,
    kind: decision === 'approve' ? 'threshold.approved' : 'threshold.declined',
    subject: thresholdId,
    after: { ...(note && { [decision === 'approve' ? 'condition' : 'reason']: note }), snapshot: snapshot.hash },
    wall: 'threshold',
  });
  await tell(tx, person, { threshold, all, was: before.state, decision, condition, now });
}

function waitsNot(state: Standing['state']): string {
  switch (state) {
    case 'drafted':
      return 'This threshold is not proposed yet.';
    case 'declined':
    case 'withdrawn':
    case 'superseded':
      return `This threshold is ${state}: it waits for no word any more.`;
    default:
      return 'The deal has ended: its thresholds wait for no word any more.';
  }
}

/** Under the lock: a word sent again waits for the first, and finds it. */
async function isGiven(tx: ActorTx, { userId }: SignedInPerson, word: GivenWord): Promise<boolean> {
  await holdThreshold(tx, word.engagementId);
  const given = await tx.$count(
    approvals,
    and(
      eq(approvals.stepUpId, word.stepUpId),
      eq(approvals.userId, userId),
      eq(approvals.thresholdId, word.thresholdId),
      eq(approvals.decision, word.decision),
    ),
  );
  return given > 0;
}

function checkWord(word: GivenWord, threshold: ThresholdRecord, validUntil: string, now: Now): void {
  if (word.decision === 'decline') {
    if (word.note !== '') return;
    throw new DomainError({ code: 'invalid', field: 'note', message: 'Say why: everybody involved is told.' });
  }
  if (now.chosenId !== threshold.alternativeId) {
    const message = 'It rests on an alternative that is no longer the chosen one: it must be proposed anew.';
    throw new DomainError({ code: 'refused', message });
  }
  if (validUntil < now.today) {
    const message = 'The day until which it was to stand has passed: say until when your word holds now.';
    throw new DomainError({ code: 'invalid', field: 'validUntil', message });
  }
  if (word.validUntil !== null && word.validUntil > `${Number(now.today.slice(0, 4)) + 5}${now.today.slice(4)}`) {
    throw new DomainError({ code: 'invalid', field: 'validUntil', message: 'Not more than five years from today' });
  }
}

async function changedMeanwhile(tx: ActorTx, engagement: EngagementRecord, word: GivenWord, hash: string) {
  return new DomainError({
    code: 'stale',
    message: 'What you had before you has changed meanwhile. Nothing was recorded: please read it as it is now.',
    current: { version: 0, value: { hash, changes: await entriesSince(tx, engagement, word.seen) } },
  });
}

/** Everybody involved learns of a decline, a condition, and that a threshold has come into force. */
async function tell(
  tx: ActorTx,
  person: SignedInPerson,
  {
    threshold,
    all,
    was,
    decision,
    condition,
    now,
  }: {
    threshold: ThresholdRecord;
    all: readonly ThresholdRecord[];
    was: string;
    decision: GivenWord['decision'];
    condition: string;
    now: Now;
  },
): Promise<void> {
  const { engagementId, id } = threshold;
  const [after] = (await thresholdsOf(tx, [engagementId])).filter((one) => one.id === id);
  const is = after ? standingOf(after, now).state : was;
  const begins = is === 'approved' && was !== 'approved';
  if (begins) {
    for (const other of all.filter((one) => one.id !== id && one.proposedAt < threshold.proposedAt && !isOver(one))) {
      await move(tx, person, other, 'superseded');
    }
  }
  if (decision === 'approve' && !begins && condition === '') return;
  const to = [...threshold.named, ...(await thoseWhoKnow(tx, engagementId))];
  const path = `/engagements/${engagementId}/threshold/${id}`;
  await notify(tx, decision === 'decline' ? 'declined' : 'decided', { to, path, but: person.userId });
}
