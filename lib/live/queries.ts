import 'server-only';
import { and, asc, eq, gt, max, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import type { ActivityKind } from '@/lib/activity/record';
import type { LiveEvent } from '@/lib/live/events';

/** What has happened since an entry of the trail, as far as the actor may see it, oldest first. */
export async function eventsSince(
  tx: ActorTx,
  engagementId: string,
  number: number,
  limit: number,
): Promise<LiveEvent[]> {
  const rows = await tx
    .select({
      number: activity.number,
      kind: activity.kind,
      subject: activity.subject,
      version: sql<unknown>`${activity.after} -> 'version'`,
      by: activity.actorId,
    })
    .from(activity)
    .where(and(eq(activity.engagementId, engagementId), gt(activity.number, number)))
    .orderBy(asc(activity.number))
    .limit(limit);
  return rows.map(({ kind, version, ...row }) => ({
    ...row,
    kind: kind as ActivityKind,
    version: typeof version === 'number' ? version : null,
  }));
}

/** How many entries the actor may see after a number. */
export const eventsAfter = (tx: ActorTx, engagementId: string, number: number): Promise<number> =>
  tx.$count(activity, and(eq(activity.engagementId, engagementId), gt(activity.number, number)));

/** The number of the newest entry that the actor may see; 0 where there is none. */
export async function latestEventNumber(tx: ActorTx, engagementId: string): Promise<number> {
  const [row] = await tx
    .select({ number: max(activity.number) })
    .from(activity)
    .where(eq(activity.engagementId, engagementId));
  return row?.number ?? 0;
}

/**
 * What is loaded for a page, with the number of the newest entry before it: what happens while it is loaded is told
 * to the page once more rather than missed.
 */
export async function withSeen<Loaded>(
  tx: ActorTx,
  engagementId: string,
  load: () => Promise<Loaded>,
): Promise<{ readonly seen: number; readonly loaded: Loaded }> {
  const seen = await latestEventNumber(tx, engagementId);
  return { seen, loaded: await load() };
}
