import 'server-only';
import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { erasureRequests } from '@/db/schema/archives';
import type { Actor } from '@/lib/access/permissions';
import type { ArchivedState, EngagementName } from '@/lib/archives/view';

type NameRow = {
  id: string;
  client: string;
  lead: string | null;
  created_at: Date;
  archived_at: Date | null;
  request_id: string | null;
  requested_by: string | null;
  expires_at: Date | null;
};

/** Every engagement by name, for administrators; nothing for anybody else. */
export async function engagementNames(tx: ActorTx, actor: Actor): Promise<EngagementName[]> {
  const rows = await tx.execute<NameRow>(sql`select * from portal_engagements()`);
  return rows.map((row) => ({
    id: row.id,
    client: row.client,
    lead: row.lead,
    createdAt: new Date(row.created_at).toISOString(),
    archivedAt: row.archived_at && new Date(row.archived_at).toISOString(),
    request:
      row.request_id && row.expires_at
        ? {
            id: row.request_id,
            yours: row.requested_by === actor.userId,
            expiresAt: new Date(row.expires_at).toISOString(),
          }
        : null,
  }));
}

/** Whether an erasure is asked for that the reader, as its lead, may confirm or refuse. */
export async function erasureAsked(tx: ActorTx, engagementId: string): Promise<ArchivedState['request']> {
  const [request] = await tx
    .select({ id: erasureRequests.id, expiresAt: erasureRequests.expiresAt })
    .from(erasureRequests)
    .where(and(eq(erasureRequests.engagementId, engagementId), gt(erasureRequests.expiresAt, new Date())))
    .orderBy(desc(erasureRequests.requestedAt))
    .limit(1);
  return request ? { id: request.id, expiresAt: request.expiresAt.toISOString() } : null;
}
