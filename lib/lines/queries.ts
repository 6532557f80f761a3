import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
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
  const rows = await tx
    .select()
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), inArray(lines.id, [...lineIds])));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return lineIds.map((lineId) => {
    const row = byId.get(lineId);
    return { lineId, sideId: row?.offerId ?? row?.alternativeId ?? null, line: row ? lineRecordOf(row) : null };
  });
}
