import { z } from 'zod';

export const reviewsAtOnce = 500;

/** Lines as they were seen: each with the number of its last material change. */
export const reviewedLines = z.strictObject({
  engagementId: z.uuid(),
  lines: z
    .array(z.strictObject({ lineId: z.uuid(), materialVersion: z.int().min(1) }))
    .min(1)
    .max(reviewsAtOnce, `At most ${reviewsAtOnce} lines at once`),
});

export const askedReviews = z.strictObject({
  engagementId: z.uuid(),
  lineIds: z.array(z.uuid()).min(1).max(reviewsAtOnce),
});

export type ReviewedLines = z.output<typeof reviewedLines>;
