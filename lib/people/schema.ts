import { z } from 'zod';

/** An address as typed: trimmed, lower case, at most 254 characters. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters')
  .pipe(z.email('This does not look like an e-mail address'));
