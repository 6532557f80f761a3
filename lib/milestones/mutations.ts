import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import { type Actor, type Member, mayInEngagement } from '@/lib/access/permissions';
import { factsOf, heldAtVersion, type MilestoneRow, milestonesIn, note, requireOwner } from '@/lib/milestones/rows';
import type {
  ChangedMilestone,
  FinishedMilestone,
  MovedMilestone,
  NamedMilestone,
  NewMilestone,
} from '@/lib/milestones/schema';
import { templateFor } from '@/lib/milestones/template';
import { DomainError, notFound } from '@/lib/server/errors';

const most = 100;

/** Lays out the template's milestones that are not there yet, as far as the writer may see them. Returns how many. */
export async function layOutMilestones(tx: ActorTx, member: Member, engagementId: string): Promise<number> {
  const [engagement] = await tx
    .select({ renewalDate: engagements.renewalDate })
    .from(engagements)
    .where(eq(engagements.id, engagementId));
  if (!engagement) throw notFound();
  const there = new Set((await milestonesIn(tx, engagementId)).map(({ label }) => label));
  const seesThreshold = mayInEngagement(member, 'threshold.read');
  const wanted = templateFor(engagement.renewalDate).filter(
    ({ label, wall }) => !there.has(label) && (wall === 'engagement' || seesThreshold),
  );
  for (const each of wanted) await addMilestone(tx, member, { engagementId, ...each, ownerId: null });
  return wanted.length;
}

/** Returns its id. */
export async function addMilestone(tx: ActorTx, member: Member, input: NewMilestone): Promise<string> {
  requireSight(member, input.wall);
  if ((await milestonesIn(tx, input.engagementId)).length >= most) {
    throw new DomainError({ code: 'refused', message: `A timeline holds at most ${most} milestones.` });
  }
  await requireOwner(tx, input);
  const id = randomUUID();
  await tx.insert(milestones).values({ ...input, id });
  const { label, dueOn, ownerId } = input;
  await note(tx, { ...input, id }, 'milestone.added', { after: { label, dueOn, ownerId } });
  return id;
}

/** Changes what it is and whose; the day is moved, with a reason. */
export async function changeMilestone(tx: ActorTx, member: Member, input: ChangedMilestone): Promise<void> {
  requireSight(member, input.wall);
  const before = await heldAtVersion(tx, input);
  const { label, ownerId, wall } = input;
  await requireOwner(tx, { engagementId: before.engagementId, ownerId, wall });
  await update(tx, before, { label, ownerId, wall });
  // Behind the stricter of the two walls: what was leadership's alone is not told afterwards.
  const behind = before.wall === 'threshold' ? before : { ...before, wall };
  await note(tx, behind, 'milestone.changed', {
    before: { label: before.label, ownerId: before.ownerId },
    after: { label, ownerId, version: before.version + 1 },
  });
}

/** Moves an undone one to another day, and says why. */
export async function moveMilestone(tx: ActorTx, { dueOn, reason, ...on }: MovedMilestone): Promise<void> {
  const before = await heldAtVersion(tx, on);
  if (before.doneOn !== null) throw new DomainError({ code: 'refused', message: 'What is done is not moved.' });
  if (before.dueOn === dueOn) {
    throw new DomainError({ code: 'invalid', field: 'dueOn', message: 'That is the day it is on already.' });
  }
  await update(tx, before, { dueOn, movedFrom: before.dueOn, moveReason: reason });
  await note(tx, before, 'milestone.moved', {
    before: { label: before.label, dueOn: before.dueOn },
    after: { label: before.label, dueOn, reason, version: before.version + 1 },
  });
}

/** It is done, and this shows it. */
export async function finishMilestone(
  tx: ActorTx,
  actor: Actor,
  today: string,
  { doneOn, evidence, evidenceUrl, ...on }: FinishedMilestone,
): Promise<void> {
  const before = await heldAtVersion(tx, on);
  if (doneOn > today) {
    throw new DomainError({ code: 'invalid', field: 'doneOn', message: 'That day has not come yet.' });
  }
  await update(tx, before, { doneOn, doneBy: actor.userId, evidence, evidenceUrl });
  await note(tx, before, 'milestone.done', {
    before: { label: before.label },
    after: { label: before.label, doneOn, evidence, version: before.version + 1 },
  });
}

/** It is not done after all. */
export async function reopenMilestone(tx: ActorTx, on: NamedMilestone): Promise<void> {
  const before = await heldAtVersion(tx, on);
  if (before.doneOn === null) return;
  await update(tx, before, { doneOn: null, doneBy: null, evidence: '', evidenceUrl: null });
  await note(tx, before, 'milestone.reopened', {
    before: { label: before.label, doneOn: before.doneOn, evidence: before.evidence },
    after: { label: before.label, version: before.version + 1 },
  });
}

export async function removeMilestone(tx: ActorTx, on: NamedMilestone): Promise<void> {
  const before = await heldAtVersion(tx, on);
  await tx.delete(milestones).where(and(eq(milestones.id, before.id), eq(milestones.version, before.version)));
  await note(tx, before, 'milestone.removed', { before: factsOf(before) });
}

/** Nobody puts something where they could not see it themselves. */
function requireSight(member: Member, wall: MilestoneRow['wall']): void {
  if (wall === 'engagement' || mayInEngagement(member, 'threshold.read')) return;
  throw new DomainError({ code: 'invalid', field: 'wall', message: 'Leadership alone keeps something to itself.' });
}

async function update(tx: ActorTx, row: MilestoneRow, change: Partial<MilestoneRow>): Promise<void> {
  await tx
    .update(milestones)
    .set({ ...change, version: row.version + 1 })
    .where(and(eq(milestones.id, row.id), eq(milestones.version, row.version)));
}
