'use server';

import * as mutations from '@/lib/reviews/mutations';
import { reviewedLines } from '@/lib/reviews/schema';
import { defineAction } from '@/lib/server/define-action';

/** Finds one line right, or an afternoon's worth of them: as they were seen, all or none. */
export const reviewLines = defineAction({
  input: reviewedLines,
  may: ({ engagementId }) => ({ engagementId, permission: 'line.review' }),
  run: ({ tx, actor, input }) => mutations.reviewLines(tx, actor, input),
  refresh: ({ engagementId }) => [`/engagements/${engagementId}`],
});
