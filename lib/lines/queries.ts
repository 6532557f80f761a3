import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import type { ReceivedLine } from '@/lib/lines/bench';
import { lineRecordOf } from '@/lib/lines/row';

/** Lines as they stand now, in the order asked for: null for one that is no more. */
export async function linesById(
  tx: ActorTx,
  engagementId: string,
  lineIds: readonly string[],
): Promise<ReceivedLine[]> {
  const places = tx.$with('places').as(
    tx
      .select({
        lineId: lines.id,
        after: sql<string | null>`lag(${lines.id}) over (
          partition by coalesce(${lines.offerId}, ${lines.alternativeId}) order by ${lines.position}, ${lines.key})`.as(
          'after',
        ),
      })
      .from(lines)
      .where(eq(lines.engagementId, engagementId)),
  );
  const rows = await tx
    .with(places)
    .select({ row: lines, after: places.after })
    .from(lines)
    .innerJoin(places, eq(places.lineId, lines.id))
    .where(and(eq(lines.engagementId, engagementId), inArray(lines.id, [...lineIds])));
  const byId = new Map(rows.map((found) => [found.row.id, found]));
  return lineIds.map((lineId) => {
    const { row, after = null } = byId.get(lineId) ?? {};
    return { lineId, sideId: row?.offerId ?? row?.alternativeId ?? null, after, line: row ? lineRecordOf(row) : null };
  });
}
