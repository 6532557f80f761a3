import { z } from 'zod';

/** An address as typed: trimmed, lower case, at most 254 characters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters')
  .pipe(z.email('This does not look like an e-mail address'));

export const signInRequest = z.object({ email: emailSchema });

/** What a sign-in link carries. */
export const signInLink = z.object({ token: z.string().regex(/^[0-9a-f]{64}$/), email: emailSchema });
