import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '@/lib/access/permissions';
import { type AskedPortfolio, type PortfolioSort, thresholdStates, verdicts } from '@/lib/portfolio/asked';
import { nearDays } from '@/lib/portfolio/need';

/**
 * `seen`: what the actor sees of each of their engagements today, or of those that are named (one at least), a row each. Days are counted on the engagement's
 * own calendar. Leverage is a difference of amounts that are both stored in whole minor units.
 */
export function sight(actor: Pick<Actor, 'userId'>, only?: readonly string[]): SQL {
  const among = (column: SQL) =>
    only === undefined
      ? sql``
      : sql`and ${column} in (${sql.join(
          only.map((id) => sql`${id}::uuid`),
          sql`, `,
        )})`;
  return sql`
    with late as materialized (
      select engagement_id, owner_id, min(due_on) as due_on from milestones
      where done_on is null and due_on <= current_date + 1 and (owner_id = ${actor.userId} or owner_id is null)
        ${among(sql`engagement_id`)}
      group by engagement_id, owner_id
    ), words as materialized (
      select distinct a.engagement_id from threshold_approvers a
      where a.user_id = ${actor.userId}
      and not exists (select from approvals w where w.threshold_id = a.threshold_id and w.user_id = a.user_id)
    ), dated as (
      select e.*, m.role, (now() at time zone e.time_zone)::date as today, a.engagement_id is not null as archived,
        s.engagement_id is not null as knows, s.state as stored_state, s.until, s.reading as stored_reading, s.outcome,
        s.search as known_search,
        case when s.engagement_id is null then e.due_on else s.due_on end as step_on,
        case when s.engagement_id is null then e.due_label else s.due_label end as step_label
      from members m
      join portfolio_entries e on e.engagement_id = m.engagement_id
      left join portfolio_standings s on s.engagement_id = e.engagement_id
      left join archives a on a.engagement_id = e.engagement_id
      where m.user_id = ${actor.userId} ${among(sql`m.engagement_id`)}
    ), timed as (
      select d.*, renewal_date - today as days_left,
        least(case when notice_on >= today then notice_on end, case when quote_on >= today then quote_on end) as expires_on,
        case when stored_state = 'approved' and until < today then 'stale' else stored_state end as state,
        case when stored_state = 'approved' and until < today then 'incomplete' else stored_reading end as reading
      from dated d
    ), due as (
      select t.*, expires_on - today as expires_in,
        least(step_on, expires_on, case when days_left >= 0 then renewal_date end) as next_on
      from timed t
    ), seen as (
      select d.engagement_id as id, client, role, currency, renewal_date, days_left, offer, alternative, level, lead,
        expires_in, archived, knows, state, reading, outcome, search, known_search, next_on as due_on,
        next_on - today as due_in,
        case next_on when step_on then step_label when notice_on then 'Last day to give notice'
          when quote_on then 'The offer expires' when renewal_date then 'Renewal' end as due_label,
        exists (select from late where late.engagement_id = d.engagement_id and late.due_on < d.today
          and (late.owner_id is not null or d.lead_id = ${actor.userId})) as overdue,
        coalesce(state = 'proposed', false)
          and exists (select from words where words.engagement_id = d.engagement_id) as word_waits
      from due d
    )`;
}

/** needOf of need.ts, as a rank. */
const rank = sql`case
  when outcome is not null or days_left < 0 then 7
  when overdue then 0
  when word_waits then 1
  when expires_in <= ${nearDays} then 2
  when state = 'stale' then 3
  when reading in ('walk', 'revisit') then 4
  when due_in <= ${nearDays} then 5
  else 6 end`;

const placeIn = (names: readonly string[], column: SQL) =>
  sql`array_position(array[${sql.join(
    names.map((name) => sql`${name}`),
    sql`, `,
  )}]::text[], ${column})`;

const byClient = sql`lower(client) collate "und-x-icu", id`;

const keys: Readonly<Record<PortfolioSort, SQL>> = {
  needs: rank,
  client: sql`lower(client) collate "und-x-icu"`,
  // What is over comes last, as in places.ts.
  renewal: sql`case when renewal_date >= current_date and outcome is null then renewal_date end`,
  // Amounts in different currencies do not compare: each currency by itself.
  offer: sql`offer`,
  alternative: sql`alternative`,
  leverage: sql`case when offer > 0 then (offer - alternative) / offer end`,
  reading: placeIn(verdicts, sql`reading`),
  readiness: sql`level`,
  threshold: placeIn(thresholdStates, sql`state`),
  due: sql`due_on`,
  lead: sql`lower(lead) collate "und-x-icu"`,
};

/** What has no value comes last, whichever way round. */
export function orderOf({ sort, down }: Pick<AskedPortfolio, 'sort' | 'down'>): SQL {
  const direction = down ? sql`desc nulls last` : sql`asc nulls last`;
  const first = sort === 'offer' || sort === 'alternative' ? sql`currency, ` : sql``;
  const then = sort === 'needs' ? sql`due_on asc nulls last, days_left, ` : sql``;
  return sql`${first}${keys[sort]} ${direction}, ${then}${byClient}`;
}
