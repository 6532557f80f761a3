import { type SQL, sql } from 'drizzle-orm';
import type { Due } from '@/lib/today/view';

/** Of one kind, so many of an engagement are told one by one. */
export const shown = 8;

/** A row's place among those of its engagement, from 1, and how many they are. */
export type Ranked = { readonly rank: number; readonly of: number };

/** The columns of it, by the order that is given. */
export const ranked = (by: SQL, engagementId: unknown) => ({
  rank: sql<number>`(row_number() over (partition by ${engagementId} order by ${by}))::int`.as('rank'),
  of: sql<number>`(count(*) over (partition by ${engagementId}))::int`.as('of'),
});

/** What is told of a row: itself, or, of the first that is too many, that there are so many more, from there on. */
export function toldOf(due: Due, { rank, of }: Ranked): Due {
  if (rank <= shown) return due;
  const more = of - shown;
  return { ...due, what: more === 1 ? 'and one more' : `and ${more} more`, more };
}
