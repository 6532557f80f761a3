import 'server-only';
import type { ActorTx } from '@/db/doors';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { listEngagements, loadEngagement } from '@/lib/engagements/queries';
import { modelOf } from '@/lib/engagements/record';
import type { PortfolioRow } from '@/lib/engagements/view';
import { readingOf } from '@/lib/model/reading';
import { recalculate } from '@/lib/model/recalculate';

/** The engagements one is a member of, each as that member may see it. */
export async function portfolioOf(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
): Promise<PortfolioRow[]> {
  const rows: PortfolioRow[] = [];
  for (const { id, role } of await listEngagements(tx, actor)) {
    const engagement = await loadEngagement(tx, actor, id, todayIn);
    if (!engagement) continue;
    const model = modelOf(engagement);
    const totals = recalculate(model);
    const chosen = totals.alternatives.find((alternative) => alternative.id === model.chosen);
    const offer = model.offer.lines.length > 0 ? totals.offer.presentValue : null;
    const alternative = chosen ? chosen.presentValue : null;
    rows.push({
      id,
      client: engagement.client,
      role,
      currency: engagement.currency,
      renewalDate: engagement.renewalDate,
      daysLeft: daysBetween(todayIn(engagement.timeZone), engagement.renewalDate),
      offer,
      alternative,
      leverage: offer !== null && chosen ? chosen.leverage : null,
      ...(mayInEngagement(engagement.member, 'threshold.read') && {
        reading: readingOf({ offer, alternative, threshold: engagement.threshold?.amount ?? null }),
      }),
    });
  }
  return rows;
}

/** Whole days from one ISO calendar date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
