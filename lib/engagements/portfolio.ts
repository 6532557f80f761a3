import 'server-only';
import type { ActorTx } from '@/db/doors';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { loadFigures } from '@/lib/engagements/queries';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import type { PortfolioRow } from '@/lib/engagements/view';
import { readingOf } from '@/lib/model/reading';
import { recalculate } from '@/lib/model/recalculate';

/** The engagements one is a member of, each as that member may see it. */
export async function portfolioOf(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
): Promise<PortfolioRow[]> {
  return (await loadFigures(tx, actor, todayIn)).map((engagement) => rowOf(engagement, todayIn));
}

function rowOf(engagement: EngagementFigures, todayIn: (timeZone: string) => string): PortfolioRow {
  const { id, client, currency, renewalDate, timeZone, member, threshold } = engagement;
  const model = modelOf(engagement);
  const totals = recalculate(model);
  const costed = new Set(model.alternatives.filter(({ lines }) => lines.length > 0).map((each) => each.id));
  const chosen = totals.alternatives.find((alternative) => alternative.id === model.chosen && costed.has(model.chosen));
  const offer = model.offer.lines.length > 0 ? totals.offer.presentValue : null;
  const alternative = chosen ? chosen.presentValue : null;
  const leverage = offer !== null && chosen ? chosen.leverage : null;
  return {
    id,
    client,
    role: member.role,
    archived: member.archived === true,
    currency,
    renewalDate,
    daysLeft: daysBetween(todayIn(timeZone), renewalDate),
    offer,
    alternative,
    leverage,
    leverageShare: leverage !== null && offer !== null && offer > 0 ? leverage / offer : null,
    ...(mayInEngagement(member, 'threshold.read') && {
      reading: readingOf({ offer, alternative, threshold: threshold?.amount ?? null }),
    }),
  };
}

/** Whole days from one ISO calendar date to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
