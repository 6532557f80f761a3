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
export type ChangedAlternative = z.output<typeof changedAlternative>;
export type RemovedAlternative = z.output<typeof removedAlternative>;
export type ChosenAlternative = z.output<typeof chosenAlternative>;
