import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { offers } from '@/db/schema/offers';
import type { Actor } from '@/lib/access/permissions';
import { fieldsOf } from '@/lib/lines/fields';
import { saveLines } from '@/lib/lines/mutations';
import { type Side, savedLines } from '@/lib/lines/schema';
import type { Line, Model } from '@/lib/model/types';
import { addOffer, changeOffer } from '@/lib/offers/mutations';
import type { Told } from '@/scripts/demo/told';

type ToldOffer = Told['offers'][number];

/** The alternatives' lines, costed by whoever costs them; those of the `own` alternative stay theirs to see to. */
export async function costAlternatives(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  model: Pick<Model, 'alternatives'>,
  { noteOf, own }: { noteOf: Told['noteOf']; own: string | undefined },
): Promise<void> {
  for (const { id, lines } of model.alternatives) {
    const side = { kind: 'alternative', id: await alternativeCalled(tx, engagementId, id) } as const;
    await addLines(tx, actor, engagementId, side, lines, { noteOf, ownerId: id === own ? actor.userId : null });
  }
}

/** The portal's id of an alternative, by its id in the model file. */
export async function alternativeCalled(tx: ActorTx, engagementId: string, key: string): Promise<string> {
  const [row] = await tx
    .select({ id: alternatives.id })
    .from(alternatives)
    .where(and(eq(alternatives.engagementId, engagementId), eq(alternatives.key, key)));
  if (!row) throw new Error(`There is no alternative “${key}”`);
  return row.id;
}

/** The first offer comes with the engagement, bare; the later ones are added. */
export async function logOffers(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  { offers: told, noteOf }: Told,
): Promise<void> {
  const [first] = await tx.select({ id: offers.id }).from(offers).where(eq(offers.engagementId, engagementId));
  if (!first) throw new Error('An engagement starts with an offer');
  for (const [index, offer] of told.entries()) {
    const { label } = offer.model.offer;
    const { receivedOn } = offer;
    const id = index === 0 ? first.id : await addOffer(tx, actor, { engagementId, label, receivedOn, from: null });
    await describeOffer(tx, engagementId, id, offer);
    await addLines(tx, actor, engagementId, { kind: 'offer', id }, offer.model.offer.lines, { noteOf, ownerId: null });
  }
}

async function describeOffer(tx: ActorTx, engagementId: string, offerId: string, { model, ...facts }: ToldOffer) {
  const { termMonths, renewalUplift } = model.offer;
  await changeOffer(tx, { engagementId, offerId, version: 1, change: { ...facts, termMonths, renewalUplift } });
}

async function addLines(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  side: Side,
  told: readonly Line[],
  { noteOf, ownerId }: { noteOf: Told['noteOf']; ownerId: string | null },
): Promise<void> {
  if (told.length === 0) return;
  const edits = told.map((line) => ({
    do: 'add',
    lineId: randomUUID(),
    key: line.id,
    fields: fieldsOf({ line, unit: null, quote: null, ownerId, ...noteOf(line.id) }),
  }));
  await saveLines(tx, actor, savedLines.parse({ engagementId, side, edits }));
}
