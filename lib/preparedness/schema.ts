import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';
import { standardCategories } from '@/lib/readiness/categories';
import { type CriterionId, criterionIds } from '@/lib/readiness/criterion';

const about = { engagementId: z.uuid(), alternativeId: z.uuid(), category: z.enum(standardCategories) };

/** Why a category has no line. `version` is of the reason it takes the place of, 0 where there is none. */
export const givenReason = z.strictObject({
  ...about,
  version: z.coerce.number<string | number>().int().min(0),
  reason: plainText(500).min(1, 'Why does it not apply?'),
});
export const withdrawnReason = z.strictObject({ ...about, version: z.int().min(1) });

/** Who sees to a criterion; `before` is who did when the reader looked. */
export const namedOwner = z.strictObject({
  engagementId: z.uuid(),
  criterion: z.enum(criterionIds as [CriterionId, ...CriterionId[]]),
  ownerId: z.uuid().nullable(),
  before: z.uuid().nullable(),
});

export type GivenReason = z.output<typeof givenReason>;
export type WithdrawnReason = z.output<typeof withdrawnReason>;
export type NamedOwner = z.output<typeof namedOwner>;
