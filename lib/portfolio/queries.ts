import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import type { Actor, MemberRole } from '@/lib/access/permissions';
import type { Verdict } from '@/lib/model/types';
import { type AskedPortfolio, pageSize, searchTerms, type ThresholdState } from '@/lib/portfolio/asked';
import { needOf } from '@/lib/portfolio/need';
import { orderOf, sight } from '@/lib/portfolio/order';
import { countPlaces, placesOf, type Span } from '@/lib/portfolio/places';
import { settlePortfolio } from '@/lib/portfolio/settle';
import type { PortfolioPage, PortfolioRow } from '@/lib/portfolio/view';
import { levels } from '@/lib/readiness/level';

type Found = {
  id: string;
  client: string;
  role: MemberRole;
  currency: string;
  renewal_date: string;
  days_left: number;
  offer: string | null;
  alternative: string | null;
  level: number;
  due_label: string | null;
  due_on: string | null;
  due_in: number | null;
  lead: string | null;
  expires_in: number | null;
  overdue: boolean;
  word_waits: boolean;
  knows: boolean;
  reading: Verdict;
  state: ThresholdState;
  outcome: 'sign' | 'leave' | 'extend' | null;
};

/**
 * One page of the engagements the actor is a member of. What they may not see of one is null in every row that
 * orders, filters or finds, since the database gives them no other.
 */
export async function portfolioPage(
  tx: ActorTx,
  actor: Actor,
  asked: AskedPortfolio,
  todayIn: (timeZone: string) => string,
): Promise<PortfolioPage> {
  await settlePortfolio(tx, actor, todayIn);
  const span = { atMost: pageSize, offset: (asked.page - 1) * pageSize };
  const counted = await countPlaces(tx, actor);
  const all = asked.archived ? counted.inArchive : counted.underWay;
  const { rows, total } = isAsItComes(asked)
    ? { rows: await rowsInPlace(tx, actor, await placesOf(tx, actor, asked.archived, span)), total: all }
    : await findRows(tx, actor, asked, span);
  return { rows, total, ...counted };
}

/** Nothing is left out, and nothing is put before what renews sooner. */
const isAsItComes = ({ sort, down, reading, level, state, words }: AskedPortfolio) =>
  sort === 'renewal' && !down && !reading && !level && !state && searchTerms(words).length === 0;

/** Settles the actor's portfolio, and says whether they may see a threshold in any of it. */
export async function settledKnowing(
  tx: ActorTx,
  actor: Actor,
  todayIn: (timeZone: string) => string,
): Promise<boolean> {
  await settlePortfolio(tx, actor, todayIn);
  return (await countPlaces(tx, actor)).knowing;
}

/** Some of the rows in the order asked for. Whoever asks has settled them. */
export async function portfolioRows(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  asked: AskedPortfolio,
  span: Span,
): Promise<PortfolioRow[]> {
  return (await findRows(tx, actor, asked, span)).rows;
}

/** The rows of the span, and how many there are in all. */
async function findRows(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  asked: AskedPortfolio,
  { atMost, offset }: Span,
): Promise<{ rows: PortfolioRow[]; total: number }> {
  const found = await tx.execute<Found & { total: number }>(sql`
    ${sight(actor)}
    select *, count(*) over ()::int as total from seen ${whereOf(asked)}
    order by ${orderOf(asked)} limit ${atMost} offset ${offset}`);
  if (found.length > 0 || offset === 0) return { rows: found.map(rowOf), total: found[0]?.total ?? 0 };
  // Beyond the last page no row is there to say how many there are.
  const [counted] = await tx.execute<{ total: number }>(sql`
    ${sight(actor)} select count(*)::int as total from seen ${whereOf(asked)}`);
  return { rows: [], total: counted?.total ?? 0 };
}

async function rowsInPlace(tx: ActorTx, actor: Pick<Actor, 'userId'>, ids: readonly string[]): Promise<PortfolioRow[]> {
  if (ids.length === 0) return [];
  const rows = new Map(
    (await tx.execute<Found>(sql`${sight(actor, ids)} select * from seen`)).map((found) => [found.id, rowOf(found)]),
  );
  return ids.flatMap((id) => rows.get(id) ?? []);
}

function whereOf(asked: AskedPortfolio): SQL {
  const conditions = [
    sql`archived = ${asked.archived}`,
    ...(asked.reading ? [sql`reading = ${asked.reading}`] : []),
    ...(asked.state ? [sql`state = ${asked.state}`] : []),
    ...(asked.level ? [sql`level = ${levels.indexOf(asked.level)}`] : []),
    ...searchTerms(asked.words).map(
      (term) =>
        sql`(search @@ to_tsquery('simple', ${term}) or coalesce(known_search @@ to_tsquery('simple', ${term}), false))`,
    ),
  ];
  return sql`where ${sql.join(conditions, sql` and `)}`;
}

function rowOf(found: Found): PortfolioRow {
  const offer = found.offer === null ? null : Number(found.offer);
  const alternative = found.alternative === null ? null : Number(found.alternative);
  const leverage = offer !== null && alternative !== null ? offer - alternative : null;
  const { due_label: label, due_on: on, due_in: inDays } = found;
  const known = found.knows ? { reading: found.reading, state: found.state, outcome: found.outcome } : undefined;
  return {
    id: found.id,
    client: found.client,
    role: found.role,
    currency: found.currency,
    renewalDate: found.renewal_date,
    daysLeft: found.days_left,
    offer,
    alternative,
    leverage,
    leverageShare: leverage !== null && offer !== null && offer > 0 ? leverage / offer : null,
    level: levels[found.level] ?? 'hollow',
    // A deal that has ended waits for nothing.
    due: known?.outcome || label === null || on === null || inDays === null ? null : { label, on, inDays },
    lead: found.lead,
    need: needOf({
      overdue: found.overdue,
      wordWaits: found.word_waits,
      expiresIn: found.expires_in,
      dueIn: inDays,
      daysLeft: found.days_left,
      ended: known?.outcome != null,
      ...(known && { state: known.state, reading: known.reading }),
    }),
    ...(known && { standing: known }),
  };
}
