import 'server-only';
import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements, members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { milestonesIn } from '@/lib/milestones/rows';
import type { MilestoneView } from '@/lib/milestones/view';
import { notFound } from '@/lib/server/errors';
import { todayIn } from '@/lib/server/today';

/** The milestones the actor may see, in order, each with its owner as long as that is a member. */
export async function milestonesOf(tx: ActorTx, engagementId: string): Promise<MilestoneView[]> {
  const [rows, people] = await Promise.all([
    milestonesIn(tx, engagementId),
    tx
      .select({ id: users.id, name: users.name, email: users.email })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.engagementId, engagementId)),
  ]);
  const nameOf = (id: string | null) => {
    const person = people.find((each) => each.id === id);
    return person ? (person.name ?? person.email) : null;
  };
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    label: row.label,
    dueOn: row.dueOn,
    movedFrom: row.movedFrom,
    moveReason: row.moveReason,
    owner: nameOf(row.ownerId) === null ? null : row.ownerId,
    ownerName: nameOf(row.ownerId),
    leadershipOnly: row.wall === 'threshold',
    done:
      row.doneOn === null
        ? null
        : {
            on: row.doneOn,
            by: nameOf(row.doneBy) ?? 'Somebody who has left',
            evidence: row.evidence,
            url: row.evidenceUrl,
          },
  }));
}

/** The calendar day it is at the client. Throws notFound. */
export async function todayOf(tx: ActorTx, engagementId: string): Promise<string> {
  const [engagement] = await tx
    .select({ timeZone: engagements.timeZone })
    .from(engagements)
    .where(eq(engagements.id, engagementId));
  if (!engagement) throw notFound();
  return todayIn(engagement.timeZone);
}
