import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { EngagementRecord } from '@/lib/engagements/record';
import type { LeadershipFacts } from '@/lib/readiness/facts';
import { dayIn } from '@/lib/server/today';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { nowOf } from '@/lib/thresholds/now';
import { latestWords, standingOf } from '@/lib/thresholds/standing';

/**
 * How the threshold stands: the one in force, else the one that is stale, else the one that waits for its approvers.
 * Null where there is none of these, or the actor may not see one.
 */
export async function leadershipFacts(
  tx: ActorTx,
  engagement: EngagementRecord,
  today: string,
): Promise<LeadershipFacts | null> {
  const now = nowOf(engagement, today);
  const found = (await thresholdsOf(tx, [engagement.id])).map((threshold) => ({
    threshold,
    standing: standingOf(threshold, now),
  }));
  const current = (['approved', 'stale', 'proposed'] as const)
    .map((state) => found.find(({ standing }) => standing.state === state))
    .find((one) => one !== undefined);
  if (!current) return null;
  const { threshold, standing } = current;
  return {
    approved: standing.state !== 'proposed',
    waitingFor: threshold.named
      .filter(({ userId }) => !approvedBy(threshold).some((word) => word.userId === userId))
      .map(({ name }) => name),
    stale: standing.state === 'stale' ? standing.why : null,
    stated: threshold.statement.trim() !== '',
  };
}

const approvedBy = (threshold: ThresholdRecord) =>
  latestWords(threshold).filter(({ decision }) => decision === 'approve');

/**
 * The days of the newest threshold that is not over: when each approver approved, and until when it is valid. ISO
 * calendar dates, by the client's clocks.
 */
export async function leadershipDays(
  tx: ActorTx,
  { id: engagementId, timeZone }: Pick<EngagementRecord, 'id' | 'timeZone'>,
): Promise<{
  readonly approvals: readonly { readonly on: string; readonly by: string }[];
  readonly validUntil: string;
} | null> {
  const threshold = (await thresholdsOf(tx, [engagementId])).find(
    ({ moves }) => !moves.some(({ kind }) => kind === 'withdrawn' || kind === 'superseded'),
  );
  if (!threshold) return null;
  return {
    approvals: approvedBy(threshold).map(({ decidedAt, name }) => ({
      on: dayIn(timeZone, decidedAt),
      by: name,
    })),
    validUntil: threshold.validUntil,
  };
}
