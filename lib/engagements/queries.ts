import 'server-only';
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, choices, planSteps } from '@/db/schema/alternatives';
import { archives } from '@/db/schema/archives';
import { engagements, members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import { users } from '@/db/schema/people';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { memberColumns } from '@/lib/engagements/membership';
import { presentValueOf } from '@/lib/engagements/present-value';
import { type EngagementFigures, type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { type Rows, recordsOf } from '@/lib/engagements/rows';
import { currentThresholds } from '@/lib/thresholds/queries';

type TodayIn = (timeZone: string) => string;

/** Everything the actor may see of one engagement; null where it is not there, or not theirs. */
export async function loadEngagement(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  todayIn: TodayIn,
): Promise<EngagementRecord | null> {
  const [found] = await loadFigures(tx, actor, todayIn, [engagementId]);
  return found ? { ...found, people: await peopleOf(tx, engagementId) } : null;
}

/**
 * The engagements the actor is a member of, or those of them that are named: with as many queries for two
 * hundred as for one.
 */
export async function loadFigures(
  tx: ActorTx,
  actor: Actor,
  todayIn: TodayIn,
  only?: readonly string[],
): Promise<EngagementFigures[]> {
  const theirs = await tx
    .select({ engagement: engagements, member: memberColumns })
    .from(engagements)
    .innerJoin(members, eq(members.engagementId, engagements.id))
    .leftJoin(archives, eq(archives.engagementId, engagements.id))
    .where(and(eq(members.userId, actor.userId), only === undefined ? undefined : inArray(engagements.id, [...only])))
    .orderBy(asc(engagements.client), asc(engagements.id));
  if (theirs.length === 0) return [];
  const ids = theirs.map(({ engagement }) => engagement.id);
  const found = recordsOf(theirs, await rowsOf(tx, ids));
  const standing = await currentThresholds(
    tx,
    found
      .filter(({ record }) => mayInEngagement(record.member, 'threshold.read'))
      .map(({ record, chosenId }) => ({
        engagementId: record.id,
        today: todayIn(record.timeZone),
        chosenId,
        alternativeCost: chosenId === null ? 0 : presentValueOf(modelOf(record)),
      })),
  );
  return found.map(({ record }) => ({ ...record, ...standing.get(record.id) }));
}

async function rowsOf(tx: ActorTx, ids: readonly string[]): Promise<Rows> {
  const [offerRows, alternativeRows, lineRows, stepRows, choiceRows] = await Promise.all([
    tx.select().from(offers).where(inArray(offers.engagementId, ids)).orderBy(asc(offers.number)),
    tx
      .select()
      .from(alternatives)
      .where(and(inArray(alternatives.engagementId, ids), isNull(alternatives.removedAt)))
      .orderBy(asc(alternatives.position)),
    tx.select().from(lines).where(inArray(lines.engagementId, ids)).orderBy(asc(lines.position), asc(lines.key)),
    tx.select().from(planSteps).where(inArray(planSteps.engagementId, ids)).orderBy(asc(planSteps.position)),
    tx
      .selectDistinctOn([choices.engagementId])
      .from(choices)
      .where(inArray(choices.engagementId, ids))
      .orderBy(asc(choices.engagementId), desc(choices.chosenAt)),
  ]);
  return { offers: offerRows, alternatives: alternativeRows, lines: lineRows, steps: stepRows, choices: choiceRows };
}

async function peopleOf(tx: ActorTx, engagementId: string): Promise<EngagementRecord['people']> {
  const rows = await tx
    .select({ name: users.name, email: users.email, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.engagementId, engagementId))
    .orderBy(asc(members.addedAt), asc(members.userId));
  return rows.map(({ name, email, role }) => ({ name: name ?? email, role }));
}
