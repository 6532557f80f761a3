import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, max } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { offers } from '@/db/schema/offers';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { copyLines } from '@/lib/lines/copy';
import type { ChangedOffer, NewOffer } from '@/lib/offers/schema';
import type { OfferHead } from '@/lib/offers/view';
import { DomainError, notFound } from '@/lib/server/errors';

/** The next version of what Microsoft has on the table, empty or as a copy of an earlier one. Returns its id. */
export async function addOffer(tx: ActorTx, actor: Actor, input: NewOffer): Promise<string> {
  const { engagementId, from } = input;
  const start = from === null ? null : await offerOf(tx, engagementId, from);
  const [last] = await tx
    .select({ number: max(offers.number) })
    .from(offers)
    .where(eq(offers.engagementId, engagementId));
  const offerId = randomUUID();
  const terms = {
    number: (last?.number ?? 0) + 1,
    label: input.label,
    receivedOn: input.receivedOn,
    termMonths: start?.termMonths ?? 36,
    renewalUplift: start?.renewalUplift ?? 0,
  };
  await tx.insert(offers).values({ id: offerId, engagementId, ...terms });
  const copied = start
    ? await copyLines(tx, actor, {
        engagementId,
        from: { kind: 'offer', id: start.id },
        to: { kind: 'offer', id: offerId },
      })
    : 0;
  await recordActivity(tx, {
    engagementId,
    kind: 'offer.created',
    subject: offerId,
    after: { ...terms, ...(start && { copiedFrom: start.id, lines: copied }) },
  });
  return offerId;
}

/** Changes what was written down about an offer: its dates, its source, the terms that compound. */
export async function changeOffer(
  tx: ActorTx,
  { engagementId, offerId, version, change }: ChangedOffer,
): Promise<OfferHead> {
  const before = await offerOf(tx, engagementId, offerId);
  if (before.version !== version) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody changed this offer since you read it.',
      current: { version: before.version, value: headOf(before) },
    });
  }
  const entries = Object.entries(change).filter(([, value]) => value !== undefined);
  const moved = entries.filter(([key, value]) => before[key as keyof typeof before] !== value);
  if (moved.length === 0) return headOf(before);
  const [after] = await tx
    .update(offers)
    .set({ ...Object.fromEntries(moved), version: version + 1 })
    .where(and(eq(offers.engagementId, engagementId), eq(offers.id, offerId), eq(offers.version, version)))
    .returning();
  if (!after) throw notFound();
  await recordActivity(tx, {
    engagementId,
    kind: 'offer.changed',
    subject: offerId,
    before: Object.fromEntries(moved.map(([key]) => [key, before[key as keyof typeof before]])),
    after: { ...Object.fromEntries(moved), version: after.version },
  });
  return headOf(after);
}

type Row = typeof offers.$inferSelect;

async function offerOf(tx: ActorTx, engagementId: string, offerId: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.engagementId, engagementId), eq(offers.id, offerId)))
    .for('update');
  if (!row) throw notFound();
  return row;
}

function headOf(row: Row): OfferHead {
  return {
    id: row.id,
    number: row.number,
    label: row.label,
    receivedOn: row.receivedOn,
    expiresOn: row.expiresOn,
    source: row.source,
    termMonths: row.termMonths,
    renewalUplift: row.renewalUplift,
    version: row.version,
  };
}
