import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { portfolioEntries } from '@/db/schema/portfolio';
import type { Actor } from '@/lib/access/permissions';
import { holdTrail } from '@/lib/activity/record';
import { presentValueOf } from '@/lib/engagements/present-value';
import { loadFigures } from '@/lib/engagements/queries';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import { recalculate } from '@/lib/model/recalculate';
import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';

/**
 * Computes the amounts that changes have left behind, once each: of the actor's engagements, or of the one named. The
 * trail is held first, as every change holds it, so that one that is under way is waited for and one that begins waits.
 */
export async function settlePortfolio(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
  only?: string,
): Promise<void> {
  const here = only === undefined ? undefined : eq(portfolioEntries.engagementId, only);
  const left = await tx
    .select({ id: portfolioEntries.engagementId })
    .from(portfolioEntries)
    .where(and(eq(portfolioEntries.stale, true), here))
    .orderBy(asc(portfolioEntries.engagementId));
  for (const { id } of left) {
    await holdTrail(tx, id);
    const stillLeft = and(eq(portfolioEntries.engagementId, id), eq(portfolioEntries.stale, true));
    const [held] = await tx.select({ id: portfolioEntries.engagementId }).from(portfolioEntries).where(stillLeft);
    const [engagement] = held ? await loadFigures(tx, actor, todayIn, id) : [];
    if (!engagement) continue;
    await tx
      .update(portfolioEntries)
      .set({ ...amountsOf(engagement), stale: false })
      .where(stillLeft);
  }
}

/** What an entry stores of the model: all-in costs, null where there is no line. */
export function amountsOf(engagement: EngagementFigures) {
  const model = modelOf(engagement);
  const totals = recalculate(model);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  const costed = chosen !== undefined && chosen.lines.length > 0;
  return {
    offer: model.offer.lines.length > 0 ? totals.offer.presentValue : null,
    firstOffer: firstOfferOf(engagement, model),
    alternative: costed ? (totals.alternatives.find(({ id }) => id === chosen.id)?.presentValue ?? null) : null,
    measuredCost: presentValueOf(model),
  };
}

function firstOfferOf({ offers }: EngagementFigures, model: Model): number | null {
  const first = offers.find(({ lines }) => lines.length > 0);
  if (!first) return null;
  const lines = first.lines.map(({ line }) => line);
  return allInCost(lines, model, 'likely', { ...first, lines });
}
