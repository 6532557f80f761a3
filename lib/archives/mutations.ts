import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { archives, erasureRequests } from '@/db/schema/archives';
import type { Actor } from '@/lib/access/permissions';
import { enqueueMail } from '@/lib/mail/enqueue';
import { environment } from '@/lib/server/environment';
import { DomainError, notFound } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';

/** A request for erasure is good for this long. */
const daysToConfirm = 7;

/** Puts an engagement in the archive: read from then on, not written. Done already, it stays as it is. */
export async function archive(tx: ActorTx, actor: Actor, engagementId: string): Promise<void> {
  await tx.insert(archives).values({ engagementId, archivedBy: actor.userId }).onConflictDoNothing();
  await recordSecurityEvent(tx, {
    kind: 'engagement.archived',
    actorId: actor.userId,
    detail: { engagement: engagementId },
  });
}

/** Takes an engagement out of the archive, and with it any wish to erase it. */
export async function unarchive(tx: ActorTx, actor: Actor, engagementId: string): Promise<void> {
  await tx.delete(erasureRequests).where(eq(erasureRequests.engagementId, engagementId));
  const gone = await tx.delete(archives).where(eq(archives.engagementId, engagementId)).returning();
  if (gone.length === 0) throw notFound();
  await recordSecurityEvent(tx, {
    kind: 'engagement.reopened',
    actorId: actor.userId,
    detail: { engagement: engagementId },
  });
}

/** Asks for the erasure of an archived engagement and tells its lead, who can confirm it or refuse. */
export async function requestErasure(tx: ActorTx, actor: Actor, engagementId: string): Promise<void> {
  const [archived] = await tx.select().from(archives).where(eq(archives.engagementId, engagementId));
  if (!archived) throw new DomainError({ code: 'refused', message: 'Only an archived engagement can be erased.' });
  await tx.delete(erasureRequests).where(eq(erasureRequests.engagementId, engagementId));
  await tx.insert(erasureRequests).values({
    id: randomUUID(),
    engagementId,
    requestedBy: actor.userId,
    expiresAt: new Date(Date.now() + daysToConfirm * 86_400_000),
  });
  await recordSecurityEvent(tx, {
    kind: 'erasure.requested',
    actorId: actor.userId,
    detail: { engagement: engagementId },
  });
  const [lead] = await tx.execute<{ email: string }>(sql`select email from engagement_lead(${engagementId})`);
  if (!lead) return;
  await enqueueMail(tx, {
    recipient: lead.email,
    subject: 'An engagement you lead is to be erased',
    body: `An administrator asks to erase an archived engagement that you lead. It is erased only if you, or another administrator, confirm within ${daysToConfirm} days. You can also refuse.`,
    link: `${environment().origin}/engagements/${engagementId}/people`,
  });
}

/** Takes back, or refuses, a request for erasure. */
export async function refuseErasure(
  tx: ActorTx,
  actor: Actor,
  { engagementId, requestId }: { engagementId: string; requestId: string },
): Promise<void> {
  const gone = await tx
    .delete(erasureRequests)
    .where(and(eq(erasureRequests.engagementId, engagementId), eq(erasureRequests.id, requestId)))
    .returning();
  if (gone.length === 0) throw notFound();
  await recordSecurityEvent(tx, {
    kind: 'erasure.refused',
    actorId: actor.userId,
    detail: { engagement: engagementId },
  });
}

/** Erases an engagement and everything it holds, on a second person's word. */
export async function confirmErasure(tx: ActorTx, requestId: string): Promise<void> {
  const [answer] = await tx.execute<{ erased: boolean }>(sql`select erase_engagement(${requestId}) as erased`);
  if (answer?.erased) return;
  throw new DomainError({
    code: 'refused',
    message: 'This request has run out or was taken back, or it was you who asked: somebody else has to confirm.',
  });
}
