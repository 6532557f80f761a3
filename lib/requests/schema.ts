import { z } from 'zod';
import { importedEngagement } from '@/lib/engagements/schema';
import { plainLines, plainText } from '@/lib/format/plain-text';
import { emailSchema, memberRole, ticked } from '@/lib/people/schema';
import { agreements, consent, requestStates, seatBands } from '@/lib/requests/words';
import { tokenSchema } from '@/lib/sign-in/schema';

const keysOf = <Words extends object>(words: Words) =>
  Object.keys(words) as [keyof Words & string, ...(keyof Words & string)[]];

/** What a visitor sends. `website` is a trap that people do not see; `stamp` says when the form was given out. */
export const worksheetRequest = z.object({
  name: plainText(80).min(1, 'Write your name'),
  email: emailSchema,
  company: plainText(120).min(1, 'Write the name of your organisation'),
  jobTitle: plainText(120).min(1, 'Write what you do there'),
  agreement: z.enum(keysOf(agreements), 'Choose the kind of agreement'),
  renewalMonth: z.string('Choose a month').regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'Choose the month in which it ends'),
  seats: z.enum(keysOf(seatBands), 'Choose how many seats there are'),
  hope: plainLines(2_000),
  consent: z.literal(consent.version, 'Without this we may not keep your request'),
  website: plainText(200).optional(),
  stamp: plainText(120),
});

export type WorksheetRequest = z.output<typeof worksheetRequest>;

export const linkBearer = z.object({ token: tokenSchema });

/** Requests as their reader saw them. */
const targets = z
  .array(z.object({ requestId: z.uuid(), version: z.number().int().min(1) }))
  .min(1, 'Choose a request')
  .max(25, 'At most 25 at once');

export type Target = z.output<typeof targets>[number];

/** Each is given a file of its own, which takes a moment. */
export const released = z.object({ targets: targets.max(10, 'At most 10 at once') });
export const decided = z.object({ targets, to: z.enum(['declined', 'spam', 'new']) });
export const assigned = z.object({ targets, userId: z.uuid().nullable() });

export const noted = z.object({
  requestId: z.uuid(),
  body: plainLines(2_000).refine((text) => text !== '', 'Write the note'),
});

export const revoked = z.object({ requestId: z.uuid() });

export const converted = z.object({
  requestId: z.uuid(),
  version: z.coerce.number().int().min(1),
  invite: z.union([memberRole.exclude(['advisor']), z.literal('')]),
});

/** The same with the figures of a model file, which a filled-in worksheet is read into. */
export const convertedFile = importedEngagement.extend(converted.shape);

export const queueFilter = z.object({
  state: z.enum(requestStates).catch('new'),
  mine: ticked.catch(false),
});
