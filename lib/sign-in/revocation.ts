import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { sessions } from '@/db/schema/sign-in';
import { notFound } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import type { SignedInPerson } from '@/lib/sign-in/sessions';

/** Ends one of a person's own sessions, at once. */
export async function revokeSession(tx: ActorTx, { userId }: SignedInPerson, sessionId: string): Promise<void> {
  const [ended] = await tx
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)))
    .returning({ device: sessions.device });
  if (!ended) throw notFound();
  await recordSecurityEvent(tx, { kind: 'session.revoked', userId, actorId: userId, detail: { device: ended.device } });
}

/** Ends all of them, the one that asks too. */
export async function revokeEverySession(tx: ActorTx, { userId }: SignedInPerson): Promise<void> {
  const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
  const detail = { count: String(ended.length) };
  await recordSecurityEvent(tx, { kind: 'session.revoked', userId, actorId: userId, detail });
}
