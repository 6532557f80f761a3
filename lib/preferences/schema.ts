import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';

/** How a person likes to see things, each by its name. */
const preferenceSchemas = {
  /** Columns of the grid of lines that are not shown. */
  'hidden columns': z.array(plainText(40)).max(60).readonly(),
} as const;

export type PreferenceName = keyof typeof preferenceSchemas;
export type Preferences = { readonly [Name in PreferenceName]?: z.output<(typeof preferenceSchemas)[Name]> };

export const keptPreference = z.strictObject({
  name: z.literal('hidden columns'),
  value: preferenceSchemas['hidden columns'],
});

/** What is stored, where it still is what its name says: a preference of an older release may not be. */
export function readPreferences(rows: readonly { name: string; value: unknown }[]): Preferences {
  const read = rows.flatMap(({ name, value }) => {
    const schema = name in preferenceSchemas ? preferenceSchemas[name as PreferenceName] : undefined;
    const result = schema?.safeParse(value);
    return result?.success ? [[name, result.data] as const] : [];
  });
  return Object.fromEntries(read);
}
