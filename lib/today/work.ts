import 'server-only';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, planSteps } from '@/db/schema/alternatives';
import { lines } from '@/db/schema/lines';
import { milestones } from '@/db/schema/milestones';
import { mayInEngagement } from '@/lib/access/permissions';
import { daysLeft } from '@/lib/milestones/reminders';
import { monthsBefore, PlanCycle } from '@/lib/model/plan';
import { scheduleOf } from '@/lib/plans/schedule';
import { todayIn } from '@/lib/server/today';
import type { Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

/** Of one kind, at most so many are told one by one. */
const most = 50;

const placeOf = (engagementId: string, path: string) => `/engagements/${engagementId}${path}`;
const ofAlternative = (key: string) => `?alternative=${encodeURIComponent(key)}`;

/** The actor's own milestones that are not done; the database keeps those behind the threshold's wall from whoever may not know. */
export async function milestonesDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const rows = await tx
    .select({ id: milestones.id, engagementId: milestones.engagementId, label: milestones.label, on: milestones.dueOn })
    .from(milestones)
    .where(
      and(
        eq(milestones.ownerId, actor.userId),
        isNull(milestones.doneOn),
        inArray(milestones.engagementId, [...deals.keys()]),
      ),
    )
    .orderBy(asc(milestones.dueOn))
    .limit(most);
  return rows.flatMap(({ id, engagementId, label, on }) => {
    const deal = deals.get(engagementId);
    if (!deal) return [];
    const href = placeOf(engagementId, `/readiness#milestone-${id}`);
    const left = daysLeft(on, todayIn(deal.timeZone));
    return [{ key: id, kind: 'milestone', client: deal.client, what: label, href, on, daysLeft: left }];
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
      const href = placeOf(deal.id, `/plan${ofAlternative(chosen.get(alternativeId) ?? '')}#step-${step.id}`);
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

/** Lines that are the actor's to see to, and say too little yet. */
export async function linesDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const unranged = sql<boolean>`${lines.tiers} is null and coalesce(${lines.low} = ${lines.high} and coalesce(${lines.basis} not in ('contract', 'quote'), true), true)`;
  const unproven = sql<boolean>`not exists (select 1 from evidence where evidence.engagement_id = ${lines.engagementId}
    and evidence.subject_kind = 'line' and evidence.subject_id = ${lines.id})`;
  const rows = await tx
    .select({
      id: lines.id,
      engagementId: lines.engagementId,
      label: lines.label,
      alternative: alternatives.key,
      unranged,
      unproven,
    })
    .from(lines)
    .innerJoin(alternatives, eq(alternatives.id, lines.alternativeId))
    .where(
      and(
        eq(lines.ownerId, actor.userId),
        inArray(lines.engagementId, [...deals.keys()]),
        isNull(alternatives.removedAt),
        sql`(${unranged} or ${unproven})`,
      ),
    )
    .orderBy(asc(lines.engagementId), asc(alternatives.position), asc(lines.position))
    .limit(most);
  return rows.map((row) => ({
    key: row.id,
    kind: 'line',
    client: deals.get(row.engagementId)?.client ?? null,
    what: `${row.label}: no ${[row.unranged && 'range', row.unproven && 'evidence'].filter(Boolean).join(' and no ')} yet`,
    href: placeOf(row.engagementId, `/alternative${ofAlternative(row.alternative)}&line=${row.id}`),
    on: null,
    daysLeft: null,
  }));
}

/** Lines of the chosen alternative that wait for a review the actor may give: one entry a deal, at the first of them. */
export async function reviewsDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const ids = [...deals.values()].filter(({ member }) => mayInEngagement(member, 'line.review')).map(({ id }) => id);
  const chosen = await chosenOf(tx, ids);
  const rows = await tx
    .select({
      engagementId: lines.engagementId,
      alternativeId: sql<string>`${lines.alternativeId}`,
      waiting: sql<number>`count(*)::int`,
      first: sql<string>`(array_agg(${lines.id} order by ${lines.position}))[1]`,
      label: sql<string>`(array_agg(${lines.label} order by ${lines.position}))[1]`,
    })
    .from(lines)
    .where(
      and(
        inArray(lines.alternativeId, [...chosen.keys()]),
        sql`${lines.materialBy} <> ${actor.userId}`,
        sql`not exists (select 1 from reviews where reviews.line_id = ${lines.id}
          and reviews.material_version = ${lines.materialVersion})`,
      ),
    )
    .groupBy(lines.engagementId, lines.alternativeId);
  return rows.map(({ engagementId, alternativeId, waiting, first, label }) => ({
    key: `review-${alternativeId}`,
    kind: 'review',
    client: deals.get(engagementId)?.client ?? null,
    what: waiting === 1 ? `Review: ${label}` : `Review ${waiting} lines, beginning with: ${label}`,
    href: placeOf(engagementId, `/alternative${ofAlternative(chosen.get(alternativeId) ?? '')}&line=${first}`),
    on: null,
    daysLeft: null,
  }));
}

/** The chosen alternatives' keys, by their ids. */
async function chosenOf(tx: ActorTx, engagementIds: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: alternatives.id, key: alternatives.key })
    .from(alternatives)
    .where(
      and(
        inArray(alternatives.engagementId, engagementIds),
        isNull(alternatives.removedAt),
        sql`${alternatives.id} = (select choices.alternative_id from choices
          where choices.engagement_id = ${alternatives.engagementId} order by choices.chosen_at desc limit 1)`,
      ),
    );
  return new Map(rows.map(({ id, key }) => [id, key]));
}
