import 'server-only';
import { and, asc, desc, eq, gt, gte, like, lt, type SQL, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { alternatives, planSteps } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { users } from '@/db/schema/people';
import { mayInEngagement } from '@/lib/access/permissions';
import { type ActivityFilter, type Subject, subjects } from '@/lib/activity/schema';
import type { ActivityView, ChainState, EntryView } from '@/lib/activity/view';
import { changesOf, wordsOf } from '@/lib/activity/words';
import type { EngagementRecord } from '@/lib/engagements/record';

const pageLength = 50;

/** One page of what happened, newest first, as far as the reader may see it. */
export async function loadActivity(
  tx: ActorTx,
  engagement: EngagementRecord,
  filter: ActivityFilter,
): Promise<ActivityView> {
  const [rows, names, people, chain] = await Promise.all([
    tx
      .select()
      .from(activity)
      .where(and(eq(activity.engagementId, engagement.id), ...conditions(filter, engagement.timeZone)))
      .orderBy(desc(activity.number))
      .limit(pageLength + 1),
    namesIn(tx, engagement.id),
    peopleOf(tx, engagement.id),
    chainState(tx, engagement.id),
  ]);
  const shown = rows.slice(0, pageLength);
  const seesThreshold = mayInEngagement(engagement.member, 'threshold.read');
  return {
    engagementId: engagement.id,
    entries: shown.map((row) => entryOf(row, names, engagement.timeZone)),
    next: rows.length > pageLength ? (shown.at(-1)?.number ?? null) : null,
    people,
    subjects: (Object.entries(subjects) as [Subject, string][])
      .filter(([key]) => (key !== 'threshold' && key !== 'decision') || seesThreshold)
      .filter(([key]) => key !== 'posture' || mayInEngagement(engagement.member, 'posture.read'))
      .map(([key, name]) => ({ key, name })),
    chain,
    timeZone: engagement.timeZone,
  };
}

/** What has happened since an entry of the trail, oldest first, as far as the reader may see it: the first page of it. */
export async function entriesSince(
  tx: ActorTx,
  engagement: Pick<EngagementRecord, 'id' | 'timeZone'>,
  number: number,
): Promise<EntryView[]> {
  const [rows, names] = await Promise.all([
    tx
      .select()
      .from(activity)
      .where(and(eq(activity.engagementId, engagement.id), gt(activity.number, number)))
      .orderBy(asc(activity.number))
      .limit(pageLength),
    namesIn(tx, engagement.id),
  ]);
  return rows.map((row) => entryOf(row, names, engagement.timeZone));
}

function entryOf(row: typeof activity.$inferSelect, names: ReadonlyMap<string, string>, timeZone: string): EntryView {
  const written = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  const words = wordsOf(row);
  return {
    number: row.number,
    at: written.format(new Date(row.at)),
    who: names.get(row.actorId) ?? 'Somebody who is no member',
    does: words.does,
    // Whose role it was is said by the entry’s subject alone.
    it: words.it ?? (row.kind.startsWith('person.') ? (names.get(row.subject) ?? null) : null),
    changes: changesOf(row, names),
  };
}

function conditions(filter: ActivityFilter, timeZone: string): (SQL | undefined)[] {
  const { subject, person, from, to, text, before } = filter;
  // A day lasts from midnight to midnight where the client is.
  const midnight = (date: string) => sql`(${date}::date::timestamp at time zone ${timeZone})`;
  const nextMidnight = (date: string) => sql`((${date}::date + 1)::timestamp at time zone ${timeZone})`;
  const pattern = text && `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return [
    subject && like(activity.kind, `${subject}.%`),
    person && eq(activity.actorId, person),
    from && gte(activity.at, midnight(from)),
    to && lt(activity.at, nextMidnight(to)),
    pattern ? sql`(${activity.before}::text ilike ${pattern} or ${activity.after}::text ilike ${pattern})` : undefined,
    before === undefined ? undefined : lt(activity.number, before),
  ].filter((condition) => condition !== undefined && condition !== '');
}

/** What the ids in a trail stand for, as far as it is still there: people, lines, steps and alternatives. */
async function namesIn(tx: ActorTx, engagementId: string): Promise<ReadonlyMap<string, string>> {
  const [everybody, allLines, steps, courses] = await Promise.all([
    tx.select({ id: users.id, name: users.name, email: users.email }).from(users),
    tx.select({ id: lines.id, name: lines.label }).from(lines).where(eq(lines.engagementId, engagementId)),
    tx
      .select({ id: planSteps.key, name: planSteps.label })
      .from(planSteps)
      .where(eq(planSteps.engagementId, engagementId)),
    tx
      .select({ id: alternatives.id, name: alternatives.label })
      .from(alternatives)
      .where(eq(alternatives.engagementId, engagementId)),
  ]);
  return new Map([
    ...[...allLines, ...steps, ...courses].map(({ id, name }) => [id, name] as const),
    ...everybody.map(({ id, name, email }) => [id, name ?? email] as const),
  ]);
}

async function peopleOf(tx: ActorTx, engagementId: string) {
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.engagementId, engagementId))
    .orderBy(users.name);
  return rows.map(({ id, name, email }) => ({ id, name: name ?? email }));
}

/** The state of the chains that the actor may see, computed in the database. */
async function chainState(tx: ActorTx, engagementId: string): Promise<ChainState> {
  const [state] = await tx.execute<{ entries: string; broken: string | null }>(
    sql`select entries, broken from activity_state(${engagementId})`,
  );
  return { entries: Number(state?.entries ?? 0), broken: state?.broken == null ? null : Number(state.broken) };
}

/**
 * A row of the downloaded trail: hash = SHA-256(text in UTF-8 · salt · previousHash). Rows in front of the walls
 * follow one another, and so do those behind each of them, for whoever sees them.
 */
export type TrailRow = {
  readonly number: number;
  readonly wall: typeof activity.$inferSelect.wall;
  readonly previousHash: string;
  readonly hash: string;
  readonly text: string;
  readonly salt: string;
};

/** The trail from one number on, as far as the actor may see it, at most so many rows, in order. */
export async function trailRows(
  tx: ActorTx,
  engagementId: string,
  { after, atMost }: { after: number; atMost: number },
): Promise<TrailRow[]> {
  const rows = await tx.execute<{
    number: string;
    wall: TrailRow['wall'];
    previous_hash: string;
    hash: string;
    text: string;
    salt: string;
  }>(sql`
    select a.number, a.wall, encode(a.previous_hash, 'hex') as previous_hash, encode(a.hash, 'hex') as hash,
           activity_text(a) as text, encode(a.salt, 'hex') as salt
    from activity a where a.engagement_id = ${engagementId} and a.number > ${after} order by a.number limit ${atMost}`);
  return rows.map(({ number, wall, previous_hash, hash, text, salt }) => ({
    number: Number(number),
    wall,
    previousHash: previous_hash,
    hash,
    text,
    salt,
  }));
}
