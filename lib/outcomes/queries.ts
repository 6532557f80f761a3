import 'server-only';
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { walkTests } from '@/db/schema/posture';
import { pillarChanges } from '@/db/schema/readiness';
import type { Actor } from '@/lib/access/permissions';
import type { DecisionKind } from '@/lib/decisions/schema';
import { costOfOffer } from '@/lib/engagements/present-value';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { measuredOn, movementOf, preparedOn } from '@/lib/outcomes/ended';
import type { OneOutcome, OutcomeView, Tests } from '@/lib/outcomes/view';
import { settlePortfolio } from '@/lib/portfolio/settle';
import type { PillarChange } from '@/lib/preparedness/history';

/** More than a firm ends in years: the newest, where there are more. */
export const outcomesShown = 500;

type Ended = {
  id: string;
  client: string;
  currency: string;
  renewal_date: string;
  first_offer: string | null;
  last_offer: string | null;
  ending: DecisionKind;
  ended_on: string;
  above_line: boolean;
  line: string | null;
};

/**
 * How the actor's engagements ended, newest first: of those whose threshold they may see, since how a deal ended is
 * behind its walls. The rows of the others are not given to them by the database.
 */
export async function loadOutcomes(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
): Promise<{ readonly outcomes: OutcomeView[]; readonly more: boolean }> {
  await settlePortfolio(tx, actor, todayIn);
  const ended = await endedOf(tx, actor, outcomesShown + 1);
  const shown = ended.slice(0, outcomesShown);
  const ids = shown.map(({ id }) => id);
  const [changes, tests] = await Promise.all([changesOf(tx, ids), testsOf(tx, ids)]);
  const outcomes = shown.map(
    (row): OutcomeView => ({
      id: row.id,
      client: row.client,
      currency: row.currency,
      ending: row.ending,
      endedOn: row.ended_on,
      aboveLine: row.above_line,
      movement: movementOf(numberOf(row.first_offer), numberOf(row.last_offer)),
      line: numberOf(row.line),
      tests: tests.get(row.id) ?? noTests,
      prepared: preparedOn(changes.get(row.id) ?? [], measuredOn(row.renewal_date, row.ended_on)),
    }),
  );
  return { outcomes, more: ended.length > outcomesShown };
}

function endedOf(tx: ActorTx, actor: Actor, atMost: number, only?: string): Promise<Ended[]> {
  const one = only === undefined ? sql`` : sql`and m.engagement_id = ${only}`;
  return tx.execute<Ended>(sql`
    select e.engagement_id as id, e.client, e.currency, e.renewal_date, e.first_offer, e.offer as last_offer,
      d.kind as ending, (d.ended_at at time zone e.time_zone)::date as ended_on, d.above_line, t.amount as line
    from members m
    join portfolio_standings s on s.engagement_id = m.engagement_id and s.outcome is not null
    join portfolio_entries e on e.engagement_id = m.engagement_id
    join lateral (
      select d.kind, d.above_line, d.threshold_id, said.ended_at
      from decisions d, lateral (
        select count(*) as voices, max(v.given_at) as ended_at from decision_voices v where v.decision_id = d.id
      ) said
      where d.engagement_id = m.engagement_id and said.voices >= d.quorum
      order by d.made_at desc, d.id desc limit 1
    ) d on true
    left join thresholds t on t.id = d.threshold_id
    where m.user_id = ${actor.userId} ${one}
    order by d.ended_at desc, e.engagement_id limit ${atMost}`);
}

const numberOf = (amount: string | null) => (amount === null ? null : Number(amount));
const noTests: Tests = { honoured: 0, held: 0, yielded: 0, open: 0 };

async function changesOf(tx: ActorTx, ids: readonly string[]): Promise<Map<string, PillarChange[]>> {
  const rows = await tx
    .select({
      id: pillarChanges.engagementId,
      pillar: pillarChanges.pillar,
      state: pillarChanges.state,
      on: pillarChanges.changedOn,
    })
    .from(pillarChanges)
    .where(inArray(pillarChanges.engagementId, [...ids]))
    .orderBy(asc(pillarChanges.changedOn), asc(pillarChanges.recordedAt), asc(pillarChanges.id));
  return Map.groupBy(rows, ({ id }) => id);
}

async function testsOf(tx: ActorTx, ids: readonly string[]): Promise<Map<string, Tests>> {
  const count = (outcome: string) => sql<number>`count(*) filter (where ${walkTests.outcome} = ${outcome})::int`;
  const rows = await tx
    .select({
      id: walkTests.engagementId,
      honoured: count('honoured'),
      held: count('held'),
      yielded: count('yielded'),
      open: sql<number>`count(*) filter (where ${walkTests.outcome} is null)::int`,
    })
    .from(walkTests)
    .where(inArray(walkTests.engagementId, [...ids]))
    .groupBy(walkTests.engagementId);
  return new Map(rows.map(({ id, ...tests }) => [id, tests]));
}

/** How one deal ended, or how it stands while it has not: for whoever may see its threshold. */
export async function loadOutcome(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  today: string,
): Promise<OneOutcome> {
  const [end] = await endedOf(tx, actor, 1, engagement.id);
  const model = modelOf(engagement);
  const costs = engagement.offers
    .filter(({ lines }) => lines.length > 0)
    .map((offer) => ({ label: offer.label, cost: costOfOffer(offer, model) }));
  const [first, last] = [costs[0], costs.at(-1)];
  const tests = await tx
    .select({
      id: walkTests.id,
      kind: walkTests.kind,
      on: walkTests.testedOn,
      theyDid: walkTests.theyDid,
      weDid: walkTests.weDid,
      outcome: walkTests.outcome,
      taught: walkTests.taught,
    })
    .from(walkTests)
    .where(eq(walkTests.engagementId, engagement.id))
    .orderBy(desc(walkTests.testedOn), desc(walkTests.loggedAt));
  const day = measuredOn(engagement.renewalDate, end?.ended_on ?? null);
  const changes = (await changesOf(tx, [engagement.id])).get(engagement.id) ?? [];
  return {
    currency: engagement.currency,
    first: first ?? null,
    last: last ?? null,
    movement: movementOf(first?.cost ?? null, last?.cost ?? null),
    tests,
    measuredOn: day,
    prepared: day > today ? null : preparedOn(changes, day),
  };
}
