import 'server-only';
import { inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { pillarStates } from '@/db/schema/readiness';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { loadFigures } from '@/lib/engagements/queries';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import type { PortfolioRow } from '@/lib/engagements/view';
import { readingOf } from '@/lib/model/reading';
import { recalculate } from '@/lib/model/recalculate';
import { type Level, levelOf } from '@/lib/readiness/level';

/** The engagements one is a member of, each as that member may see it. */
export async function portfolioOf(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
): Promise<PortfolioRow[]> {
  const engagements = await loadFigures(tx, actor, todayIn);
  const levels = await levelsOf(
    tx,
    engagements.map(({ id }) => id),
  );
  return engagements.map((engagement) => rowOf(engagement, todayIn, levels.get(engagement.id) ?? 'hollow'));
}

async function levelsOf(tx: ActorTx, ids: readonly string[]): Promise<ReadonlyMap<string, Level>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(pillarStates)
    .where(inArray(pillarStates.engagementId, [...ids]));
  return new Map(rows.map((row) => [row.engagementId, levelOf(row)]));
}

function rowOf(engagement: EngagementFigures, todayIn: (timeZone: string) => string, level: Level): PortfolioRow {
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
    level,
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
