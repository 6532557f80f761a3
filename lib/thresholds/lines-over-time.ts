import 'server-only';
import type { ActorTx } from '@/db/doors';
import type { EngagementRecord } from '@/lib/engagements/record';
import type { PastLine } from '@/lib/line/offers-so-far';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';

/** The lines that leadership has drawn, each from the day its quorum was complete, oldest first. ISO calendar dates. */
export async function linesOverTime(tx: ActorTx, { id }: Pick<EngagementRecord, 'id'>): Promise<PastLine[]> {
  return (await thresholdsOf(tx, [id]))
    .map((threshold) => ({ amount: threshold.amount, from: completedOn(threshold) }))
    .filter((line): line is PastLine => line.from !== null)
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The day on which as many approvers as it asks for had said yes; null where they never had. */
function completedOn({ approvers, decisions, quorum }: ThresholdRecord): string | null {
  const saying = new Map<string, boolean>();
  for (const { userId, decision, decidedAt } of decisions) {
    saying.set(userId, decision === 'approve');
    const yes = approvers.filter((approver) => saying.get(approver));
    if (yes.length >= quorum) return decidedAt.toISOString().slice(0, 10);
  }
  return null;
}
