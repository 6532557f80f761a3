import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';

/** What is looked for, and the engagement the reader is in. */
export const askedPalette = z.strictObject({
  words: plainText(100),
  engagementId: z.uuid().nullable(),
});

export type AskedPalette = z.output<typeof askedPalette>;
