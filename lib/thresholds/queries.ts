import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { EngagementRecord } from '@/lib/engagements/record';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { latestWords, type Now, type Standing, standingOf } from '@/lib/thresholds/standing';
import { standingWords } from '@/lib/thresholds/standing-words';

type Current = Pick<EngagementRecord, 'threshold' | 'proposedAmount' | 'thresholdAbsence' | 'thresholdStale'>;

type Asked = Now & { readonly engagementId: string };

/**
 * Of each engagement asked for, the threshold in force, else why none is. For those who may see them: the database
 * refuses the rest.
 */
export async function currentThresholds(tx: ActorTx, asked: readonly Asked[]): Promise<Map<string, Current>> {
  const all = Map.groupBy(
    await thresholdsOf(
      tx,
      asked.map(({ engagementId }) => engagementId),
    ),
    ({ engagementId }) => engagementId,
  );
  return new Map(asked.map((now) => [now.engagementId, currentOf(all.get(now.engagementId) ?? [], now)]));
}

function currentOf(thresholds: readonly ThresholdRecord[], now: Now): Current {
  const standings = thresholds.map((threshold) => ({ threshold, standing: standingOf(threshold, now) }));
  for (const { threshold, standing } of standings) {
    if (standing.state === 'approved') {
      return {
        thresholdAbsence: null,
        thresholdStale: false,
        proposedAmount: null,
        threshold: inForceOf(threshold, standing),
      };
    }
  }
  const waiting = standings.find(({ standing }) => standing.state === 'drafted' || standing.state === 'proposed');
  return {
    threshold: null,
    proposedAmount: waiting?.threshold.amount ?? null,
    thresholdAbsence: absenceOf(standings),
    thresholdStale: standings.some(({ standing }) => standing.state === 'stale'),
  };
}

function inForceOf(threshold: ThresholdRecord, standing: Extract<Standing, { state: 'approved' }>) {
  return {
    id: threshold.id,
    amount: threshold.amount,
    statement: threshold.statement,
    validUntil: standing.until,
    alternativeCost: standing.alternativeCost,
    tolerance: threshold.tolerance,
    approvedBy: latestWords(threshold)
      .filter(({ decision }) => decision === 'approve')
      .map(({ name, decidedAt, condition }) => ({ name, on: decidedAt.toISOString().slice(0, 10), condition })),
  };
}

/** Why none is in force: what is stale first, then what waits, then what became of the newest. */
function absenceOf(standings: readonly { threshold: ThresholdRecord; standing: Standing }[]): string {
  const stale = standings.find(({ standing }) => standing.state === 'stale');
  const waiting = standings.find(({ standing }) => standing.state === 'drafted' || standing.state === 'proposed');
  const said = [stale, waiting].filter((found) => found !== undefined);
  const told = said.length > 0 ? said : standings.slice(0, 1);
  if (told.length === 0) return 'No walk threshold has been proposed yet.';
  return told.map(({ threshold, standing }) => standingWords(standing, threshold.tolerance)).join(' ');
}
