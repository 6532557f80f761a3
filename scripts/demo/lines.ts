import { randomUUID } from 'node:crypto';
import { and, eq, max } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { rowOf } from '@/lib/lines/row';
import type { Line, Model } from '@/lib/model/types';
import type { Told } from '@/scripts/demo/told';

type ToldOffer = Told['offers'][number];

/** The alternatives' lines, costed by whoever costs them. */
export async function addAlternativeLines(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  model: Model,
  noteOf: Told['noteOf'],
): Promise<void> {
  for (const alternative of model.alternatives) {
    const [row] = await tx
      .select({ id: alternatives.id })
      .from(alternatives)
      .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.key, alternative.id)));
    if (!row) throw new Error(`There is no alternative “${alternative.id}”`);
    await addLines(tx, actor, engagementId, { alternativeId: row.id }, alternative.lines, noteOf);
  }
}

/** The first offer came with the engagement, bare: where it is from, and its lines. */
export async function describeFirstOffer(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  { model, ...facts }: ToldOffer,
  noteOf: Told['noteOf'],
): Promise<void> {
  const [row] = await tx
    .update(offers)
    .set(facts)
    .where(eq(offers.engagementId, engagementId))
    .returning({ id: offers.id });
  if (!row) throw new Error('There is no first offer');
  await addLines(tx, actor, engagementId, { offerId: row.id }, model.offer.lines, noteOf);
}

/** Each later offer. */
export async function addOffer(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  { model, ...facts }: ToldOffer,
  noteOf: Told['noteOf'],
): Promise<void> {
  const { label, termMonths, renewalUplift } = model.offer;
  const [last] = await tx
    .select({ number: max(offers.number) })
    .from(offers)
    .where(eq(offers.engagementId, engagementId));
  const offerId = randomUUID();
  const number = (last?.number ?? 0) + 1;
  await tx.insert(offers).values({ ...facts, id: offerId, engagementId, number, label, termMonths, renewalUplift });
  await recordActivity(tx, { engagementId, kind: 'offer.created', subject: offerId, after: { number, label } });
  await addLines(tx, actor, engagementId, { offerId }, model.offer.lines, noteOf);
}

async function addLines(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  side: { offerId: string } | { alternativeId: string },
  told: readonly Line[],
  noteOf: Told['noteOf'],
): Promise<void> {
  for (const [position, line] of told.entries()) {
    const id = randomUUID();
    await tx.insert(lines).values({
      ...rowOf(line),
      ...noteOf(line.id),
      ...side,
      id,
      engagementId,
      position,
      changedBy: actor.userId,
    });
    await recordActivity(tx, {
      engagementId,
      kind: 'line.added',
      subject: id,
      after: { label: line.label, category: line.category },
    });
  }
}
