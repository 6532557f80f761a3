import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import type { ActivityKind } from '@/lib/activity/record';
import { recordActivity } from '@/lib/activity/record';
import { DomainError, notFound } from '@/lib/server/errors';

export type MilestoneRow = typeof milestones.$inferSelect;

/** Those the actor may see, in order. */
export function milestonesIn(tx: ActorTx, engagementId: string): Promise<MilestoneRow[]> {
  return tx
    .select()
    .from(milestones)
    .where(eq(milestones.engagementId, engagementId))
    .orderBy(asc(milestones.dueOn), asc(milestones.label), asc(milestones.id));
}

/** One of them, held for this transaction. Throws notFound, and stale with what it says now. */
export async function heldAtVersion(
  tx: ActorTx,
  on: { readonly engagementId: string; readonly milestoneId: string; readonly version: number },
): Promise<MilestoneRow> {
  const [row] = await tx
    .select()
    .from(milestones)
    .where(and(eq(milestones.engagementId, on.engagementId), eq(milestones.id, on.milestoneId)))
    .for('update');
  if (!row) throw notFound();
  if (row.version === on.version) return row;
  throw new DomainError({
    code: 'stale',
    message: 'Somebody else changed this milestone meanwhile.',
    current: { version: row.version, value: factsOf(row) },
  });
}

/** What the trail keeps of a milestone. */
export function factsOf({ label, dueOn, ownerId, doneOn, evidence }: MilestoneRow) {
  return { label, dueOn, ownerId, doneOn, evidence };
}

type Noted = Pick<MilestoneRow, 'id' | 'engagementId' | 'wall'>;

/** An entry about a milestone, behind the same wall as the milestone itself. */
export function note(
  tx: ActorTx,
  { id, engagementId, wall }: Noted,
  kind: Extract<ActivityKind, `milestone.${string}`>,
  facts: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  return recordActivity(tx, { engagementId, kind, subject: id, wall, ...facts });
}

/** The owner of something leadership alone knows of is somebody who may know of it. */
export async function requireOwner(
  tx: ActorTx,
  { engagementId, ownerId, wall }: Pick<MilestoneRow, 'engagementId' | 'ownerId' | 'wall'>,
): Promise<void> {
  if (ownerId === null) return;
  const [owner] = await tx
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, ownerId)));
  const problem = !owner
    ? 'The owner is a member of the engagement.'
    : wall === 'threshold' && owner.role !== 'advisor' && owner.role !== 'executive'
      ? 'This owner may not see what leadership keeps to itself.'
      : null;
  if (problem) throw new DomainError({ code: 'invalid', field: 'ownerId', message: problem });
}
