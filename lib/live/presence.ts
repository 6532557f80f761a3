import 'server-only';
import { sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';

/** Tells every process where the actor is; null when they leave. Nothing is stored. */
export async function announcePresence(
  tx: ActorTx,
  actor: { readonly userId: string },
  { engagementId, place }: { engagementId: string; place: string | null },
): Promise<void> {
  const news = JSON.stringify({ engagement: engagementId, by: actor.userId, place });
  await tx.execute(sql`select pg_notify('presence', ${news})`);
}
