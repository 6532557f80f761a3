import 'server-only';
import { createHmac } from 'node:crypto';
import { and, eq, or, sql } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { portalRoles, users } from '@/db/schema/people';
import { sessions } from '@/db/schema/sign-in';
import type { PortalRole } from '@/lib/access/permissions';
import { derivedKey } from '@/lib/server/derived-key';
import { environment } from '@/lib/server/environment';
import { deviceOf } from '@/lib/sign-in/device';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { hashOf, newToken } from '@/lib/sign-in/token';

/** A working day without use ends a session; a week ends it whatever its use (docs/decisions/010). */
const idle = sql`interval '12 hours'`;
const lifetime = sql`interval '7 days'`;

/** By its token, or by the one that is about to take its place. */
const openedBy = (token: string) => {
  const hash = hashOf(token);
  return or(eq(sessions.tokenHash, hash), eq(sessions.nextTokenHash, hash));
};

const stillGood = sql`${sessions.expiresAt} > now() and ${sessions.lastUsedAt} > now() - ${idle}`;

export type SignInMethod = (typeof sessions.$inferSelect)['method'];

/** A session as its cookie needs it. The token is nowhere else. */
export type Opened = { readonly token: string; readonly expiresAt: Date };

/** Signs a person in on a browser. `replaces` is the token that browser came with: it ends here, as do dead sessions. */
export async function openSession(
  tx: SystemTx,
  {
    userId,
    method,
    userAgent,
    replaces,
  }: { userId: string; method: SignInMethod; userAgent: string | null; replaces?: string | undefined },
): Promise<Opened> {
  if (replaces) await tx.delete(sessions).where(openedBy(replaces));
  await tx.delete(sessions).where(sql`not (${stillGood})`);
  const token = newToken();
  const device = deviceOf(userAgent);
  const [opened] = await tx
    .insert(sessions)
    .values({
      tokenHash: hashOf(token),
      userId,
      method,
      device,
      issuedAt: sql`clock_timestamp()`,
      expiresAt: sql`now() + ${lifetime}`,
    })
    .returning({ expiresAt: sessions.expiresAt });
  if (!opened) throw new Error('The session was not written');
  await recordSecurityEvent(tx, { kind: 'signed-in', userId, actorId: userId, detail: { method, device } });
  return { token, expiresAt: opened.expiresAt };
}

export type SignedInPerson = {
  readonly userId: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string;
  readonly portalRoles: readonly PortalRole[];
  readonly sessionId: string;
  /** When this browser proved who it is. */
  readonly signedInAt: Date;
  /** Rights have changed since the token was issued: it is replaced before it is used again. */
  readonly renewalDue: boolean;
  /** When their rights last changed, in milliseconds since 1970, UTC. */
  readonly rightsSince: number;
};

/**
 * Whose session a token opens; null where it is none, has run out, or was ended. Notes its use, to the minute, unless
 * it is a page that asks by itself, which keeps no session alive.
 */
export async function sessionOf(
  tx: SystemTx,
  token: string,
  { byItself = false }: { byItself?: boolean } = {},
): Promise<SignedInPerson | null> {
  const [found] = await tx
    .select({
      sessionId: sessions.id,
      signedInAt: sessions.createdAt,
      userId: users.id,
      name: users.name,
      title: users.title,
      email: users.email,
      arrived: sql<boolean>`${sessions.nextTokenHash} is not distinct from ${hashOf(token)}`,
      issuedBefore: sql<boolean>`${sessions.issuedAt} < ${users.rightsChangedAt}`,
      nextIssuedBefore: sql<boolean>`${sessions.nextIssuedAt} < ${users.rightsChangedAt}`,
      rightsChangedAt: users.rightsChangedAt,
      unnoted: sql<boolean>`${sessions.lastUsedAt} < now() - interval '1 minute'`,
      portalRoles: sql<
        PortalRole[]
      >`array(select role from ${portalRoles} where ${portalRoles.userId} = ${users.id} order by role)`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(openedBy(token), stillGood));
  if (!found) return null;
  const { sessionId, arrived } = found;
  if (arrived) await takeItsPlace(tx, token);
  if (found.unnoted && !byItself)
    await tx.update(sessions).set({ lastUsedAt: sql`now()` }).where(eq(sessions.id, sessionId));
  return {
    userId: found.userId,
    name: found.name ?? found.email,
    title: found.title,
    email: found.email,
    portalRoles: found.portalRoles,
    sessionId,
    signedInAt: found.signedInAt,
    renewalDue: arrived ? found.nextIssuedBefore : found.issuedBefore,
    rightsSince: found.rightsChangedAt.getTime(),
  };
}

/**
 * Makes the token that is to take a token's place; null where that one opens nothing. The old one is good for this
 * alone until the new one has come back: an answer that is lost signs nobody out. Several requests at once get the
 * same new token, since it follows from the old one, under a key of the portal's.
 */
export async function renewSession(tx: SystemTx, token: string): Promise<Opened | null> {
  const next = createHmac('sha256', derivedKey(environment().authSecret, 'sessions')).update(token).digest('hex');
  const [renewed] = await tx
    .update(sessions)
    .set({ nextTokenHash: hashOf(next), nextIssuedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.tokenHash, hashOf(token)), stillGood))
    .returning({ expiresAt: sessions.expiresAt });
  return renewed ? { token: next, expiresAt: renewed.expiresAt } : null;
}

/** The new token has come back: the old one ends. */
async function takeItsPlace(tx: SystemTx, token: string): Promise<void> {
  const hash = hashOf(token);
  await tx
    .update(sessions)
    .set({ tokenHash: hash, issuedAt: sql`${sessions.nextIssuedAt}`, nextTokenHash: null, nextIssuedAt: null })
    .where(eq(sessions.nextTokenHash, hash));
}

/** Signs this browser out. */
export async function endSession(tx: SystemTx, token: string): Promise<void> {
  const [ended] = await tx
    .delete(sessions)
    .where(openedBy(token))
    .returning({ userId: sessions.userId, device: sessions.device });
  if (!ended) return;
  const { userId, device } = ended;
  await recordSecurityEvent(tx, { kind: 'signed-out', userId, actorId: userId, detail: { device } });
}

/** Whether a session still stands: what an open event stream asks when rights or sessions have changed. */
export async function sessionStands(tx: SystemTx, sessionId: string): Promise<boolean> {
  const found = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), stillGood));
  return found.length > 0;
}

/** When the rights of a session's person last changed (milliseconds since 1970, UTC); null once the session is over. */
export async function rightsSince(tx: SystemTx, sessionId: string): Promise<number | null> {
  const [found] = await tx
    .select({ changedAt: users.rightsChangedAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), stillGood));
  return found?.changedAt.getTime() ?? null;
}
