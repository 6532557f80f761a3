import 'server-only';
import { and, asc, eq, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { planSteps } from '@/db/schema/alternatives';
import { milestones } from '@/db/schema/milestones';
import { daysLeft } from '@/lib/milestones/reminders';
import { monthsBefore, PlanCycle } from '@/lib/model/plan';
import { scheduleOf } from '@/lib/plans/schedule';
import { todayIn } from '@/lib/server/today';
import { chosenOf, ofAlternative } from '@/lib/today/chosen';
import { ranked, shown, toldOf } from '@/lib/today/cut';
import { dealsLed, type Theirs } from '@/lib/today/deals';
import { daysAhead } from '@/lib/today/order';
import type { Due } from '@/lib/today/view';

/**
 * Milestones that are not done and near or past: the actor's own, and those of nobody in a deal they lead. The database
 * keeps those behind the threshold's wall from whoever may not know.
 */
export async function milestonesDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const { actor, deals } = theirs;
  const told = tx
    .select({
      id: milestones.id,
      engagementId: milestones.engagementId,
      label: milestones.label,
      dueOn: milestones.dueOn,
      owned: isNotNull(milestones.ownerId).as('owned'),
      ...ranked(sql`${milestones.dueOn}, ${milestones.id}`, milestones.engagementId),
    })
    .from(milestones)
    .where(
      and(
        or(
          eq(milestones.ownerId, actor.userId),
          and(isNull(milestones.ownerId), inArray(milestones.engagementId, dealsLed(theirs))),
        ),
        isNull(milestones.doneOn),
        // A day more than is told: the client's day may be ahead of the database's.
        sql`${milestones.dueOn} <= current_date + ${daysAhead + 1}::int`,
        inArray(milestones.engagementId, [...deals.keys()]),
      ),
    )
    .as('told');
  const rows = await tx
    .select()
    .from(told)
    .where(lte(told.rank, shown + 1))
    .orderBy(asc(told.dueOn), asc(told.id));
  return rows.flatMap(({ id, engagementId, label, dueOn: on, owned, rank, of }) => {
    const deal = deals.get(engagementId);
    if (!deal) return [];
    const href = `/engagements/${engagementId}/readiness#milestone-${id}`;
    const left = daysLeft(on, todayIn(deal.timeZone));
    const what = owned ? label : `${label}: nobody’s yet`;
    return [toldOf({ key: id, kind: 'milestone', client: deal.client, what, href, on, daysLeft: left }, { rank, of })];
  });
}

/** Steps of the chosen plan that are the actor's and run now or begin next. */
export async function stepsDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const chosen = await chosenOf(tx, [...deals.keys()]);
  const rows = await tx
    .select()
    .from(planSteps)
    .where(inArray(planSteps.alternativeId, [...chosen.keys()]))
    .orderBy(asc(planSteps.position));
  return [...Map.groupBy(rows, ({ alternativeId }) => alternativeId)].flatMap(([alternativeId, steps]) => {
    const deal = deals.get(steps[0]?.engagementId ?? '');
    if (!deal || steps.every(({ ownerId }) => ownerId !== actor.userId)) return [];
    const days = daysOfSteps(steps, deal.renewalDate);
    const today = todayIn(deal.timeZone);
    return steps.flatMap((step): Due[] => {
      const day = days.get(step.key);
      if (step.ownerId !== actor.userId || !day || day.until < today) return [];
      const begun = day.from <= today;
      const on = begun ? day.until : day.from;
      const what = begun ? `${step.label}: under way, planned to be finished` : `${step.label}: begins`;
      const href = `/engagements/${deal.id}/plan${ofAlternative(chosen.get(alternativeId) ?? '')}#step-${step.id}`;
      return [{ key: step.id, kind: 'step', client: deal.client, what, href, on, daysLeft: daysLeft(on, today) }];
    });
  });
}

/** From when until when each step of a plan runs; nothing of a plan that waits for itself. */
function daysOfSteps(steps: readonly (typeof planSteps.$inferSelect)[], renewalDate: string) {
  try {
    const { steps: scheduled } = scheduleOf(
      steps.map(({ key, label, months, after }) => ({ id: key, label, months, after })),
      renewalDate,
    );
    return new Map(
      scheduled.map(({ id, start, finish }) => [
        id,
        { from: monthsBefore(renewalDate, -start), until: monthsBefore(renewalDate, -finish) },
      ]),
    );
  } catch (error) {
    if (error instanceof PlanCycle) return new Map<string, { from: string; until: string }>();
    throw error;
  }
}
