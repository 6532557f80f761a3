import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { lines } from '@/db/schema/lines';
import { users } from '@/db/schema/people';
import { reviews } from '@/db/schema/reviews';
import { type Actor, type Member, mayInEngagement } from '@/lib/access/permissions';
import type { ReviewView } from '@/lib/reviews/view';

const gone = 'Somebody who has left';

/** How the lines of an engagement stand with review, by their ids: every one, or those that are named. */
export async function reviewsOf(
  tx: ActorTx,
  actor: Actor,
  member: Member,
  engagementId: string,
  only?: readonly string[],
): Promise<Record<string, ReviewView>> {
  const [rows, latest] = await Promise.all([
    tx
      .select({
        id: lines.id,
        materialVersion: lines.materialVersion,
        materialBy: lines.materialBy,
        materialAt: lines.materialAt,
        name: users.name,
      })
      .from(lines)
      .leftJoin(users, eq(users.id, lines.materialBy))
      .where(and(eq(lines.engagementId, engagementId), only && inArray(lines.id, only))),
    latestReviews(tx, engagementId, only),
  ]);
  const mayReview = mayInEngagement(member, 'line.review');
  return Object.fromEntries(
    rows.map((line): [string, ReviewView] => {
      const review = latest.get(line.id);
      const stands = review?.materialVersion === line.materialVersion;
      return [
        line.id,
        {
          materialVersion: line.materialVersion,
          changed: { by: line.name ?? gone, at: line.materialAt.toISOString() },
          reviewed: review && stands ? { by: review.name ?? gone, at: review.reviewedAt.toISOString() } : null,
          fellAway: review !== undefined && !stands,
          mayReview: mayReview && !stands && line.materialBy !== actor.userId,
        },
      ];
    }),
  );
}

/** The newest review of each line that has one. */
async function latestReviews(tx: ActorTx, engagementId: string, only?: readonly string[]) {
  const rows = await tx
    .selectDistinctOn([reviews.lineId], {
      lineId: reviews.lineId,
      materialVersion: reviews.materialVersion,
      reviewedAt: reviews.reviewedAt,
      name: users.name,
    })
    .from(reviews)
    .leftJoin(users, eq(users.id, reviews.reviewedBy))
    .where(and(eq(reviews.engagementId, engagementId), only && inArray(reviews.lineId, only)))
    .orderBy(reviews.lineId, desc(reviews.materialVersion), reviews.reviewedAt);
  return new Map(rows.map((row) => [row.lineId, row]));
}
