import 'server-only';
import { asActor } from '@/db/doors';
import { preferencesOf } from '@/lib/preferences/queries';
import type { Preferences } from '@/lib/preferences/schema';
import { requireActor } from '@/lib/server/actor';

/** How the signed-in person likes to see things. */
export async function ownPreferences(): Promise<Preferences> {
  const actor = await requireActor();
  return asActor(actor, (tx) => preferencesOf(tx, actor));
}
