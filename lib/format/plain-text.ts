import { z } from 'zod';

/** Control characters, and the overrides that make text read in another order than it is written. */
const hidden = String.raw`\p{Cc}\u202a-\u202e\u2066-\u2069`;

const message = 'Contains characters that cannot be shown';

/** One line of text as people type it, trimmed. */
export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters`)
    .regex(new RegExp(`^[^${hidden}]*$`, 'u'), message);

/** Text of several lines, trimmed; line ends become \n. */
export const plainLines = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `At most ${max} characters`)
    .transform((text) => text.replace(/\r\n?/g, '\n'))
    .pipe(z.string().regex(new RegExp(`^(?:\\n|[^${hidden}])*$`, 'u'), message));
