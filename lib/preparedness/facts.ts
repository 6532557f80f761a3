import 'server-only';
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { members } from '@/db/schema/engagements';
import { evidence } from '@/db/schema/evidence';
import { lines } from '@/db/schema/lines';
import { categoryReasons } from '@/db/schema/readiness';
import { reviews } from '@/db/schema/reviews';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { milestonesOf } from '@/lib/milestones/queries';
import { estimateOf } from '@/lib/model/estimates';
import { monthsBefore, PlanCycle, planOf } from '@/lib/model/plan';
import { lineTotals } from '@/lib/model/totals';
import type { PlanStep } from '@/lib/model/types';
import { stepsOf } from '@/lib/plans/rows';
import { leadershipFacts } from '@/lib/preparedness/leadership-facts';
import { postureFacts } from '@/lib/preparedness/posture-facts';
import { type StandardCategory, standardCategories } from '@/lib/readiness/categories';
import type { AlternativeFacts, ClaimFacts, Facts } from '@/lib/readiness/facts';

/** What the actor may know of how ready an engagement is. What they may not see is as if it were not there. */
export async function factsOf(tx: ActorTx, engagement: EngagementRecord, today: string): Promise<Facts> {
  return {
    alternative: await alternativeFacts(tx, engagement),
    claims: await claimFacts(tx, engagement.id),
    threshold: await leadershipFacts(tx, engagement, today),
    renewalOn: engagement.renewalDate,
    noticeOn: engagement.noticeOn,
    quoteExpiresOn: engagement.offers.at(-1)?.expiresOn ?? null,
    milestones: (await milestonesOf(tx, engagement.id)).map(({ id, label, dueOn, done, owner }) => ({
      id,
      label,
      dueOn,
      done: done !== null,
      owned: owner !== null,
    })),
    posture: await postureFacts(tx, engagement),
  };
}

async function alternativeFacts(tx: ActorTx, engagement: EngagementRecord): Promise<AlternativeFacts | null> {
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  if (!chosen) return null;
  const [reviewed, reasons, steps] = [
    await reviewedLines(tx, chosen.id),
    await tx
      .select({ category: categoryReasons.category })
      .from(categoryReasons)
      .where(eq(categoryReasons.alternativeId, chosen.id)),
    await stepsOf(tx, chosen.id),
  ];
  const totals = lineTotals(
    chosen.lines.map(({ line }) => line),
    modelOf(engagement),
  );
  const here = await membersIn(tx, engagement.id);
  const plan = planFacts(chosen.plan, engagement.renewalDate);
  return {
    lines: chosen.lines.map(({ id, line, basis, basisOn }, index) => ({
      id,
      label: line.label,
      category: line.category,
      part: line.part ?? 'run',
      presentValue: totals[index]?.presentValue ?? 0,
      basis,
      basisOn,
      endsOn: monthsBefore(engagement.renewalDate, -line.end),
      low: estimateOf(line)?.low ?? null,
      high: estimateOf(line)?.high ?? null,
      reviewed: reviewed.has(id),
    })),
    excused: reasons.map(({ category }) => category).filter(isStandard),
    steps: steps.map(({ id, label, ownerId, months }) => ({ id, label, owned: here.has(ownerId), months })),
    cyclic: plan === 'circle',
    walkBy: plan === 'circle' ? null : plan,
  };
}

async function membersIn(tx: ActorTx, engagementId: string): Promise<ReadonlySet<string | null>> {
  const rows = await tx.select({ id: members.userId }).from(members).where(eq(members.engagementId, engagementId));
  return new Set(rows.map(({ id }) => id));
}

const isStandard = (category: string): category is StandardCategory =>
  (standardCategories as readonly string[]).includes(category);

function planFacts(plan: readonly PlanStep[], renewalDate: string): string | null | 'circle' {
  if (plan.length === 0) return null;
  try {
    return planOf(plan, renewalDate).walkBy;
  } catch (error) {
    if (error instanceof PlanCycle) return 'circle';
    throw error;
  }
}

/** The lines somebody reviewed as they stand; the database lets nobody review their own last change. */
async function reviewedLines(tx: ActorTx, alternativeId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ id: lines.id })
    .from(lines)
    .innerJoin(reviews, and(eq(reviews.lineId, lines.id), eq(reviews.materialVersion, lines.materialVersion)))
    .where(eq(lines.alternativeId, alternativeId));
  return new Set(rows.map(({ id }) => id));
}

async function claimFacts(tx: ActorTx, engagementId: string): Promise<ClaimFacts[]> {
  const rows = await tx
    .select({ id: claims.id, label: claims.statement, verdict: isNotNull(claims.verdict) })
    .from(claims)
    .where(eq(claims.engagementId, engagementId))
    .orderBy(desc(claims.saidOn), claims.id);
  const shown = await tx
    .selectDistinct({ id: evidence.subjectId })
    .from(evidence)
    .where(
      and(
        eq(evidence.engagementId, engagementId),
        eq(evidence.subjectKind, 'claim'),
        inArray(
          evidence.subjectId,
          rows.map(({ id }) => id),
        ),
      ),
    );
  const evident = new Set(shown.map(({ id }) => id));
  return rows.map(({ id, label, verdict }) => ({ id, label, verdict: Boolean(verdict), evidence: evident.has(id) }));
}
