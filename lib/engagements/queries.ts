import 'server-only';
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives, choices, planSteps } from '@/db/schema/alternatives';
import { engagements, members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import { users } from '@/db/schema/people';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { presentValueOf } from '@/lib/engagements/present-value';
import { type EngagementRecord, modelOf } from '@/lib/engagements/record';
import { lineRecordOf } from '@/lib/lines/row';
import { currentThreshold } from '@/lib/thresholds/queries';

/** Everything the actor may see of one engagement; null where it is not there, or not theirs. */
export async function loadEngagement(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  todayIn: (timeZone: string) => string,
): Promise<EngagementRecord | null> {
  const member = await membershipOf(tx, actor, engagementId);
  if (!member) return null;
  const [engagementRows, peopleRows, offerRows, alternativeRows, lineRows, stepRows, choiceRows] = await Promise.all([
    tx.select().from(engagements).where(eq(engagements.id, engagementId)),
    tx
      .select({ name: users.name, email: users.email, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(eq(members.engagementId, engagementId))
      .orderBy(asc(members.addedAt), asc(members.userId)),
    tx.select().from(offers).where(eq(offers.engagementId, engagementId)).orderBy(asc(offers.number)),
    tx
      .select()
      .from(alternatives)
      .where(and(eq(alternatives.engagementId, engagementId), isNull(alternatives.removedAt)))
      .orderBy(asc(alternatives.position)),
    tx.select().from(lines).where(eq(lines.engagementId, engagementId)).orderBy(asc(lines.position), asc(lines.key)),
    tx.select().from(planSteps).where(eq(planSteps.engagementId, engagementId)).orderBy(asc(planSteps.position)),
    tx
      .select({ alternativeId: choices.alternativeId })
      .from(choices)
      .where(eq(choices.engagementId, engagementId))
      .orderBy(desc(choices.chosenAt))
      .limit(1),
  ]);
  const engagement = engagementRows[0];
  if (!engagement) return null;
  const chosenId = choiceRows[0]?.alternativeId ?? null;
  const record: EngagementRecord = {
    id: engagement.id,
    client: engagement.client,
    story: engagement.story,
    sources: engagement.sources,
    currency: engagement.currency,
    renewalDate: engagement.renewalDate,
    horizonMonths: engagement.horizonMonths,
    discountRate: engagement.discountRate,
    correlation: engagement.correlation,
    timeZone: engagement.timeZone,
    version: engagement.version,
    member,
    people: peopleRows.map(({ name, email, role }) => ({ name: name ?? email, role })),
    offers: offerRows.map((offer) => ({
      id: offer.id,
      number: offer.number,
      label: offer.label,
      receivedOn: offer.receivedOn,
      expiresOn: offer.expiresOn,
      source: offer.source,
      termMonths: offer.termMonths,
      renewalUplift: offer.renewalUplift,
      version: offer.version,
      lines: lineRows.filter((line) => line.offerId === offer.id).map(lineRecordOf),
    })),
    alternatives: alternativeRows.map((alternative) => ({
      id: alternative.id,
      key: alternative.key,
      label: alternative.label,
      kind: alternative.kind,
      version: alternative.version,
      lines: lineRows.filter((line) => line.alternativeId === alternative.id).map(lineRecordOf),
      plan: stepRows
        .filter((step) => step.alternativeId === alternative.id)
        .map((step) => ({ id: step.key, label: step.label, months: step.months, after: step.after })),
    })),
    chosen: alternativeRows.find((alternative) => alternative.id === chosenId)?.key ?? null,
    threshold: null,
    proposedAmount: null,
    thresholdAbsence: null,
  };
  if (!mayInEngagement(member, 'threshold.read')) return record;
  const standing = await currentThreshold(tx, engagementId, {
    today: todayIn(engagement.timeZone),
    chosenId,
    alternativeCost: chosenId === null ? 0 : presentValueOf(modelOf(record)),
  });
  return { ...record, ...standing };
}

/** The engagements the actor is a member of, by client, with what the portfolio shows of them. */
export function listEngagements(tx: ActorTx, actor: Actor) {
  return tx
    .select({ id: engagements.id, role: members.role })
    .from(engagements)
    .innerJoin(members, eq(members.engagementId, engagements.id))
    .where(eq(members.userId, actor.userId))
    .orderBy(asc(engagements.client), asc(engagements.id));
}
