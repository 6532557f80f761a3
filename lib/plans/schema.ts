import { z } from 'zod';
import { labelSchema, limits } from '@/lib/model-file/schema';
import { longestStep } from '@/lib/plans/months';

const named = labelSchema
  .transform((label) => label.trim())
  .refine((label) => label.length > 0, 'Say in a few words what is done in this step');

const version = z.int().min(1);

const step = {
  label: named,
  /** Whole months; 0 is a milestone. */
  months: z
    .int('A duration is a whole number of months')
    .min(0, 'At least 0 months')
    .max(longestStep, `At most ${longestStep} months`),
  /** Keys of the steps it waits for. */
  after: z.array(z.string().min(1).max(64)).max(limits.steps),
  /** A member of the engagement. */
  ownerId: z.uuid().nullable(),
};

export const newStep = z.strictObject({ engagementId: z.uuid(), alternativeId: z.uuid(), ...step });

export const changedStep = z.strictObject({ engagementId: z.uuid(), stepId: z.uuid(), version, ...step });

export const removedStep = z.strictObject({ engagementId: z.uuid(), stepId: z.uuid(), version });

/** A step moved to another place in the list: before the named one, or to the end. */
export const movedStep = z.strictObject({
  engagementId: z.uuid(),
  stepId: z.uuid(),
  version,
  beforeId: z.uuid().nullable(),
});

/** A switching line whose months follow a step; null sets them free where they are. */
export const followedStep = z.strictObject({
  engagementId: z.uuid(),
  lineId: z.uuid(),
  version,
  stepId: z.uuid().nullable(),
});

export type NewStep = z.output<typeof newStep>;
export type ChangedStep = z.output<typeof changedStep>;
