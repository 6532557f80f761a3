import 'server-only';
import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { users } from '@/db/schema/people';
import { approvals, thresholdApprovers, thresholds } from '@/db/schema/thresholds';
import type { EngagementRecord } from '@/lib/engagements/record';
import { type Standing, standingOf } from '@/lib/thresholds/standing';

type Current = Pick<EngagementRecord, 'threshold' | 'proposedAmount' | 'thresholdAbsence'>;

type Asked = {
  readonly engagementId: string;
  readonly today: string;
  readonly chosenId: string | null;
  readonly alternativeCost: number;
};

const none: Current = {
  threshold: null,
  proposedAmount: null,
  thresholdAbsence: 'No walk threshold has been proposed yet.',
};

/**
 * Of each engagement asked for, the newest threshold if it stands, else why none does. For those who may see
 * them: the database refuses the rest.
 */
export async function currentThresholds(tx: ActorTx, asked: readonly Asked[]): Promise<Map<string, Current>> {
  if (asked.length === 0) return new Map();
  const newest = await tx
    .selectDistinctOn([thresholds.engagementId])
    .from(thresholds)
    .where(
      inArray(
        thresholds.engagementId,
        asked.map(({ engagementId }) => engagementId),
      ),
    )
    .orderBy(asc(thresholds.engagementId), desc(thresholds.proposedAt), desc(thresholds.id));
  const ids = newest.map(({ id }) => id);
  const [approvers, decisions] = await Promise.all([
    tx.select().from(thresholdApprovers).where(inArray(thresholdApprovers.thresholdId, ids)),
    decisionsOn(tx, ids),
  ]);
  return new Map(
    asked.map((now) => {
      const threshold = newest.find(({ engagementId }) => engagementId === now.engagementId);
      if (!threshold) return [now.engagementId, none];
      const facts = {
        ...threshold,
        approvers: approvers.filter((row) => row.thresholdId === threshold.id).map((row) => row.userId),
        decisions: decisions.filter((row) => row.thresholdId === threshold.id),
      };
      return [now.engagementId, currentOf(facts, now)];
    }),
  );
}

/** In the order they were made. */
function decisionsOn(tx: ActorTx, thresholdIds: readonly string[]) {
  return tx
    .select({
      thresholdId: approvals.thresholdId,
      userId: approvals.userId,
      name: users.name,
      decision: approvals.decision,
      at: approvals.decidedAt,
    })
    .from(approvals)
    .leftJoin(users, eq(users.id, approvals.userId))
    .where(inArray(approvals.thresholdId, thresholdIds))
    .orderBy(asc(approvals.decidedAt), asc(approvals.id));
}

type Facts = typeof thresholds.$inferSelect & {
  readonly approvers: readonly string[];
  readonly decisions: Awaited<ReturnType<typeof decisionsOn>>;
};

function currentOf(threshold: Facts, now: Asked): Current {
  const standing = standingOf(threshold, now);
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
      approvedBy: threshold.decisions
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
