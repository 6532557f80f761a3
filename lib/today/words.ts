import 'server-only';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { erasureRequests } from '@/db/schema/archives';
import { engagements } from '@/db/schema/engagements';
import { portfolioEntries } from '@/db/schema/portfolio';
import { thresholdApprovers } from '@/db/schema/thresholds';
import { daysLeft } from '@/lib/milestones/reminders';
import { settlePortfolio } from '@/lib/portfolio/settle';
import { todayIn } from '@/lib/server/today';
import { thresholdsOf } from '@/lib/thresholds/facts';
import { askedOf } from '@/lib/today/asked';
import { dealsWhere, type Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

const undated = { on: null, daysLeft: null };

/**
 * Thresholds that ask for the word of the actor, who must be a named approver; in words, never with an amount. They
 * are measured by what is stored of each deal, which is computed first where a change has left it behind.
 */
export async function wordsAsked(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const { actor, deals } = theirs;
  const named = await tx
    .selectDistinct({ id: thresholdApprovers.engagementId })
    .from(thresholdApprovers)
    .where(
      and(
        eq(thresholdApprovers.userId, actor.userId),
        inArray(thresholdApprovers.engagementId, dealsWhere(theirs, 'threshold.approve')),
      ),
    );
  if (named.length === 0) return [];
  await settlePortfolio(tx, actor, todayIn);
  const ids = named.map(({ id }) => id);
  const measures = await tx
    .select({
      id: portfolioEntries.engagementId,
      chosenId: alternatives.id,
      measuredCost: portfolioEntries.measuredCost,
    })
    .from(portfolioEntries)
    .leftJoin(alternatives, and(eq(alternatives.id, portfolioEntries.chosenId), isNull(alternatives.removedAt)))
    .where(inArray(portfolioEntries.engagementId, ids));
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  return (await thresholdsOf(tx, ids)).flatMap((threshold): Due[] => {
    const deal = deals.get(threshold.engagementId);
    const measure = measureOf.get(threshold.engagementId);
    if (!deal || !measure) return [];
    const { chosenId, measuredCost } = measure;
    const now = { today: todayIn(deal.timeZone), chosenId, alternativeCost: chosenId === null ? 0 : measuredCost };
    const kind = askedOf(threshold, now, actor.userId);
    if (!kind) return [];
    const what =
      kind === 'decision'
        ? 'A threshold waits for your decision: read one page, and say yes or no'
        : 'What you approved has moved, or its date has passed: please look again';
    const href = `/engagements/${deal.id}/threshold/${threshold.id}`;
    return [{ key: threshold.id, kind, client: deal.client, what, href, ...undated }];
  });
}

/** Ends of deals that somebody has begun, and that take the actor's voice too. */
export async function endingsDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const { actor, deals } = theirs;
  const ids = dealsWhere(theirs, 'decision.make');
  if (ids.length === 0) return [];
  const rows = await tx.execute<{ id: string; engagement_id: string }>(sql`
    select d.id, d.engagement_id from decisions d
    join threshold_approvers a on a.threshold_id = d.threshold_id and a.user_id = ${actor.userId}
    where not exists (select from decision_voices v where v.decision_id = d.id and v.user_id = ${actor.userId})
    order by d.made_at, d.id`);
  return rows.flatMap(({ id, engagement_id: engagementId }): Due[] => {
    const deal = ids.includes(engagementId) ? deals.get(engagementId) : undefined;
    const what = 'How the deal ends waits for your voice: read what was begun, and say so too or not';
    const href = `/engagements/${engagementId}/threshold`;
    return deal ? [{ key: id, kind: 'ending', client: deal.client, what, href, ...undated }] : [];
  });
}

/** Engagements in the archive that somebody wishes erased, where the actor, as their lead, may confirm or refuse. */
export async function erasuresDue(tx: ActorTx): Promise<Due[]> {
  const rows = await tx
    .select({
      id: erasureRequests.id,
      engagementId: erasureRequests.engagementId,
      client: engagements.client,
      timeZone: engagements.timeZone,
      on: sql<string>`to_char(${erasureRequests.expiresAt} at time zone ${engagements.timeZone}, 'YYYY-MM-DD')`,
    })
    .from(erasureRequests)
    .innerJoin(engagements, eq(engagements.id, erasureRequests.engagementId))
    .where(and(gt(erasureRequests.expiresAt, sql`now()`), sql`app_leads(${erasureRequests.engagementId})`));
  return rows.map(({ id, engagementId, client, timeZone, on }) => {
    const what = 'An administrator asks to erase it for good: confirm or refuse';
    const href = `/engagements/${engagementId}/people#archive`;
    return { key: id, kind: 'erasure', client, what, href, on, daysLeft: daysLeft(on, todayIn(timeZone)) };
  });
}
