import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';
import { dateSchema } from '@/lib/model-file/schema';

/** The parts of the house an entry can be about; each is the first word of its kinds. */
export const subjects = {
  engagement: 'The engagement',
  offer: 'Offers',
  alternative: 'Alternatives',
  line: 'Lines',
  step: 'Plan',
  milestone: 'Timeline',
  readiness: 'Readiness',
  claim: 'Claims',
  evidence: 'Evidence',
  review: 'Reviews',
  comment: 'Comments',
  person: 'People',
  threshold: 'Threshold',
  decision: 'Decision',
  posture: 'Posture',
} as const;

export type Subject = keyof typeof subjects;

const one = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** The filter as an address carries it: what cannot be read filters nothing. */
export const activityFilter = z.object({
  subject: one(z.enum(Object.keys(subjects) as [Subject, ...Subject[]])),
  person: one(z.uuid()),
  from: one(dateSchema),
  to: one(dateSchema),
  text: one(plainText(100).min(1)),
  /** Only entries with a lower number: the page after. */
  before: one(
    z.coerce
      .number()
      .int()
      .min(1)
      .max(2 ** 40),
  ),
});

export type ActivityFilter = z.output<typeof activityFilter>;
