import 'server-only';
import { and, desc, eq, like, lt, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ActorTx } from '@/db/doors';
import { users } from '@/db/schema/people';
import { securityEvents } from '@/db/schema/sign-in';
import type { EventFilter, SecurityEventView } from '@/lib/administration/view';
import { detailOf, sentenceOf } from '@/lib/administration/words';

const pageLength = 50;

/** One page of security events, newest first; nothing for whoever is no administrator. */
export async function securityEventsPage(
  tx: ActorTx,
  filter: EventFilter,
): Promise<{ events: SecurityEventView[]; next: string | null }> {
  const actor = alias(users, 'actor');
  const subject = alias(users, 'subject');
  const conditions: (SQL | undefined)[] = [
    filter.events ? like(securityEvents.kind, `${filter.events}%`) : undefined,
    filter.before ? lt(securityEvents.at, new Date(filter.before)) : undefined,
  ];
  const rows = await tx
    .select({
      id: securityEvents.id,
      at: securityEvents.at,
      kind: securityEvents.kind,
      userId: securityEvents.userId,
      actorId: securityEvents.actorId,
      detail: securityEvents.detail,
      actor: actor.name,
      subject: subject.name,
    })
    .from(securityEvents)
    .leftJoin(actor, eq(actor.id, securityEvents.actorId))
    .leftJoin(subject, eq(subject.id, securityEvents.userId))
    .where(and(...conditions))
    .orderBy(desc(securityEvents.at), desc(securityEvents.id))
    .limit(pageLength + 1);
  const shown = rows.slice(0, pageLength);
  return {
    events: shown.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      says: sentenceOf({ ...row, samePerson: row.userId === row.actorId }),
      detail: detailOf(row.detail),
      alarm: row.kind === 'trail.broken',
    })),
    next: rows.length > pageLength ? (shown.at(-1)?.at.toISOString() ?? null) : null,
  };
}
