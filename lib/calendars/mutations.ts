import 'server-only';
import { eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { calendarFeeds } from '@/db/schema/calendar-feeds';
import type { Actor } from '@/lib/access/permissions';
import { environment } from '@/lib/server/environment';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { hashOf, newToken } from '@/lib/sign-in/token';

/** A secret address of the actor's own; an earlier one is good for nothing from now on. It is shown this once. */
export async function makeCalendarAddress(tx: ActorTx, { userId }: Actor): Promise<string> {
  const token = newToken();
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  // Only what may be written is named: the rooms never read the hash back.
  await tx.execute(sql`insert into calendar_feeds (user_id, token_hash) values (${userId}, ${hashOf(token)})`);
  await recordSecurityEvent(tx, { kind: 'calendar.opened', userId, actorId: userId });
  return `${environment().origin}/api/calendar/${token}.ics`;
}

export async function revokeCalendarAddress(tx: ActorTx, { userId }: Actor): Promise<void> {
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  await recordSecurityEvent(tx, { kind: 'calendar.closed', userId, actorId: userId });
}
