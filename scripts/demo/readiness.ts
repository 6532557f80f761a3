import { eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { engagements } from '@/db/schema/engagements';
import { pillarChanges } from '@/db/schema/readiness';
import type { PersonKey } from '@/db/seed/people';
import { changeDates } from '@/lib/milestones/dates';
import { changeMilestone, finishMilestone, layOutMilestones, moveMilestone } from '@/lib/milestones/mutations';
import { milestonesIn } from '@/lib/milestones/rows';
import { monthsBefore } from '@/lib/model/plan';
import { changeStep } from '@/lib/plans/mutations';
import { judgeReadiness } from '@/lib/preparedness/judge';
import { nameOwner } from '@/lib/preparedness/mutations';
import type { CriterionId } from '@/lib/readiness/criterion';
import { daysAfter } from '@/scripts/demo/calendar';
import type { Cast } from '@/scripts/demo/people';
import type { Told } from '@/scripts/demo/told';

const advising = { role: 'advisor', negotiator: false } as const;

/** The timeline, who owns what of it, and how the engagement got to where it is. */
export async function getReady(
  cast: Cast,
  engagementId: string,
  { readiness, today }: { readonly readiness: NonNullable<Told['readiness']>; readonly today: string },
): Promise<void> {
  const { advisor } = cast;
  await asActor(advisor, async (tx) => {
    const [engagement] = await tx
      .select({ version: engagements.version, renewalDate: engagements.renewalDate })
      .from(engagements)
      .where(eq(engagements.id, engagementId));
    if (!engagement) throw new Error('The engagement is not there');
    const { version, renewalDate } = engagement;
    const noticeOn = monthsBefore(renewalDate, readiness.noticeMonthsBefore);
    await changeDates(tx, { engagementId, version, renewalDate, noticeOn });
    await layOutMilestones(tx, advising, engagementId);
    for (const { label, owner, done, moved } of readiness.milestones) {
      const row = (await milestonesIn(tx, engagementId)).find((each) => each.label === label);
      if (!row) throw new Error(`There is no milestone ${label}`);
      const on = { engagementId, milestoneId: row.id };
      await changeMilestone(tx, advising, { ...on, version: 1, label, wall: row.wall, ownerId: cast[owner].userId });
      if (moved) {
        await moveMilestone(tx, { ...on, version: 2, dueOn: daysAfter(row.dueOn, moved.days), reason: moved.reason });
      }
      if (done) {
        const doneOn = daysAfter(today, -done.daysAgo);
        await finishMilestone(tx, advisor, today, {
          ...on,
          version: 2,
          doneOn,
          evidence: done.evidence,
          evidenceUrl: null,
        });
      }
    }
    for (const [criterion, owner] of Object.entries(readiness.criteria)) {
      const ownerId = cast[owner as PersonKey].userId;
      await nameOwner(tx, { engagementId, criterion: criterion as CriterionId, ownerId, before: null });
    }
    for (const step of await tx.select().from(planSteps).where(eq(planSteps.engagementId, engagementId))) {
      const owner = readiness.steps[step.key];
      if (owner) await changeStep(tx, advisor, { ...step, stepId: step.id, ownerId: cast[owner].userId });
    }
    await tx.insert(pillarChanges).values(
      readiness.history.map(([pillar, state, daysAgo]) => ({
        engagementId,
        pillar,
        state,
        changedOn: daysAfter(today, -daysAgo),
      })),
    );
  });
}

/** Every story is judged as it is told, so that its level is known before the first job has run. */
export function judgeAsTold(cast: Cast, engagementId: string): Promise<void> {
  return asActor(cast.advisor, (tx) => judgeReadiness(tx, cast.advisor.userId, engagementId));
}
