import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { snapshots, thresholdApprovers, thresholdMoves, thresholds } from '@/db/schema/thresholds';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { loadEngagement } from '@/lib/engagements/queries';
import type { EngagementRecord } from '@/lib/engagements/record';
import { minorDigits } from '@/lib/model/money';
import { decimalsOf } from '@/lib/model-file/schema';
import { DomainError, notFound } from '@/lib/server/errors';
import { dealHasEnded, type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { notify } from '@/lib/thresholds/notices';
import { nowOf } from '@/lib/thresholds/now';
import { foreignWords, needsReason } from '@/lib/thresholds/proposal';
import type { WrittenThreshold } from '@/lib/thresholds/schema';
import { type Snapshot, snapshotOf } from '@/lib/thresholds/snapshot';
import { isOver, type MoveKind, type Now, standingOf } from '@/lib/thresholds/standing';

export type TodayIn = (timeZone: string) => string;

/** Acts about one engagement's threshold take turns, so that each sees what the one before it has done. */
export async function holdThreshold(tx: ActorTx, engagementId: string): Promise<void> {
  await tx.execute(sql`select hold_threshold(${engagementId})`);
}

/**
 * Writes a threshold down, as a draft or put to its approvers at once, who are told by mail that they are asked. What
 * waited before it is superseded; one in force stays so until this one is approved. Sent twice, it is written once.
 */
export async function writeThreshold(
  tx: ActorTx,
  actor: Actor,
  { as, basedOn, ...form }: WrittenThreshold,
  todayIn: TodayIn,
): Promise<void> {
  const { engagementId, thresholdId } = form;
  const { engagement, now } = await heldEngagement(tx, actor, engagementId, todayIn);
  const before = await thresholdsOf(tx, [engagementId]);
  const same = before.find(({ id }) => id === thresholdId);
  if (same?.proposedBy === actor.userId) return;
  if ((before[0]?.id ?? null) !== basedOn) {
    const message = 'Somebody else has written a threshold down meanwhile. It is shown below; what you typed is kept.';
    throw new DomainError({ code: 'stale', message });
  }
  if (await dealHasEnded(tx, engagementId)) {
    throw new DomainError({ code: 'stale', message: 'The deal has ended: no threshold is written down any more.' });
  }
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  if (!chosen || chosen.lines.length === 0) {
    throw new DomainError({ code: 'refused', message: 'A threshold rests on a chosen alternative that is costed.' });
  }
  const amount = ownAmount(form.amount, engagement.currency);
  await checkForm(tx, engagement, { ...form, amount }, now);

  const { statement, conditions, reason, tolerance, validUntil, approvers } = form;
  const quorum = form.quorum ?? approvers.length;
  const terms = { amount, statement, conditions, reason, tolerance, validUntil, quorum, alternativeId: chosen.id };
  const snapshot = snapshotOf(engagement, { ...terms, id: thresholdId, approvers });
  await keepSnapshot(tx, engagementId, snapshot);
  await tx.insert(thresholds).values({
    ...terms,
    id: thresholdId,
    engagementId,
    alternativeCost: now.alternativeCost,
    snapshotHash: snapshot.hash,
    proposedBy: actor.userId,
  });
  await tx.insert(thresholdApprovers).values(approvers.map((userId) => ({ engagementId, thresholdId, userId })));
  for (const threshold of before.filter((one) => isWaiting(one, now))) {
    await move(tx, actor, threshold, 'superseded');
  }
  const { alternativeId: _, ...facts } = terms;
  await recordActivity(tx, {
    engagementId,
    kind: as === 'draft' ? 'threshold.drafted' : 'threshold.proposed',
    subject: thresholdId,
    after: { ...facts, alternative: chosen.label, approvers, snapshot: snapshot.hash },
    wall: 'threshold',
  });
  if (as === 'draft') return;
  await tx.insert(thresholdMoves).values({ engagementId, thresholdId, kind: 'proposed', by: actor.userId });
  const [written] = await thresholdsOf(tx, [engagementId]);
  await notify(tx, 'asked', {
    to: written?.named ?? [],
    path: `/engagements/${engagementId}/threshold/${thresholdId}`,
    but: actor.userId,
  });
}

/** Takes back what waits for its approvers, or was only written down. What they have approved, they alone take back. */
export async function withdrawThreshold(
  tx: ActorTx,
  actor: Actor,
  { engagementId, thresholdId }: { readonly engagementId: string; readonly thresholdId: string },
  todayIn: TodayIn,
): Promise<void> {
  const { now } = await heldEngagement(tx, actor, engagementId, todayIn);
  const threshold = (await thresholdsOf(tx, [engagementId])).find(({ id }) => id === thresholdId);
  if (!threshold) throw notFound();
  if (!isWaiting(threshold, now)) {
    throw new DomainError({ code: 'stale', message: 'This threshold no longer waits: there is nothing to take back.' });
  }
  await move(tx, actor, threshold, 'withdrawn');
  await recordActivity(tx, { engagementId, kind: 'threshold.withdrawn', subject: thresholdId, wall: 'threshold' });
  await notify(tx, 'changed', {
    to: threshold.named,
    path: `/engagements/${engagementId}/threshold/${thresholdId}`,
    but: actor.userId,
  });
}

/** The engagement as it stands once every act about its threshold before this one is done. */
export async function heldEngagement(tx: ActorTx, actor: Actor, engagementId: string, todayIn: TodayIn) {
  await holdThreshold(tx, engagementId);
  const engagement = await loadEngagement(tx, actor, engagementId, todayIn);
  if (!engagement) throw notFound();
  return { engagement, now: nowOf(engagement, todayIn(engagement.timeZone)) };
}

/** Keeps what a decision is made upon; kept already, it is the same. */
export async function keepSnapshot(tx: ActorTx, engagementId: string, { hash, content }: Snapshot): Promise<void> {
  await tx.insert(snapshots).values({ engagementId, hash, content }).onConflictDoNothing();
}

export async function move(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  { id, engagementId }: Pick<ThresholdRecord, 'id' | 'engagementId'>,
  kind: Extract<MoveKind, 'withdrawn' | 'superseded'>,
): Promise<void> {
  await tx.insert(thresholdMoves).values({ engagementId, thresholdId: id, kind, by: actor.userId });
}

function isWaiting(threshold: ThresholdRecord, now: Now): boolean {
  return !isOver(threshold) && ['drafted', 'proposed', 'declined'].includes(standingOf(threshold, now).state);
}

const at = (field: string, message: string) => new DomainError({ code: 'invalid', field, message });

/** The amount in the engagement's own currency. Throws at the field for one written in another. */
function ownAmount(written: WrittenThreshold['amount'], currency: string): number {
  if (typeof written === 'number') return written;
  const foreign = foreignWords(written.currency, currency);
  if (foreign) throw at('amount', foreign);
  return written.value;
}

/** Throws at the field for what no schema can know. */
async function checkForm(
  tx: ActorTx,
  { currency, renewalDate }: EngagementRecord,
  form: Omit<WrittenThreshold, 'as' | 'basedOn' | 'amount'> & { readonly amount: number },
  now: Now,
): Promise<void> {
  const digits = minorDigits(currency);
  if (decimalsOf(form.amount) > digits) throw at('amount', `At most ${digits} decimals in ${currency}`);
  if (form.validUntil < now.today) throw at('validUntil', 'This day has passed');
  if (form.validUntil > `${Number(renewalDate.slice(0, 4)) + 5}${renewalDate.slice(4)}`) {
    throw at('validUntil', 'Not more than five years past the renewal');
  }
  if (form.quorum !== null && form.quorum > form.approvers.length) {
    throw at('quorum', `Only ${form.approvers.length} are named`);
  }
  if (form.reason === '' && needsReason(form.amount, { alternative: now.alternativeCost }, form.tolerance)) {
    throw at('reason', 'It differs from what leaving costs by more than the tolerance: say why');
  }
  const executives = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(
      and(
        eq(members.engagementId, form.engagementId),
        eq(members.role, 'executive'),
        inArray(members.userId, form.approvers),
      ),
    );
  if (executives.length < form.approvers.length) {
    throw at('approvers', 'One of them is no longer an executive of this engagement');
  }
}
