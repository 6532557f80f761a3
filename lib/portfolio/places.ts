import 'server-only';
import { and, asc, count, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { portfolioPlaces as places } from '@/db/schema/portfolio';
import type { Actor } from '@/lib/access/permissions';

export type Span = { readonly atMost: number; readonly offset: number };

/** How many engagements are the actor's, and whether they may see a threshold in any of them. */
export async function countPlaces(tx: ActorTx, { userId }: Pick<Actor, 'userId'>) {
  const rows = await tx
    .select({ archived: places.archived, knows: places.knows, count: count() })
    .from(places)
    .where(eq(places.userId, userId))
    .groupBy(places.archived, places.knows);
  const sum = (archived: boolean) =>
    rows.filter((row) => row.archived === archived).reduce((total, row) => total + row.count, 0);
  return { underWay: sum(false), inArchive: sum(true), knowing: rows.some(({ knows }) => knows) };
}

const byClient = sql`${places.client} collate "und-x-icu"`;

/**
 * The actor's engagements in the order in which they come: by renewal, and after that by name what is over, which has
 * ended or whose renewal is past. An index of the actor's own is read as far as the span goes, and no further.
 */
export async function placesOf(
  tx: ActorTx,
  { userId }: Pick<Actor, 'userId'>,
  archived: boolean,
  { atMost, offset }: Span,
): Promise<string[]> {
  const own = and(eq(places.userId, userId), eq(places.archived, archived));
  const ahead = and(own, eq(places.ended, false), gte(places.renewalDate, sql`current_date`));
  const over = and(own, or(eq(places.ended, true), lt(places.renewalDate, sql`current_date`)));
  const ids = async (where: SQL | undefined, order: readonly SQL[], span: Span) => {
    const rows = await tx
      .select({ id: places.engagementId })
      .from(places)
      .where(where)
      .orderBy(...order)
      .limit(span.atMost)
      .offset(span.offset);
    return rows.map(({ id }) => id);
  };
  const first = await ids(ahead, [asc(places.renewalDate), byClient, asc(places.engagementId)], { atMost, offset });
  if (first.length === atMost) return first;
  const before = first.length > 0 ? offset + first.length : await tx.$count(places, ahead);
  const rest = { atMost: atMost - first.length, offset: Math.max(0, offset - before) };
  return [...first, ...(await ids(over, [byClient, asc(places.engagementId)], rest))];
}
