import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { users } from '@/db/schema/people';
import { mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { stepsOf } from '@/lib/plans/rows';
import type { PlanView } from '@/lib/plans/view';

/** The plan of one alternative: the named one, else the chosen one, else the first. Null where there is none. */
export async function loadPlan(
  tx: ActorTx,
  engagement: EngagementRecord,
  at: { alternativeKey: string | undefined; today: string },
): Promise<PlanView | null> {
  const listed = await tx
    .select({ id: alternatives.id, key: alternatives.key, label: alternatives.label })
    .from(alternatives)
    .where(eq(alternatives.engagementId, engagement.id))
    .orderBy(asc(alternatives.position));
  const current =
    at.alternativeKey === undefined
      ? (listed.find(({ key }) => key === engagement.chosen) ?? listed[0])
      : listed.find(({ key }) => key === at.alternativeKey);
  if (!current) return null;
  const [steps, people, switching] = await Promise.all([
    stepsOf(tx, current.id),
    tx
      .select({ id: users.id, name: users.name, email: users.email })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.engagementId, engagement.id))
      .orderBy(asc(users.name)),
    tx
      .select({
        id: lines.id,
        version: lines.version,
        label: lines.label,
        category: lines.category,
        part: lines.part,
        start: lines.startMonth,
        end: lines.endMonth,
        followsStepId: lines.followsStepId,
      })
      .from(lines)
      .where(and(eq(lines.engagementId, engagement.id), eq(lines.alternativeId, current.id)))
      .orderBy(asc(lines.position)),
  ]);
  return {
    engagementId: engagement.id,
    alternative: { id: current.id, label: current.label, chosen: current.key === engagement.chosen },
    alternatives: listed.map(({ key, label }) => ({ key, label, current: key === current.key })),
    steps: steps.map(({ id, key, version, label, months, after, ownerId }) => ({
      id,
      key,
      version,
      label,
      months,
      after,
      ownerId,
    })),
    members: people.map(({ id, name, email }) => ({ id, name: name ?? email })),
    followers: switching
      .filter((line) => line.part === 'switching')
      .map(({ id, version, label, start, end, followsStepId }) => ({ id, version, label, start, end, followsStepId })),
    renewalDate: engagement.renewalDate,
    today: at.today,
    bridged: switching.some((line) => line.category === 'bridge'),
    mayWrite: mayInEngagement(engagement.member, 'plan.write'),
  };
}
