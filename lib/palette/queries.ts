import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { type Actor, type MemberRole, mayInPortal } from '@/lib/access/permissions';
import { searchWords } from '@/lib/format/search-words';
import { type Deal, entriesOfDeal, entriesOfPortal } from '@/lib/palette/entries';
import { ranked } from '@/lib/palette/rank';
import type { AskedPalette } from '@/lib/palette/schema';
import type { Entry, EntryGroup } from '@/lib/palette/view';
import { staff } from '@/lib/people/queries';

const dealsAtOnce = 8;
/** Deals whose rooms are offered where nothing says which is meant: those opened last. */
const dealsNear = 4;
const peopleAtOnce = 8;

/** What the actor can go to or do, by the words they typed: of what is theirs alone, and never more than a screenful. */
export async function findEntries(
  tx: ActorTx,
  actor: Actor,
  { words, engagementId }: AskedPalette,
  demo: boolean,
): Promise<EntryGroup[]> {
  const terms = searchWords(words);
  const near = await dealsWhere(tx, actor, {
    engagementId,
    terms: [],
    atMost: terms.length > 0 ? dealsNear : dealsAtOnce,
  });
  const hits = terms.length > 0 ? await dealsWhere(tx, actor, { engagementId, terms, atMost: dealsAtOnce }) : [];
  const here = near.find(({ id }) => id === engagementId);
  const portal = entriesOfPortal(actor, { demo, knowing: near.some(({ knows }) => knows) });
  if (terms.length === 0)
    return ranked([...(here ? entriesOfDeal(here) : []), ...near.map(asEntry), ...portal].filter(once()), []);
  const deals = [...(here ? [here] : []), ...hits, ...near].filter(once());
  const people = await peopleWhere(tx, actor, { engagementId, terms });
  const found = new Set([
    ...hits.filter(({ whole }) => whole).map(({ id }) => `deal ${id}`),
    ...people.map(({ id }) => id),
  ]);
  return ranked([...deals.flatMap(entriesOfDeal), ...portal, ...people], terms, found);
}

const asEntry = (deal: Deal): Entry => entriesOfDeal(deal)[0] as Entry;

/** Keeps the first of each id. */
function once(): (one: { readonly id: string }) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id));
}

type FoundDeal = Deal & { readonly knows: boolean; readonly whole: boolean };

/** Deals that hold a term in what their members may find them by, those that hold most first; then as last opened. */
async function dealsWhere(
  tx: ActorTx,
  actor: Actor,
  { engagementId, terms, atMost }: { engagementId: string | null; terms: readonly string[]; atMost: number },
): Promise<FoundDeal[]> {
  // Its client, lead, offer, alternative and what is due: not the words of its story.
  const holds = terms.map((term) => sql`(e.search @@ to_tsquery('simple', ${`${term}:*AB`}))`);
  const count =
    holds.length > 0
      ? sql.join(
          holds.map((one) => sql`${one}::int`),
          sql` + `,
        )
      : sql`0`;
  const any: SQL = holds.length > 0 ? sql`and (${sql.join(holds, sql` or `)})` : sql``;
  const rows = await tx.execute<{
    id: string;
    client: string;
    role: MemberRole;
    negotiator: boolean;
    archived: boolean;
    knows: boolean;
    ended: boolean;
    held: number;
  }>(sql`
    select e.engagement_id as id, e.client, m.role, m.negotiator, a.engagement_id is not null as archived,
      s.engagement_id is not null as knows, s.outcome is not null as ended, ${count} as held
    from members m
    join portfolio_entries e on e.engagement_id = m.engagement_id
    left join portfolio_standings s on s.engagement_id = e.engagement_id
    left join archives a on a.engagement_id = e.engagement_id
    left join looks l on l.engagement_id = e.engagement_id and l.user_id = m.user_id
    where m.user_id = ${actor.userId} ${any}
    order by held desc, e.engagement_id = ${engagementId}::uuid desc nulls last, l.looked_at desc nulls last,
      e.renewal_date, e.engagement_id
    limit ${atMost}`);
  return rows.map(({ id, client, role, negotiator, archived, knows, ended, held }) => ({
    id,
    client,
    member: { role, negotiator, archived },
    knows,
    ended,
    whole: held === terms.length,
  }));
}

/** People the actor works with, each in a deal they share: the one at hand before others; for administrators the portal’s own. */
async function peopleWhere(
  tx: ActorTx,
  actor: Actor,
  { engagementId, terms }: { engagementId: string | null; terms: readonly string[] },
): Promise<Entry[]> {
  const holds = terms.map((term) => sql`concat_ws(' ', u.name, u.title, u.email, e.client) ilike ${`%${term}%`}`);
  const rows = await tx.execute<{
    id: string;
    name: string | null;
    email: string;
    title: string | null;
    deal: string;
  }>(sql`
    select * from (
      select distinct on (u.id) u.id, u.name, u.email, u.title, other.engagement_id as deal
      from members own
      join members other on other.engagement_id = own.engagement_id
      join portfolio_entries e on e.engagement_id = own.engagement_id
      join users u on u.id = other.user_id
      where own.user_id = ${actor.userId} and ${sql.join(holds, sql` and `)}
      order by u.id, own.engagement_id = ${engagementId}::uuid desc nulls last, e.renewal_date desc, own.engagement_id
    ) found order by name, id limit ${peopleAtOnce}`);
  const members = rows.map(
    ({ id, name, email, title, deal }): Entry => ({
      id: `person ${id}`,
      kind: 'person',
      label: name ?? email,
      detail: title ?? email,
      how: 'go',
      href: `/engagements/${deal}/people#person-${id}`,
    }),
  );
  if (!mayInPortal(actor, 'people.change')) return members;
  const own = (await staff(tx, actor)).map(
    ({ userId, name, email }): Entry => ({
      id: `person ${userId}`,
      kind: 'person',
      label: name,
      detail: email,
      how: 'go',
      href: `/administration#person-${userId}`,
    }),
  );
  return [...own, ...members].filter(once());
}
