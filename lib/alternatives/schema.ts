import { z } from 'zod';
import { labelSchema } from '@/lib/model-file/schema';

const label = labelSchema.trim().min(1, 'Name the alternative');
const kind = z.enum(['competitor', 'hybrid', 'reduced-footprint'], 'Choose what kind of alternative it is');

export const newAlternative = z.strictObject({
  engagementId: z.uuid(),
  label,
  kind,
  /** The alternative to start from, with its lines and plan; none for an empty one. */
  from: z.uuid().nullable(),
});

/** An alternative made of the others: for each workload, whose lines it takes. */
export const combinedAlternative = z.strictObject({
  engagementId: z.uuid(),
  label,
  parts: z
    .array(z.strictObject({ workload: labelSchema, from: z.uuid() }))
    .min(1, 'Take at least one workload from an alternative')
    .max(200),
});

export const changedAlternative = z.strictObject({
  engagementId: z.uuid(),
  alternativeId: z.uuid(),
  version: z.int().min(1),
  label,
  kind,
});

export const removedAlternative = z.strictObject({
  engagementId: z.uuid(),
  alternativeId: z.uuid(),
  version: z.int().min(1),
});

export const chosenAlternative = z.strictObject({ engagementId: z.uuid(), alternativeId: z.uuid() });

export type NewAlternative = z.output<typeof newAlternative>;
export type CombinedAlternative = z.output<typeof combinedAlternative>;
export type ChangedAlternative = z.output<typeof changedAlternative>;
export type RemovedAlternative = z.output<typeof removedAlternative>;
export type ChosenAlternative = z.output<typeof chosenAlternative>;
