import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { modelStep, stepsOf } from '@/lib/plans/rows';
import { monthsOfFollower, scheduleOf } from '@/lib/plans/schedule';

/** Moves every line that follows a step to that step's months. To be called after each change of a plan. */
export async function moveFollowers(
  tx: ActorTx,
  actor: Actor,
  { engagementId, alternativeId }: { engagementId: string; alternativeId: string },
): Promise<void> {
  const followers = await tx
    .select({
      id: lines.id,
      stepId: lines.followsStepId,
      start: lines.startMonth,
      end: lines.endMonth,
      heldUntil: lines.heldUntil,
    })
    .from(lines)
    .where(and(eq(lines.alternativeId, alternativeId), isNotNull(lines.followsStepId)));
  if (followers.length === 0) return;
  const [engagement] = await tx
    .select({ renewalDate: engagements.renewalDate, horizonMonths: engagements.horizonMonths })
    .from(engagements)
    .where(eq(engagements.id, engagementId));
  if (!engagement) return;
  const rows = await stepsOf(tx, alternativeId);
  const { steps } = scheduleOf(rows.map(modelStep), engagement.renewalDate);
  for (const line of followers) {
    const index = rows.findIndex((row) => row.id === line.stepId);
    const step = steps[index];
    if (!step) continue;
    const months = monthsOfFollower(step);
    if (months.start === line.start && months.end === line.end) continue;
    await tx
      .update(lines)
      .set({
        startMonth: months.start,
        endMonth: months.end,
        // A price held from the line's start moves with it; one held until a month of its own does not.
        ...(line.heldUntil === line.start && { heldUntil: months.start }),
        version: sql`${lines.version} + 1`,
        changedBy: actor.userId,
        changedAt: sql`now()`,
      })
      .where(eq(lines.id, line.id));
    await recordActivity(tx, {
      engagementId,
      kind: 'line.changed',
      subject: line.id,
      before: { start: line.start, end: line.end },
      after: { ...months, follows: step.label },
    });
  }
}
