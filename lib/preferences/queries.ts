import 'server-only';
import { eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { preferences } from '@/db/schema/preferences';
import type { Actor } from '@/lib/access/permissions';
import { type Preferences, readPreferences } from '@/lib/preferences/schema';

/** How the actor likes to see things. */
export async function preferencesOf(tx: ActorTx, actor: Pick<Actor, 'userId'>): Promise<Preferences> {
  const rows = await tx
    .select({ name: preferences.name, value: preferences.value })
    .from(preferences)
    .where(eq(preferences.userId, actor.userId));
  return readPreferences(rows);
}
