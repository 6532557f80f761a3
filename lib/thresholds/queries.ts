import 'server-only';
import { asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { users } from '@/db/schema/people';
import { approvals, thresholdApprovers, thresholds } from '@/db/schema/thresholds';
import type { EngagementRecord } from '@/lib/engagements/record';
import { type Standing, standingOf } from '@/lib/thresholds/standing';

type Current = Pick<EngagementRecord, 'threshold' | 'proposedAmount' | 'thresholdAbsence'>;

/** The newest threshold if it stands, else why none does. For those who may see it: the database refuses the rest. */
export async function currentThreshold(
  tx: ActorTx,
  engagementId: string,
  now: { today: string; chosenId: string | null; alternativeCost: number },
): Promise<Current> {
  const [threshold] = await tx
    .select()
    .from(thresholds)
    .where(eq(thresholds.engagementId, engagementId))
    .orderBy(desc(thresholds.proposedAt), desc(thresholds.id))
    .limit(1);
  if (!threshold)
    return { threshold: null, proposedAmount: null, thresholdAbsence: 'No walk threshold has been proposed yet.' };
  const [approvers, decisions] = await Promise.all([
    tx
      .select({ userId: thresholdApprovers.userId })
      .from(thresholdApprovers)
      .where(eq(thresholdApprovers.thresholdId, threshold.id)),
    tx
      .select({ userId: approvals.userId, name: users.name, decision: approvals.decision, at: approvals.decidedAt })
      .from(approvals)
      .leftJoin(users, eq(users.id, approvals.userId))
      .where(eq(approvals.thresholdId, threshold.id))
      .orderBy(asc(approvals.decidedAt), asc(approvals.id)),
  ]);
  const standing = standingOf({ ...threshold, approvers: approvers.map((row) => row.userId), decisions }, now);
  if (standing.state !== 'in force') {
    return {
      threshold: null,
      proposedAmount: standing.state === 'proposed' ? threshold.amount : null,
      thresholdAbsence: absence(standing, threshold.tolerance),
    };
  }
  return {
    thresholdAbsence: null,
    proposedAmount: null,
    threshold: {
      amount: threshold.amount,
      statement: threshold.statement,
      validUntil: threshold.validUntil,
      alternativeCost: threshold.alternativeCost,
      tolerance: threshold.tolerance,
      approvedBy: decisions
        .filter((decision) => decision.decision === 'approve')
        .map((decision) => ({
          name: decision.name ?? 'A former member',
          on: decision.at.toISOString().slice(0, 10),
        })),
    },
  };
}

const percent = (fraction: number) => `${(Math.abs(fraction) * 100).toFixed(1)} %`;

function absence(standing: Exclude<Standing, { state: 'in force' }>, tolerance: number): string {
  if (standing.state === 'proposed') return 'A walk threshold is proposed and waits for its approvers.';
  if (standing.state === 'declined') return 'The proposed walk threshold was declined.';
  switch (standing.why) {
    case 'date passed':
      return 'The walk threshold is stale: its date has passed.';
    case 'other alternative chosen':
      return 'The walk threshold is stale: it rests on an alternative that is no longer the chosen one.';
    case 'alternative moved': {
      const direction = standing.moved > 0 ? 'rose' : 'fell';
      return `The walk threshold is stale: the alternative ${direction} ${percent(standing.moved)}, the tolerance is ${percent(tolerance)}.`;
    }
  }
}
