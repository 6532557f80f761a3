import { z } from 'zod';
import { plainLines, plainText } from '@/lib/format/plain-text';

export const evidenceSubject = z.strictObject({ kind: z.enum(['line', 'claim', 'step', 'milestone']), id: z.uuid() });

/** A row that evidence can be attached to. */
export type EvidenceSubject = z.output<typeof evidenceSubject>;

const on = { engagementId: z.uuid(), subject: evidenceSubject };

/** An address to be read, never fetched: https alone, and without a name and password in it. */
const address = z
  .string()
  .trim()
  .max(2000, 'At most 2,000 characters')
  .refine((typed) => {
    const url = URL.canParse(typed) ? new URL(typed) : null;
    return url?.protocol === 'https:' && url.hostname.includes('.') && !url.username && !url.password;
  }, 'Write a whole address that begins with https://')
  .transform((typed) => new URL(typed).href);

export const newLink = z.strictObject({ ...on, url: address, title: plainText(200) });

export const newNote = z.strictObject({
  ...on,
  note: plainLines(2000).refine((text) => text.length > 0, 'What does it rest on?'),
});

export const removedEvidence = z.strictObject({ engagementId: z.uuid(), evidenceId: z.uuid() });

/** The row a file is for, as its upload says it: "line:6f9c…". */
export const subjectHeader = z
  .string()
  .max(60)
  .transform((text) => {
    const [kind, id] = text.split(':');
    return { kind, id };
  })
  .pipe(evidenceSubject);
