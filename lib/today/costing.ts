import 'server-only';
import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { formatDate } from '@/lib/format/dates';
import { chosenOf, ofAlternative } from '@/lib/today/chosen';
import { ranked, shown, toldOf } from '@/lib/today/cut';
import { dealsLed, dealsWhere, type Theirs } from '@/lib/today/deals';
import type { Due } from '@/lib/today/view';

const undated = { on: null, daysLeft: null };

/** Lines that are the actor's to see to, and say too little yet. */
export async function linesDue(tx: ActorTx, { actor, deals }: Theirs): Promise<Due[]> {
  const unranged = sql<boolean>`${lines.tiers} is null and coalesce(${lines.low} = ${lines.high} and coalesce(${lines.basis} not in ('contract', 'quote'), true), true)`;
  const unproven = without('line', lines.engagementId, lines.id);
  const told = tx
    .select({
      id: lines.id,
      engagementId: lines.engagementId,
      label: lines.label,
      alternative: alternatives.key,
      unranged: unranged.as('unranged'),
      unproven: unproven.as('unproven'),
      ...ranked(sql`${alternatives.position}, ${lines.position}, ${lines.id}`, lines.engagementId),
    })
    .from(lines)
    .innerJoin(alternatives, eq(alternatives.id, lines.alternativeId))
    .where(
      and(
        eq(lines.ownerId, actor.userId),
        inArray(lines.engagementId, [...deals.keys()]),
        isNull(alternatives.removedAt),
        sql`(${unranged} or ${unproven})`,
      ),
    )
    .as('told');
  const rows = await tx
    .select()
    .from(told)
    .where(lte(told.rank, shown + 1))
    .orderBy(asc(told.engagementId), asc(told.rank));
  return rows.map(({ id, engagementId, label, alternative, rank, of, ...lacks }) => {
    const missing = [lacks.unranged && 'range', lacks.unproven && 'evidence'].filter(Boolean).join(' and no ');
    const due: Due = {
      key: id,
      kind: 'line',
      client: deals.get(engagementId)?.client ?? null,
      what: `${label}: no ${missing} yet`,
      href: `/engagements/${engagementId}/alternative${ofAlternative(alternative)}&line=${id}`,
      ...undated,
    };
    return toldOf(due, { rank, of });
  });
}

const firstOf = (column: unknown) => sql<string>`(array_agg(${column} order by ${claims.saidOn}, ${claims.id}))[1]`;

/** Claims of the account team without a verdict or without evidence, in deals the actor leads: one entry a deal, at the first of them. */
export async function claimsDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const rows = await tx
    .select({
      engagementId: claims.engagementId,
      waiting: sql<number>`count(*)::int`,
      first: firstOf(claims.id),
      saidBy: firstOf(claims.saidBy),
      saidOn: firstOf(sql`${claims.saidOn}::text`),
    })
    .from(claims)
    .where(
      and(
        inArray(claims.engagementId, dealsLed(theirs)),
        sql`(${claims.verdict} is null or ${without('claim', claims.engagementId, claims.id)})`,
      ),
    )
    .groupBy(claims.engagementId);
  return rows.map(({ engagementId, waiting, first, saidBy, saidOn }) => ({
    key: `claims-${engagementId}`,
    kind: 'claim',
    client: theirs.deals.get(engagementId)?.client ?? null,
    what: `${waiting === 1 ? 'A claim has' : `${waiting} claims have`} no verdict or no evidence yet: ${saidBy} said ${waiting === 1 ? 'it' : 'the first'} on ${formatDate(saidOn)}`,
    href: `/engagements/${engagementId}/claims#notes-${first}`,
    ...undated,
  }));
}

/** Nothing is attached to it that shows it to be so. */
const without = (
  kind: 'line' | 'claim',
  engagementId: unknown,
  id: unknown,
) => sql<boolean>`not exists (select 1 from evidence
  where evidence.engagement_id = ${engagementId} and evidence.subject_kind = ${kind} and evidence.subject_id = ${id})`;

/** Lines of the chosen alternative that wait for a review the actor may give: one entry a deal, at the first of them. */
export async function reviewsDue(tx: ActorTx, theirs: Theirs): Promise<Due[]> {
  const { actor, deals } = theirs;
  const chosen = await chosenOf(tx, dealsWhere(theirs, 'line.review'));
  const rows = await tx
    .select({
      engagementId: lines.engagementId,
      alternativeId: sql<string>`${lines.alternativeId}`,
      waiting: sql<number>`count(*)::int`,
      first: sql<string>`(array_agg(${lines.id} order by ${lines.position}))[1]`,
      label: sql<string>`(array_agg(${lines.label} order by ${lines.position}))[1]`,
    })
    .from(lines)
    .where(
      and(
        inArray(lines.alternativeId, [...chosen.keys()]),
        sql`${lines.materialBy} <> ${actor.userId}`,
        sql`not exists (select 1 from reviews where reviews.line_id = ${lines.id}
          and reviews.material_version = ${lines.materialVersion})`,
      ),
    )
    .groupBy(lines.engagementId, lines.alternativeId);
  return rows.map(({ engagementId, alternativeId, waiting, first, label }) => ({
    key: `review-${alternativeId}`,
    kind: 'review',
    client: deals.get(engagementId)?.client ?? null,
    what: waiting === 1 ? `Review: ${label}` : `Review ${waiting} lines, beginning with: ${label}`,
    href: `/engagements/${engagementId}/alternative${ofAlternative(chosen.get(alternativeId) ?? '')}&line=${first}`,
    ...undated,
  }));
}
