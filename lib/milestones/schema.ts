import { z } from 'zod';
import { plainLines, plainText } from '@/lib/format/plain-text';
import { dateSchema } from '@/lib/model-file/schema';

const day = z.string().refine((typed) => dateSchema.safeParse(typed).success, 'Choose a day');
const optionalDay = z.union([z.literal('').transform(() => null), day]);
const label = plainText(200).min(1, 'Say in a few words what is to be done');
const ownerId = z.union([z.literal('').transform(() => null), z.uuid()]);
const wall = z.enum(['engagement', 'threshold']);
const version = z.coerce.number<string | number>().int().min(1);

const on = { engagementId: z.uuid(), milestoneId: z.uuid(), version };

export const laidOut = z.strictObject({ engagementId: z.uuid() });
export const newMilestone = z.strictObject({ engagementId: z.uuid(), label, dueOn: day, ownerId, wall });
export const changedMilestone = z.strictObject({ ...on, label, ownerId, wall });
export const movedMilestone = z.strictObject({
  ...on,
  dueOn: day,
  reason: plainText(500).min(1, 'Why does it move?'),
});
export const finishedMilestone = z.strictObject({
  ...on,
  doneOn: day,
  evidence: plainLines(2000).refine((text) => text.length > 0, 'What shows that it is done?'),
  evidenceUrl: z.union([
    z.literal('').transform(() => null),
    plainText(2000).pipe(z.url({ protocol: /^https$/, error: 'A link begins with https://' })),
  ]),
});
export const namedMilestone = z.strictObject(on);

/** The days on which everything else hangs, with those they were when the form was made. */
export const changedDates = z.strictObject({
  engagementId: z.uuid(),
  version,
  renewalDate: day,
  noticeOn: optionalDay,
});

export type NewMilestone = z.output<typeof newMilestone>;
export type ChangedMilestone = z.output<typeof changedMilestone>;
export type MovedMilestone = z.output<typeof movedMilestone>;
export type FinishedMilestone = z.output<typeof finishedMilestone>;
export type NamedMilestone = z.output<typeof namedMilestone>;
export type ChangedDates = z.output<typeof changedDates>;
