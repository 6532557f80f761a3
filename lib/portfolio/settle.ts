import 'server-only';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { type ActorTx, asActor } from '@/db/doors';
import { portfolioEntries } from '@/db/schema/portfolio';
import type { Actor } from '@/lib/access/permissions';
import { holdTrail } from '@/lib/activity/record';
import { costOfOffer, presentValueOf } from '@/lib/engagements/present-value';
import { loadFigures } from '@/lib/engagements/queries';
import { type EngagementFigures, modelOf } from '@/lib/engagements/record';
import { recalculate } from '@/lib/model/recalculate';

type TodayIn = (timeZone: string) => string;

/** What one transaction computes at most: it holds the trail of each, and locks are few. */
const atOnce = 100;

/**
 * Computes the amounts that changes have left behind, once each: of the actor's engagements, or of the one named. What
 * many changes at once have left, such as an import, is settled by so many in transactions of their own.
 */
export async function settlePortfolio(tx: ActorTx, actor: Actor, todayIn: TodayIn, only?: string): Promise<void> {
  for (;;) {
    const left = await leftBehind(tx, only);
    if (left.length <= atOnce) return settle(tx, actor, todayIn, left);
    await asActor(actor, (own) => settle(own, actor, todayIn, left.slice(0, atOnce)));
  }
}

async function leftBehind(tx: ActorTx, only: string | undefined): Promise<string[]> {
  const here = only === undefined ? undefined : eq(portfolioEntries.engagementId, only);
  const rows = await tx
    .select({ id: portfolioEntries.engagementId })
    .from(portfolioEntries)
    .where(and(eq(portfolioEntries.stale, true), here))
    .orderBy(asc(portfolioEntries.engagementId))
    .limit(atOnce + 1);
  return rows.map(({ id }) => id);
}

/**
 * The trail of each is held first, as every change holds it, in one order: so that a change that is under way is waited
 * for, and one that begins waits. What somebody else has settled meanwhile is left alone.
 */
async function settle(tx: ActorTx, actor: Actor, todayIn: TodayIn, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const id of ids) await holdTrail(tx, id);
  const stale = and(inArray(portfolioEntries.engagementId, [...ids]), eq(portfolioEntries.stale, true));
  const held = await tx.select({ id: portfolioEntries.engagementId }).from(portfolioEntries).where(stale);
  const engagements =
    held.length === 0
      ? []
      : await loadFigures(
          tx,
          actor,
          todayIn,
          held.map(({ id }) => id),
        );
  if (engagements.length === 0) return;
  const settled = engagements.map((engagement) => ({ id: engagement.id, ...amountsOf(engagement) }));
  await tx.execute(sql`
    update portfolio_entries e set stale = false, offer = figures.offer, first_offer = figures.first_offer,
      alternative = figures.alternative, measured_cost = figures.measured_cost
    from jsonb_to_recordset(${JSON.stringify(
      settled.map(({ id, offer, firstOffer, alternative, measuredCost }) => ({
        id,
        offer,
        first_offer: firstOffer,
        alternative,
        measured_cost: measuredCost,
      })),
    )}::jsonb) as figures(id uuid, offer numeric, first_offer numeric, alternative numeric, measured_cost numeric)
    where e.engagement_id = figures.id and e.stale`);
}

/** What an entry stores of the model: all-in costs, null where there is no line. */
export function amountsOf(engagement: EngagementFigures) {
  const model = modelOf(engagement);
  const totals = recalculate(model);
  const chosen = model.alternatives.find(({ id }) => id === model.chosen);
  const firstOffer = engagement.offers.find(({ lines }) => lines.length > 0);
  const costed = chosen !== undefined && chosen.lines.length > 0;
  return {
    offer: model.offer.lines.length > 0 ? totals.offer.presentValue : null,
    firstOffer: firstOffer ? costOfOffer(firstOffer, model) : null,
    alternative: costed ? (totals.alternatives.find(({ id }) => id === chosen.id)?.presentValue ?? null) : null,
    measuredCost: presentValueOf(model),
  };
}
