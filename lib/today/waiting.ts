import 'server-only';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { requests } from '@/db/schema/requests';
import { type Actor, mayInPortal } from '@/lib/access/permissions';
import { shown, toldOf } from '@/lib/today/cut';
import type { Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

const undated = { on: null, daysLeft: null };

type Heard = {
  engagement_id: string;
  thread_id: string;
  comment_id: string;
  by: string | null;
  named: boolean;
  rank: number;
  of: number;
};

/** Threads that are not settled in which somebody spoke after the actor did, or named them. */
export async function threadsDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const me = sql`${actor.userId}::uuid`;
  const rows = await tx.execute<Heard>(sql`
    select * from (
      select heard.engagement_id, heard.thread_id, bool_or(heard.mentions @> array[${me}]) as named,
        (array_agg(heard.id order by heard.written_at desc))[1] as comment_id,
        (array_agg(users.name order by heard.written_at desc))[1] as by,
        (row_number() over (partition by heard.engagement_id order by max(heard.written_at) desc, heard.thread_id))::int as rank,
        (count(*) over (partition by heard.engagement_id))::int as of
      from comments heard
      left join users on users.id = heard.written_by
      left join lateral (select max(own.written_at) as at from comments own
        where own.thread_id = heard.thread_id and own.written_by = ${me}) spoken on true
      where heard.written_by <> ${me} and heard.withdrawn_at is null
        and heard.written_at > coalesce(spoken.at, '-infinity')
        and (spoken.at is not null or heard.mentions @> array[${me}])
        and not coalesce((select resolutions.resolved from resolutions where resolutions.thread_id = heard.thread_id
          order by resolutions.resolved_at desc limit 1), false)
      group by heard.engagement_id, heard.thread_id) threads
    where rank <= ${shown + 1}`);
  return rows.flatMap(({ engagement_id: id, thread_id, comment_id, by, named, ...place }): Due[] => {
    const deal = deals.get(id);
    if (!deal) return [];
    const who = by ?? 'Somebody';
    const due: Due = {
      key: thread_id,
      kind: named ? 'mention' : 'thread',
      client: deal.client,
      what: named ? `${who} mentioned you` : `${who} answered in a thread of yours`,
      href: `/engagements/${id}/talk/${comment_id}`,
      ...undated,
    };
    // The rest is told once, after what was said to one by name.
    return [toldOf(place.rank > shown ? { ...due, kind: 'thread' } : due, place)];
  });
}

/** Requests for the worksheet that nobody has looked at and that are nobody else's, the oldest first. */
export async function requestsDue(tx: ActorTx, actor: Actor): Promise<Due[]> {
  if (!mayInPortal(actor, 'requests.triage')) return [];
  const rows = await tx
    .select({ id: requests.id, company: requests.company, of: sql<number>`(count(*) over ())::int` })
    .from(requests)
    .where(and(eq(requests.state, 'new'), or(isNull(requests.assignedTo), eq(requests.assignedTo, actor.userId))))
    .orderBy(asc(requests.createdAt), asc(requests.id))
    .limit(shown + 1);
  return rows.map(({ id, company, of }, index) => {
    const rank = index + 1;
    const href = rank > shown ? '/requests' : `/requests/${id}`;
    const what = `${company} asks for the worksheet`;
    return toldOf({ key: id, kind: 'request', client: null, what, href, ...undated }, { rank, of });
  });
}
