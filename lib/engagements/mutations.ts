import 'server-only';
import { randomUUID } from 'node:crypto';
import type { ActorTx } from '@/db/doors';
import { alternatives, choices, planSteps } from '@/db/schema/alternatives';
import { engagements, members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import { thresholds } from '@/db/schema/thresholds';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { presentValueOf } from '@/lib/engagements/present-value';
import type { NewEngagement } from '@/lib/engagements/schema';
import { rowOf } from '@/lib/lines/row';
import type { Line, Model } from '@/lib/model/types';

/** An engagement with one empty alternative, its creator as first advisor. Returns its id. */
export async function createEngagement(tx: ActorTx, actor: Actor, input: NewEngagement): Promise<string> {
  const model: Model = {
    currency: input.currency,
    renewalDate: input.renewalDate,
    horizonMonths: input.horizonMonths,
    discountRate: input.discountRate,
    correlation: 0.2,
    offer: { label: 'First offer', termMonths: 36, renewalUplift: 0, lines: [] },
    alternatives: [{ id: 'alternative-1', label: input.alternative, kind: 'competitor', lines: [] }],
    chosen: 'alternative-1',
  };
  return createFromModel(tx, actor, { client: input.client, model });
}

/** What an engagement says of itself beside its model. */
type About = Pick<typeof engagements.$inferInsert, 'client' | 'story' | 'sources' | 'timeZone'>;

/** An engagement holding exactly what a model file says. Returns its id. */
export async function createFromModel(
  tx: ActorTx,
  actor: Actor,
  { model, ...about }: About & { model: Model },
): Promise<string> {
  const engagementId = randomUUID();
  await tx.insert(engagements).values({
    ...about,
    id: engagementId,
    currency: model.currency,
    renewalDate: model.renewalDate,
    horizonMonths: model.horizonMonths,
    discountRate: model.discountRate,
    correlation: model.correlation,
    createdBy: actor.userId,
  });
  await tx.insert(members).values({ engagementId, userId: actor.userId, role: 'advisor', addedBy: actor.userId });

  const offerId = randomUUID();
  await tx.insert(offers).values({
    id: offerId,
    engagementId,
    number: 1,
    label: model.offer.label,
    termMonths: model.offer.termMonths,
    renewalUplift: model.offer.renewalUplift,
  });
  await insertLines(tx, actor, engagementId, { offerId }, model.offer.lines);

  const alternativeIds = new Map<string, string>();
  for (const [position, alternative] of model.alternatives.entries()) {
    const alternativeId = randomUUID();
    alternativeIds.set(alternative.id, alternativeId);
    await tx.insert(alternatives).values({
      id: alternativeId,
      engagementId,
      key: alternative.id,
      label: alternative.label,
      kind: alternative.kind,
      position,
    });
    await insertLines(tx, actor, engagementId, { alternativeId }, alternative.lines);
    const steps = alternative.plan ?? [];
    if (steps.length > 0) {
      await tx.insert(planSteps).values(
        steps.map((step, index) => ({
          engagementId,
          alternativeId,
          key: step.id,
          position: index,
          label: step.label,
          months: step.months,
          after: [...step.after],
        })),
      );
    }
  }

  const chosenId = model.chosen && alternativeIds.get(model.chosen);
  if (chosenId) {
    await tx.insert(choices).values({ engagementId, alternativeId: chosenId, chosenBy: actor.userId });
  }
  await recordActivity(tx, {
    engagementId,
    kind: 'engagement.created',
    subject: engagementId,
    after: { client: about.client, currency: model.currency, renewalDate: model.renewalDate },
  });
  if (model.threshold)
    await carryThreshold(tx, actor, engagementId, model, chosenId ?? alternativeIds.values().next().value);
  return engagementId;
}

/**
 * A file can say what the threshold is, not that leadership here agreed to it: it is kept as a proposal that
 * names no approver, so it is never in force by itself.
 */
async function carryThreshold(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  model: Model,
  alternativeId: string | undefined,
): Promise<void> {
  if (!model.threshold || !alternativeId) return;
  const thresholdId = randomUUID();
  await tx.insert(thresholds).values({
    id: thresholdId,
    engagementId,
    amount: model.threshold.amount,
    statement: 'Carried over from a model file; nobody has approved it here.',
    alternativeId,
    alternativeCost: presentValueOf(model),
    validUntil: model.renewalDate,
    quorum: 2,
    proposedBy: actor.userId,
  });
  await recordActivity(tx, {
    engagementId,
    kind: 'threshold.proposed',
    subject: thresholdId,
    after: { amount: model.threshold.amount },
    wall: 'threshold',
  });
}

/** Rows in one statement stay below PostgreSQL's 65,535 parameters. */
const rowsPerInsert = 1_000;

async function insertLines(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  side: { offerId: string } | { alternativeId: string },
  modelLines: readonly Line[],
): Promise<void> {
  const rows = modelLines.map((line, position) => ({
    ...rowOf(line),
    ...side,
    id: randomUUID(),
    engagementId,
    position,
    changedBy: actor.userId,
  }));
  for (let from = 0; from < rows.length; from += rowsPerInsert) {
    await tx.insert(lines).values(rows.slice(from, from + rowsPerInsert));
  }
}
