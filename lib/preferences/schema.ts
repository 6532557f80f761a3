import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';

/** How a person likes to see things, each by its name. */
const preferenceSchemas = {
  /** Columns of the grid of lines that are not shown. */
  'hidden columns': z.array(plainText(40)).max(60).readonly(),
  /** How often one hears by mail that something is due, and by whose clocks it is morning then. */
  'mail digest': z.strictObject({
    often: z.enum(['off', 'daily', 'weekly']),
    timeZone: z.string().max(64).refine(isTimeZone, 'That is no time zone'),
  }),
  /** Columns of the portfolio that are not shown. */
  'portfolio columns': z.array(plainText(40)).max(20).readonly(),
  /** Named views of the portfolio: each the query of an address, which holds no words looked for. */
  'portfolio views': z
    .array(z.strictObject({ name: plainText(60).pipe(z.string().min(1)), query: plainText(300) }))
    .max(20)
    .readonly(),
} as const;

export type PreferenceName = keyof typeof preferenceSchemas;
export type Preferences = { readonly [Name in PreferenceName]?: z.output<(typeof preferenceSchemas)[Name]> };

const kept = <Name extends PreferenceName>(name: Name) =>
  z.strictObject({ name: z.literal(name), value: preferenceSchemas[name] });

export const keptPreference = z.discriminatedUnion('name', [
  kept('hidden columns'),
  kept('mail digest'),
  kept('portfolio columns'),
  kept('portfolio views'),
]);

/** What is stored, where it still is what its name says: a preference of an older release may not be. */
export function readPreferences(rows: readonly { name: string; value: unknown }[]): Preferences {
  const read = rows.flatMap(({ name, value }) => {
    const schema = name in preferenceSchemas ? preferenceSchemas[name as PreferenceName] : undefined;
    const result = schema?.safeParse(value);
    return result?.success ? [[name, result.data] as const] : [];
  });
  return Object.fromEntries(read);
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
