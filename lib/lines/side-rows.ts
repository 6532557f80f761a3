import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { engagements } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { offers } from '@/db/schema/offers';
import { users } from '@/db/schema/people';
import type { About } from '@/lib/lines/fields';
import { lineRecordOf } from '@/lib/lines/row';
import type { LineEdit, Side } from '@/lib/lines/schema';
import type { OtherSide } from '@/lib/lines/view';
import { DomainError, notFound } from '@/lib/server/errors';

/** The rows of one side, held while they are written. */

export type Edit<Do extends LineEdit['do']> = Extract<LineEdit, { do: Do }>;

/** The side that edits are about. */
export type On = { readonly engagementId: string; readonly side: Side; readonly about: About };

/** How the trail says where something happened. */
export const whereOf = ({ side }: On) => ({ [side.kind]: side.id });

/** What the lines of a side are read against. Not there where the side is another engagement's. */
export async function aboutOf(tx: ActorTx, engagementId: string, side: Side): Promise<About> {
  const table = side.kind === 'offer' ? offers : alternatives;
  const [about] = await tx
    .select({
      currency: engagements.currency,
      renewalDate: engagements.renewalDate,
      horizonMonths: engagements.horizonMonths,
    })
    .from(engagements)
    .innerJoin(table, eq(table.engagementId, engagements.id))
    .where(and(eq(engagements.id, engagementId), eq(table.id, side.id)));
  if (!about) throw notFound();
  return about;
}

export const onSide = ({ engagementId, side }: Pick<On, 'engagementId' | 'side'>) =>
  and(eq(lines.engagementId, engagementId), eq(side.kind === 'offer' ? lines.offerId : lines.alternativeId, side.id));

export async function rowOnSide(tx: ActorTx, on: On, lineId: string) {
  const [row] = await tx
    .select()
    .from(lines)
    .where(and(onSide(on), eq(lines.id, lineId)))
    .for('update');
  return row;
}

/** The row an edit is about, held for the transaction. Refused where it moved on since the edit was made. */
export async function rowToChange(tx: ActorTx, on: On, edit: Edit<'change' | 'remove' | 'take'>) {
  const row = await rowOnSide(tx, on, edit.lineId);
  if (row?.version === edit.version) return row;
  if (!row) throw removedMeanwhile(edit.lineId);
  const value: OtherSide = { line: lineRecordOf(row), by: await nameOf(tx, row.changedBy) };
  throw new DomainError({
    code: 'stale',
    field: edit.lineId,
    message: 'Somebody changed this line since you read it.',
    current: { version: row.version, value },
  });
}

export function removedMeanwhile(lineId: string): DomainError {
  const value: OtherSide = { line: null, by: null };
  return new DomainError({
    code: 'stale',
    field: lineId,
    message: 'Somebody removed this line since you read it.',
    current: { version: 0, value },
  });
}

async function nameOf(tx: ActorTx, userId: string): Promise<string | null> {
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId));
  return user?.name ?? null;
}
