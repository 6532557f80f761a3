import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import { reviews } from '@/db/schema/reviews';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type { ReviewedLines } from '@/lib/reviews/schema';
import { DomainError } from '@/lib/server/errors';

/**
 * Finds lines right as they were seen, all of them or none. Refused at the first that has changed materially since,
 * is gone, or whose last material change is the reviewer's own.
 */
export async function reviewLines(
  tx: ActorTx,
  actor: Actor,
  { engagementId, lines: seen }: ReviewedLines,
): Promise<void> {
  const rows = await tx
    .select({
      id: lines.id,
      label: lines.label,
      materialVersion: lines.materialVersion,
      materialBy: lines.materialBy,
    })
    .from(lines)
    .where(
      and(
        eq(lines.engagementId, engagementId),
        inArray(
          lines.id,
          seen.map(({ lineId }) => lineId),
        ),
      ),
    );
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { lineId, materialVersion } of seen) {
    const line = byId.get(lineId);
    if (!line) throw new DomainError({ code: 'stale', field: lineId, message: 'A line has been removed meanwhile.' });
    if (line.materialVersion !== materialVersion) {
      const message = `“${line.label}” has changed since you looked at it.`;
      throw new DomainError({ code: 'stale', field: lineId, message });
    }
    if (line.materialBy === actor.userId) {
      const message = `The last change of “${line.label}” is your own: somebody else reviews it.`;
      throw new DomainError({ code: 'refused', field: lineId, message });
    }
    const [added] = await tx
      .insert(reviews)
      .values({ engagementId, lineId, materialVersion, reviewedBy: actor.userId })
      .onConflictDoNothing()
      .returning({ id: reviews.id });
    if (!added) continue;
    await recordActivity(tx, {
      engagementId,
      kind: 'review.given',
      subject: lineId,
      after: { label: line.label, materialVersion },
    });
  }
}
