import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import type { Actor } from '@/lib/access/permissions';
import { keyOf } from '@/lib/lines/key';
import { lastPlace } from '@/lib/lines/places';
import type { Side } from '@/lib/lines/schema';

/** Rows in one statement stay below PostgreSQL's 65,535 parameters. */
const rowsPerInsert = 1_000;

/**
 * Copies every line of one side to another of the same kind, in order. A line of an offer keeps its key, by which
 * one sees what moved from version to version; a line of an alternative gets one of its own. Returns how many.
 */
export async function copyLines(
  tx: ActorTx,
  actor: Actor,
  {
    engagementId,
    from,
    to,
    stepIds = new Map(),
    workload,
  }: {
    engagementId: string;
    from: Side;
    to: Side;
    /** The copy of each plan step, for lines that follow one. */
    stepIds?: ReadonlyMap<string, string>;
    /** Only the lines of this workload; empty for those without one. */
    workload?: string;
  },
): Promise<number> {
  const column = from.kind === 'offer' ? lines.offerId : lines.alternativeId;
  const rows = await tx
    .select()
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), eq(column, from.id), ofWorkload(workload)))
    .orderBy(asc(lines.position), asc(lines.key));
  const place = await lastPlace(tx, { engagementId, side: to });
  const copies = rows.map(({ changedAt: _, ...row }, index) => {
    const id = randomUUID();
    return {
      ...row,
      id,
      position: place + index,
      key: to.kind === 'offer' ? row.key : keyOf(row.label, id),
      offerId: to.kind === 'offer' ? to.id : null,
      alternativeId: to.kind === 'alternative' ? to.id : null,
      followsStepId: row.followsStepId && (stepIds.get(row.followsStepId) ?? null),
      version: 1,
      changedBy: actor.userId,
    };
  });
  for (let first = 0; first < copies.length; first += rowsPerInsert) {
    await tx.insert(lines).values(copies.slice(first, first + rowsPerInsert));
  }
  return copies.length;
}

function ofWorkload(workload: string | undefined) {
  if (workload === undefined) return undefined;
  return workload === '' ? or(isNull(lines.workload), eq(lines.workload, '')) : eq(lines.workload, workload);
}
