import 'server-only';
import { and, eq, gt, max, ne, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type { LineRecord } from '@/lib/engagements/record';
import { lineRecordOf } from '@/lib/lines/row';
import { type Edit, type On, onSide, removedMeanwhile, rowOnSide, rowToChange, whereOf } from '@/lib/lines/side-rows';
import { DomainError, notFound } from '@/lib/server/errors';

/** Moves a line up or down. That is no change of what it says: its version stays. */
export async function placeLine(tx: ActorTx, on: On, edit: Edit<'place'>): Promise<LineRecord> {
  const row = await rowOnSide(tx, on, edit.lineId);
  if (!row) throw removedMeanwhile(edit.lineId);
  if (!(await standAfter(tx, on, row.id, edit.after))) return lineRecordOf(row);
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'line.moved',
    subject: edit.lineId,
    after: { ...whereOf(on), label: row.label, after: edit.after },
  });
  return lineRecordOf(row);
}

/** False where the line it should stand after is no longer there: then it stays where it is. */
export async function standAfter(
  tx: ActorTx,
  on: On,
  lineId: string,
  afterId: string | null,
  /** Its place where no other line has the same: then it may stand there already. */
  at: number | null = null,
): Promise<boolean> {
  const place = afterId === null ? -1 : await placeOf(tx, on, afterId);
  if (place === null) return false;
  if (at === place + 1) return true;
  await tx
    .update(lines)
    .set({ position: sql`${lines.position} + 1` })
    .where(and(onSide(on), gt(lines.position, place), ne(lines.id, lineId), anyVersion));
  await tx
    .update(lines)
    .set({ position: place + 1 })
    .where(and(onSide(on), eq(lines.id, lineId), anyVersion));
  return true;
}

/** A place is the side's and not the line's: it moves whichever version a line has. */
const anyVersion = gt(lines.version, 0);

async function placeOf(tx: ActorTx, on: On, lineId: string): Promise<number | null> {
  const [row] = await tx
    .select({ position: lines.position })
    .from(lines)
    .where(and(onSide(on), eq(lines.id, lineId)));
  return row?.position ?? null;
}

export async function lastPlace(tx: ActorTx, on: Pick<On, 'engagementId' | 'side'>): Promise<number> {
  const [last] = await tx
    .select({ position: max(lines.position) })
    .from(lines)
    .where(onSide(on));
  return (last?.position ?? -1) + 1;
}

/** Takes a line over from another alternative: last in order, and no longer following a step of the other's plan. */
export async function takeLine(tx: ActorTx, actor: Actor, on: On, edit: Edit<'take'>): Promise<LineRecord> {
  if (on.side.kind !== 'alternative') {
    throw new DomainError({ code: 'refused', field: edit.lineId, message: 'Lines move between alternatives only.' });
  }
  const there = await rowOnSide(tx, on, edit.lineId);
  // Taken over already: the answer to the first time was lost.
  if (there?.changedBy === actor.userId) return lineRecordOf(there);
  const row = await rowToChange(tx, { ...on, side: { kind: 'alternative', id: edit.from } }, edit);
  const [taken] = await tx
    .update(lines)
    .set({
      alternativeId: on.side.id,
      followsStepId: null,
      position: await lastPlace(tx, on),
      version: row.version + 1,
      changedBy: actor.userId,
      changedAt: new Date(),
    })
    .where(and(eq(lines.id, row.id), eq(lines.version, row.version)))
    .returning();
  if (!taken) throw notFound();
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'line.changed',
    subject: edit.lineId,
    before: { label: row.label, alternative: edit.from },
    after: { alternative: on.side.id, version: taken.version },
  });
  return lineRecordOf(taken);
}
