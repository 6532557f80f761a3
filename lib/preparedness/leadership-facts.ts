import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { users } from '@/db/schema/people';
import { approvals, thresholdApprovers, thresholds } from '@/db/schema/thresholds';
import { presentValueOf } from '@/lib/engagements/present-value';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import type { LeadershipFacts } from '@/lib/readiness/facts';
import { standingOf } from '@/lib/thresholds/standing';

/** How the newest threshold stands; null where there is none, it was declined, or the actor may not see one. */
export async function leadershipFacts(
  tx: ActorTx,
  engagement: EngagementRecord,
  today: string,
): Promise<LeadershipFacts | null> {
  const [threshold] = await tx
    .select()
    .from(thresholds)
    .where(eq(thresholds.engagementId, engagement.id))
    .orderBy(desc(thresholds.proposedAt), desc(thresholds.id))
    .limit(1);
  if (!threshold) return null;
  const approvers = await tx
    .select({ userId: thresholdApprovers.userId, name: users.name })
    .from(thresholdApprovers)
    .leftJoin(users, eq(users.id, thresholdApprovers.userId))
    .where(eq(thresholdApprovers.thresholdId, threshold.id));
  const decisions = await tx
    .select({ userId: approvals.userId, decision: approvals.decision })
    .from(approvals)
    .where(eq(approvals.thresholdId, threshold.id))
    .orderBy(asc(approvals.decidedAt), asc(approvals.id));
  const chosen = engagement.alternatives.find(({ key }) => key === engagement.chosen);
  const standing = standingOf(
    { ...threshold, approvers: approvers.map(({ userId }) => userId), decisions },
    { today, chosenId: chosen?.id ?? null, alternativeCost: chosen ? presentValueOf(modelOf(engagement)) : 0 },
  );
  if (standing.state === 'declined') return null;
  const word = new Map(decisions.map(({ userId, decision }) => [userId, decision]));
  return {
    approved: standing.state !== 'proposed',
    waitingFor: approvers
      .filter(({ userId }) => word.get(userId) !== 'approve')
      .map(({ name }) => name ?? 'a former member'),
    stale: standing.state === 'stale' ? standing.why : null,
    stated: threshold.statement.trim() !== '',
  };
}

/** The days of the newest threshold: when each approver approved, and until when it is valid. ISO calendar dates. */
export async function leadershipDays(
  tx: ActorTx,
  engagementId: string,
): Promise<{
  readonly approvals: readonly { readonly on: string; readonly by: string }[];
  readonly validUntil: string;
} | null> {
  const [threshold] = await tx
    .select({ id: thresholds.id, validUntil: thresholds.validUntil })
    .from(thresholds)
    .where(eq(thresholds.engagementId, engagementId))
    .orderBy(desc(thresholds.proposedAt), desc(thresholds.id))
    .limit(1);
  if (!threshold) return null;
  const given = await tx
    .select({ at: approvals.decidedAt, name: users.name })
    .from(approvals)
    .leftJoin(users, eq(users.id, approvals.userId))
    .where(and(eq(approvals.thresholdId, threshold.id), eq(approvals.decision, 'approve')))
    .orderBy(asc(approvals.decidedAt));
  return {
    approvals: given.map(({ at, name }) => ({ on: at.toISOString().slice(0, 10), by: name ?? 'a former member' })),
    validUntil: threshold.validUntil,
  };
}
