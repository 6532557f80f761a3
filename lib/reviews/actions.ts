'use server';

import * as mutations from '@/lib/reviews/mutations';
import { reviewsOf } from '@/lib/reviews/queries';
import { askedReviews, reviewedLines } from '@/lib/reviews/schema';
import { defineAction } from '@/lib/server/define-action';
import { notFound } from '@/lib/server/errors';

/** Finds one line right, or an afternoon's worth of them: as they were seen, all or none. */
export const reviewLines = defineAction({
  input: reviewedLines,
  may: ({ engagementId }) => ({ engagementId, permission: 'line.review' }),
  run: ({ tx, actor, input }) => mutations.reviewLines(tx, actor, input),
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});

/** How lines stand with review, for a page that shows them change. */
export const readReviews = defineAction({
  input: askedReviews,
  may: ({ engagementId }) => ({ engagementId, permission: 'lines.read' }),
  run: ({ tx, actor, member, input: { engagementId, lineIds } }) => {
    if (!member) throw notFound();
    return reviewsOf(tx, actor, member, engagementId, lineIds);
  },
  refresh: () => [],
});
