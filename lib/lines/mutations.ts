import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { holdTrail, recordActivity } from '@/lib/activity/record';
import type { LineRecord } from '@/lib/engagements/record';
import {
  type Change,
  type Field,
  fieldsOf,
  hasField,
  type LineFields,
  lineOfFields,
  type SideKind,
  sameValue,
} from '@/lib/lines/fields';
import { keyOf } from '@/lib/lines/key';
import { lastPlace, placeLine, standAfter, takeLine } from '@/lib/lines/places';
import { noQuote } from '@/lib/lines/quote';
import { lineRecordOf, quoteOf, rowOf } from '@/lib/lines/row';
import type { LineEdit, SavedLines } from '@/lib/lines/schema';
import { aboutOf, type Edit, type On, rowOnSide, rowToChange, whereOf } from '@/lib/lines/side-rows';
import { DomainError, notFound } from '@/lib/server/errors';

/** What became of one edit: the line as it now stands, or null where it was removed. */
export type SavedLine = { readonly lineId: string; readonly line: LineRecord | null };

/** Saves every edit, or none: the first that cannot be is named by its line. */
export async function saveLines(
  tx: ActorTx,
  actor: Actor,
  { engagementId, side, edits }: SavedLines,
): Promise<SavedLine[]> {
  const on = { engagementId, side, about: await aboutOf(tx, engagementId, side) };
  await holdTrail(tx, engagementId);
  const saved: SavedLine[] = [];
  for (const edit of edits) saved.push({ lineId: edit.lineId, line: await saveLine(tx, actor, on, edit) });
  return saved;
}

function saveLine(tx: ActorTx, actor: Actor, on: On, edit: LineEdit): Promise<LineRecord | null> {
  switch (edit.do) {
    case 'add':
      return addLine(tx, actor, on, edit);
    case 'change':
      return changeLine(tx, actor, on, edit);
    case 'remove':
      return removeLine(tx, on, edit);
    case 'place':
      return placeLine(tx, on, edit);
    case 'take':
      return takeLine(tx, actor, on, edit);
  }
}

async function addLine(tx: ActorTx, actor: Actor, on: On, edit: Edit<'add'>): Promise<LineRecord> {
  // Asked together: a few hundred lines at once shall not wait for as many answers each.
  const [known, isUsed, position] = await Promise.all([
    rowOnSide(tx, on, edit.lineId),
    edit.key !== undefined && isUsedKey(tx, on, edit.key),
    lastPlace(tx, on),
  ]);
  // The same line sent again, because the answer to the first time was lost.
  if (known?.changedBy === actor.userId) return lineRecordOf(known);
  if (isUsed) throw alreadyThere(edit.lineId);
  await requireOwner(tx, on, edit.lineId, edit.fields.ownerId);
  const line = modelLine(edit.fields, edit.key ?? keyOf(edit.fields.label, edit.lineId), on, edit.lineId);
  const [row] = await tx
    .insert(lines)
    .values({
      ...rowOf(line),
      ...noteOf(edit.fields, on.side.kind),
      ...(on.side.kind === 'offer' ? { offerId: on.side.id } : { alternativeId: on.side.id }),
      id: edit.lineId,
      engagementId: on.engagementId,
      position,
      changedBy: actor.userId,
    })
    .onConflictDoNothing()
    .returning();
  if (!row) throw alreadyThere(edit.lineId);
  if (edit.after !== undefined) await standAfter(tx, on, row.id, edit.after, position);
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'line.added',
    subject: edit.lineId,
    after: { ...whereOf(on), key: row.key, ...withoutBlanks(edit.fields), version: row.version },
  });
  return lineRecordOf(row);
}

async function changeLine(tx: ActorTx, actor: Actor, on: On, edit: Edit<'change'>): Promise<LineRecord> {
  const row = await rowToChange(tx, on, edit);
  const record = lineRecordOf(row);
  const before = fieldsOf(record);
  const after: LineFields = { ...before, ...definedOf(edit.change) };
  if (after.ownerId !== before.ownerId) await requireOwner(tx, on, edit.lineId, after.ownerId);
  const line = modelLine(after, row.key, on, edit.lineId);
  const note = noteOf(after, on.side.kind);
  const stored = fieldsOf({ ...record, ...note, line, quote: quoteOf(note) });
  const moved = (Object.keys(stored) as Field[]).filter((field) => !sameValue(before[field], stored[field]));
  if (moved.length === 0) return record;
  const [changed] = await tx
    .update(lines)
    .set({
      ...rowOf(line),
      ...note,
      version: row.version + 1,
      changedBy: actor.userId,
      changedAt: new Date(),
    })
    .where(and(eq(lines.id, row.id), eq(lines.version, row.version)))
    .returning();
  if (!changed) throw notFound();
  const pick = (fields: LineFields) => Object.fromEntries(moved.map((field) => [field, fields[field]]));
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'line.changed',
    subject: edit.lineId,
    before: { label: before.label, ...pick(before) },
    after: { ...pick(stored), version: changed.version },
  });
  return lineRecordOf(changed);
}

async function removeLine(tx: ActorTx, on: On, edit: Edit<'remove'>): Promise<null> {
  const row = await rowToChange(tx, on, edit);
  await tx.delete(lines).where(and(eq(lines.id, row.id), eq(lines.version, row.version)));
  await recordActivity(tx, {
    engagementId: on.engagementId,
    kind: 'line.removed',
    subject: edit.lineId,
    before: { ...whereOf(on), key: row.key, ...withoutBlanks(fieldsOf(lineRecordOf(row))) },
  });
  return null;
}

async function requireOwner(tx: ActorTx, on: On, lineId: string, ownerId: string | null): Promise<void> {
  if (ownerId === null) return;
  const found = await tx
    .select({ userId: members.userId })
    .from(members)
    .where(and(eq(members.engagementId, on.engagementId), eq(members.userId, ownerId)));
  if (found.length > 0) return;
  const message = 'The owner is a member of the engagement.';
  throw new DomainError({ code: 'invalid', field: `${lineId}.ownerId`, message });
}

/** A key is unique in the model file, which holds every alternative and one offer. */
async function isUsedKey(tx: ActorTx, { engagementId, side }: On, key: string): Promise<boolean> {
  const used = await tx
    .select({ offerId: lines.offerId })
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), eq(lines.key, key)));
  const onOffersOnly = used.every(({ offerId }) => offerId !== null && offerId !== side.id);
  return used.length > 0 && !(side.kind === 'offer' && onOffersOnly);
}

function alreadyThere(lineId: string): DomainError {
  return new DomainError({ code: 'refused', field: lineId, message: 'This line is there already.' });
}

function modelLine(fields: LineFields, key: string, on: On, lineId: string) {
  const read = lineOfFields(fields, key, on.side.kind, on.about);
  if (read.ok) return read.line;
  const [field = 'label', message = ''] = Object.entries(read.problems)[0] ?? [];
  throw new DomainError({ code: 'invalid', field: `${lineId}.${field}`, message });
}

/** What the portal keeps of a line beyond the model. */
function noteOf(fields: LineFields, side: SideKind) {
  const quoted = hasField(fields, side, 'exchangeRate');
  const { quotedCurrency, quotedLow, quotedLikely, quotedHigh, exchangeRate, rateOn, rateSource } = fields;
  // A certain figure was quoted once.
  const certain = quotedLow === null && quotedHigh === null;
  return {
    unit: hasField(fields, side, 'unit') ? fields.unit : null,
    ...(quoted
      ? {
          quotedCurrency,
          quotedLow: certain ? quotedLikely : quotedLow,
          quotedLikely,
          quotedHigh: certain ? quotedLikely : quotedHigh,
          exchangeRate,
          rateOn,
          rateSource,
        }
      : noQuote),
    basis: fields.basis,
    basisOn: fields.basisOn,
    source: fields.source,
    ownerId: fields.ownerId,
  };
}

function withoutBlanks(fields: LineFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

/** A change without keys that are there but undefined, which an answer over the wire may hold. */
function definedOf(change: Edit<'change'>['change']): Change {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
