import { z } from 'zod';

/** Control characters, and the marks that make text read in another direction than it is written. */
const invisible = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const invisibleButLineBreaks = /(?:[^\P{Cc}\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069])+/gu;

/** A mail as the rooms write it. What cannot stand in a header or a text is taken out, never passed on. */
export const mailSchema = z.object({
  recipient: z.email().max(254),
  /** Read by administrators when the mail cannot be delivered: no figure, no name of a client's document. */
  subject: z.string().transform((text) => text.replace(invisible, ' ').trim().slice(0, 200) || 'Walk Position'),
  /** Plain text, paragraphs parted by an empty line; without the link. */
  body: z
    .string()
    .max(20_000)
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(invisibleButLineBreaks, ' ').trim()),
  link: z.url({ protocol: /^https?$/ }).optional(),
  /** Where its reader chooses how often it comes. */
  choice: z.url({ protocol: /^https?$/ }).optional(),
  /** After this the mail is not worth delivering. */
  until: z.date().optional(),
});

export type Mail = z.input<typeof mailSchema>;
