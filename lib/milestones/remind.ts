import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import { users } from '@/db/schema/people';
import { mayInEngagement } from '@/lib/access/permissions';
import { formatDate } from '@/lib/format/dates';
import { enqueueMail } from '@/lib/mail/enqueue';
import { outwardName, unnamed } from '@/lib/milestones/figures';
import { daysLeft, isReminded } from '@/lib/milestones/reminders';
import { environment } from '@/lib/server/environment';

/**
 * Reminds owners of what is theirs, one mail each for all of it. What stands behind the threshold's wall is counted
 * and not named, and not counted either for whoever may no longer see it. Once the deal has ended, those who may know
 * it hear no more; others would learn it from the silence. Runs as somebody who sees every milestone.
 */
export async function remindOwners(
  tx: ActorTx,
  engagementId: string,
  days: { readonly since: string; readonly today: string },
): Promise<void> {
  const undone = await tx
    .select({
      label: milestones.label,
      dueOn: milestones.dueOn,
      wall: milestones.wall,
      email: users.email,
      role: members.role,
      negotiator: members.negotiator,
      ended: sql<boolean>`deal_has_ended(${milestones.engagementId})`,
    })
    .from(milestones)
    .innerJoin(members, and(eq(members.engagementId, milestones.engagementId), eq(members.userId, milestones.ownerId)))
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(milestones.engagementId, engagementId), isNull(milestones.doneOn)))
    .orderBy(milestones.dueOn, milestones.label);
  const due = undone
    .filter(({ dueOn }) => isReminded(dueOn, days))
    .filter((each) => (mayInEngagement(each, 'threshold.read') ? !each.ended : each.wall === 'engagement'));
  for (const [recipient, theirs] of Map.groupBy(due, ({ email }) => email)) {
    await enqueueMail(tx, {
      recipient,
      subject: 'Milestones of yours on Walk Position',
      body: theirs
        .map(({ label, wall, dueOn }) =>
          sentence(wall === 'engagement' ? outwardName(label) : unnamed, dueOn, days.today),
        )
        .join('\n\n'),
      link: `${environment().origin}/engagements/${engagementId}/readiness#timeline`,
    });
  }
}

function sentence(name: string, dueOn: string, today: string): string {
  const left = daysLeft(dueOn, today);
  const what = name === unnamed ? name : `“${name}”`;
  if (left < 0) return `${what} was due on ${formatDate(dueOn)} and is not done.`;
  return `${what} is due ${left === 0 ? 'today' : left === 1 ? 'tomorrow' : `in ${left} days`}, ${formatDate(dueOn)}.`;
}
