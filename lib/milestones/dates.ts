import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import { recordActivity } from '@/lib/activity/record';
import { note } from '@/lib/milestones/rows';
import type { ChangedDates } from '@/lib/milestones/schema';
import { movedWithRenewal } from '@/lib/milestones/template';
import { DomainError, notFound } from '@/lib/server/errors';

/** Sets the days on which everything hangs. What is not done yet moves with the renewal; what is done was done when it was. */
export async function changeDates(
  tx: ActorTx,
  { engagementId, version, renewalDate, noticeOn }: ChangedDates,
): Promise<void> {
  const [before] = await tx
    .select({
      version: engagements.version,
      renewalDate: engagements.renewalDate,
      noticeOn: engagements.noticeOn,
    })
    .from(engagements)
    .where(eq(engagements.id, engagementId))
    .for('update');
  if (!before) throw notFound();
  if (before.version !== version) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody else changed these days meanwhile.',
      current: { version: before.version, value: before },
    });
  }
  if (noticeOn !== null && noticeOn > renewalDate) {
    throw new DomainError({ code: 'invalid', field: 'noticeOn', message: 'Notice is given before the renewal.' });
  }
  await tx
    .update(engagements)
    .set({ renewalDate, noticeOn, version: version + 1 })
    .where(and(eq(engagements.id, engagementId), eq(engagements.version, version)));
  await recordActivity(tx, {
    engagementId,
    kind: 'engagement.changed',
    subject: engagementId,
    before: { renewalDate: before.renewalDate, noticeOn: before.noticeOn },
    after: { renewalDate, noticeOn, version: version + 1 },
  });
  if (before.renewalDate !== renewalDate) await moveUndone(tx, engagementId, before.renewalDate, renewalDate);
}

async function moveUndone(tx: ActorTx, engagementId: string, from: string, to: string): Promise<void> {
  const undone = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.engagementId, engagementId), isNull(milestones.doneOn)))
    .for('update');
  for (const row of undone) {
    const dueOn = movedWithRenewal(row.dueOn, from, to);
    if (dueOn === row.dueOn) continue;
    const movedFrom = row.movedFrom && movedWithRenewal(row.movedFrom, from, to);
    await tx
      .update(milestones)
      .set({ dueOn, movedFrom, version: row.version + 1 })
      .where(and(eq(milestones.id, row.id), eq(milestones.version, row.version)));
    await note(tx, row, 'milestone.moved', {
      before: { label: row.label, dueOn: row.dueOn },
      after: { label: row.label, dueOn, reason: 'The renewal date moved.', version: row.version + 1 },
    });
  }
}
