import 'server-only';
import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { requests } from '@/db/schema/requests';
import { thresholdApprovers } from '@/db/schema/thresholds';
import { type Actor, mayInEngagement, mayInPortal } from '@/lib/access/permissions';
import { loadFigures } from '@/lib/engagements/queries';
import { todayIn } from '@/lib/server/today';
import { dealHasEnded, thresholdsOf } from '@/lib/thresholds/facts';
import { nowOf } from '@/lib/thresholds/now';
import { askedOf } from '@/lib/today/asked';
import type { Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

const undated = { on: null, daysLeft: null };

/** Thresholds that ask for the word of the actor, who must be a named approver; in words, never with an amount. */
export async function wordsAsked(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const ids = [...deals.values()]
    .filter(({ member }) => mayInEngagement(member, 'threshold.approve'))
    .map(({ id }) => id);
  const named = await tx
    .selectDistinct({ id: thresholdApprovers.engagementId })
    .from(thresholdApprovers)
    .where(and(eq(thresholdApprovers.userId, actor.userId), inArray(thresholdApprovers.engagementId, ids)));
  const due: Due[] = [];
  for (const { id } of named) {
    const [engagement] = await loadFigures(tx, actor, todayIn, id);
    if (!engagement || (await dealHasEnded(tx, id))) continue;
    const now = nowOf(engagement, todayIn(engagement.timeZone));
    for (const threshold of await thresholdsOf(tx, [id])) {
      const kind = askedOf(threshold, now, actor.userId);
      if (!kind) continue;
      due.push({
        key: threshold.id,
        kind,
        client: engagement.client,
        what:
          kind === 'decision'
            ? 'A threshold waits for your decision: read one page, and say yes or no'
            : 'What you approved has moved, or its date has passed: please look again',
        href: `/engagements/${id}/threshold/${threshold.id}`,
        ...undated,
      });
    }
  }
  return due;
}

type Heard = { engagement_id: string; thread_id: string; comment_id: string; by: string | null; named: boolean };

/** Threads that are not settled in which somebody spoke after the actor did, or named them. */
export async function threadsDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const me = sql`${actor.userId}::uuid`;
  const rows = await tx.execute<Heard>(sql`
    select heard.engagement_id, heard.thread_id, bool_or(heard.mentions @> array[${me}]) as named,
      (array_agg(heard.id order by heard.written_at desc))[1] as comment_id,
      (array_agg(users.name order by heard.written_at desc))[1] as by
    from comments heard
    left join users on users.id = heard.written_by
    left join lateral (select max(own.written_at) as at from comments own
      where own.thread_id = heard.thread_id and own.written_by = ${me}) spoken on true
    where heard.written_by <> ${me} and heard.withdrawn_at is null
      and heard.written_at > coalesce(spoken.at, '-infinity')
      and (spoken.at is not null or heard.mentions @> array[${me}])
      and not coalesce((select resolutions.resolved from resolutions where resolutions.thread_id = heard.thread_id
        order by resolutions.resolved_at desc limit 1), false)
    group by heard.engagement_id, heard.thread_id
    order by max(heard.written_at) desc limit 50`);
  return rows.flatMap(({ engagement_id: id, thread_id, comment_id, by, named }): Due[] => {
    const deal = deals.get(id);
    if (!deal) return [];
    const who = by ?? 'Somebody';
    return [
      {
        key: thread_id,
        kind: named ? 'mention' : 'thread',
        client: deal.client,
        what: named ? `${who} mentioned you` : `${who} answered in a thread of yours`,
        href: `/engagements/${id}/talk/${comment_id}`,
        ...undated,
      },
    ];
  });
}

/** The newest brief of each deal in which the actor is a negotiator who has not acknowledged it. */
export async function briefsDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const negotiating = [...deals.values()].filter(({ member }) => mayInEngagement(member, 'brief.acknowledge'));
  if (negotiating.length === 0) return [];
  const rows = await tx.execute<{ id: string; engagement_id: string; number: number }>(sql`
    select newest.id, newest.engagement_id, newest.number
    from (select distinct on (engagement_id) id, engagement_id, number from briefs
      order by engagement_id, number desc) newest
    where not exists (select 1 from brief_acknowledgements
      where brief_acknowledgements.brief_id = newest.id and brief_acknowledgements.user_id = ${actor.userId})`);
  return rows.flatMap(({ id, engagement_id, number }): Due[] => {
    const deal = negotiating.find((each) => each.id === engagement_id);
    const what = `Read and acknowledge the negotiators’ brief, version ${number}`;
    const href = `/engagements/${engagement_id}/posture#brief`;
    return deal ? [{ key: id, kind: 'brief', client: deal.client, what, href, ...undated }] : [];
  });
}

/** Requests for the worksheet that nobody has looked at and that are nobody else's, the oldest first. */
export async function requestsDue(tx: ActorTx, actor: Actor): Promise<Due[]> {
  if (!mayInPortal(actor, 'requests.triage')) return [];
  const rows = await tx
    .select({ id: requests.id, company: requests.company })
    .from(requests)
    .where(and(eq(requests.state, 'new'), or(isNull(requests.assignedTo), eq(requests.assignedTo, actor.userId))))
    .orderBy(asc(requests.createdAt))
    .limit(20);
  return rows.map(({ id, company }) => ({
    key: id,
    kind: 'request',
    client: null,
    what: `${company} asks for the worksheet`,
    href: `/requests/${id}`,
    ...undated,
  }));
}
