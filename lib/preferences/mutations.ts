import 'server-only';
import type { z } from 'zod';
import type { ActorTx } from '@/db/doors';
import { preferences } from '@/db/schema/preferences';
import type { Actor } from '@/lib/access/permissions';
import type { keptPreference } from '@/lib/preferences/schema';

/** Keeps how the actor likes to see one thing. The last word counts: it is nobody else's. */
export async function keepPreference(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  { name, value }: z.output<typeof keptPreference>,
): Promise<void> {
  await tx
    .insert(preferences)
    .values({ userId: actor.userId, name, value })
    .onConflictDoUpdate({ target: [preferences.userId, preferences.name], set: { value, changedAt: new Date() } });
}
