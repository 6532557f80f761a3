import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import type { Actor } from '@/lib/access/permissions';
import { addMilestone } from '@/lib/milestones/mutations';
import { judgeReadiness } from '@/lib/preparedness/judge';
import { giveReason, nameOwner } from '@/lib/preparedness/mutations';

type People = Readonly<Record<'advisor' | 'executive' | 'contributor' | 'negotiator', Actor>>;

const advising = { role: 'advisor', negotiator: false } as const;

/** Milestones on both sides of the threshold's wall, owners of criteria, a reason, and how the pillars stand. */
export async function prepareTenant(engagementId: string, { advisor, executive, contributor, negotiator }: People) {
  await asActor(advisor, async (tx) => {
    const milestone = { engagementId, dueOn: '2027-02-01' };
    await addMilestone(tx, advising, { ...milestone, label: 'Pilot', ownerId: contributor.userId, wall: 'engagement' });
    await addMilestone(tx, advising, {
      ...milestone,
      label: 'Leadership’s first reading',
      ownerId: executive.userId,
      wall: 'threshold',
    });
    const owners = [
      ['A2', contributor],
      ['L1', executive],
      ['Q1', negotiator],
    ] as const;
    for (const [criterion, { userId: ownerId }] of owners) {
      await nameOwner(tx, { engagementId, criterion, ownerId, before: null });
    }
  });
  await asActor(contributor, async (tx) => {
    const [alternative] = await tx
      .select({ id: alternatives.id })
      .from(alternatives)
      .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.key, 'rival')));
    if (!alternative) throw new Error('the tenant’s alternative is not there');
    await giveReason(tx, contributor, {
      engagementId,
      alternativeId: alternative.id,
      category: 'data transfer',
      version: 0,
      reason: 'Nothing is moved that leaves the house.',
    });
  });
  await asActor(advisor, (tx) => judgeReadiness(tx, advisor.userId, engagementId));
}
