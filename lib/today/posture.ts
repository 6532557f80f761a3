import 'server-only';
import { sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { formatDate } from '@/lib/format/dates';
import { dealsLed, dealsWhere, type Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

const undated = { on: null, daysLeft: null };
const within = (ids: readonly string[]) =>
  sql`engagement_id in (${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )})`;

/** The newest brief of each deal in which the actor is a negotiator who has not acknowledged it. */
export async function briefsDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const negotiating = dealsWhere(theirs, 'brief.acknowledge');
  if (negotiating.length === 0) return [];
  const rows = await tx.execute<{ id: string; engagement_id: string; number: number }>(sql`
    select newest.id, newest.engagement_id, newest.number
    from (select distinct on (engagement_id) id, engagement_id, number from briefs
      where ${within(negotiating)} order by engagement_id, number desc) newest
    where not exists (select 1 from brief_acknowledgements
      where brief_acknowledgements.brief_id = newest.id and brief_acknowledgements.user_id = ${theirs.actor.userId})`);
  return rows.map(({ id, engagement_id: engagementId, number }) => ({
    key: id,
    kind: 'brief',
    client: theirs.deals.get(engagementId)?.client ?? null,
    what: `Read and acknowledge the negotiators’ brief, version ${number}`,
    href: `/engagements/${engagementId}/posture#brief`,
    ...undated,
  }));
}

/** The newest summary of each deal that no executive has approved for showing, to its executives. */
export async function summariesDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const approving = dealsWhere(theirs, 'summary.approve');
  if (approving.length === 0) return [];
  const rows = await tx.execute<{ id: string; engagement_id: string; number: number }>(sql`
    select newest.id, newest.engagement_id, newest.number
    from (select distinct on (engagement_id) id, engagement_id, number from summaries
      where ${within(approving)} order by engagement_id, number desc) newest
    where not exists (select 1 from summary_approvals where summary_approvals.summary_id = newest.id)`);
  return rows.map(({ id, engagement_id: engagementId, number }) => ({
    key: id,
    kind: 'summary',
    client: theirs.deals.get(engagementId)?.client ?? null,
    what: `Read what Microsoft may see, version ${number}, and approve it or not`,
    href: `/engagements/${engagementId}/posture#summary`,
    ...undated,
  }));
}

/** The newest contact of each deal the actor leads in which the walk was spoken too early, and was not taken back. */
export async function recoveriesDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const led = dealsLed(theirs);
  if (led.length === 0) return [];
  const rows = await tx.execute<{ id: string; engagement_id: string; on: string; of: number }>(sql`
    select distinct on (engagement_id) id, engagement_id, held_on::text as on,
      (count(*) over (partition by engagement_id))::int as of
    from contacts where ${within(led)} and walk = 'spoken' and below_credible
      and not exists (select 1 from recoveries where recoveries.contact_id = contacts.id)
    order by engagement_id, held_on desc, id`);
  return rows.map(({ id, engagement_id: engagementId, on, of }) => ({
    key: id,
    kind: 'recovery',
    client: theirs.deals.get(engagementId)?.client ?? null,
    what:
      of === 1
        ? `The walk was spoken too early on ${formatDate(on)}: take it back, and write down how`
        : `The walk was spoken too early ${of} times, last on ${formatDate(on)}: take it back, and write down how`,
    href: `/engagements/${engagementId}/posture#contact-${id}`,
    ...undated,
  }));
}
