import { z } from 'zod';

/** Control characters, halves of characters, what has no width, and what makes text read in another order. */
const hidden = String.raw`\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff`;

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
