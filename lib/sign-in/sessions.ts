import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { portalRoles, users } from '@/db/schema/people';
import { sessions } from '@/db/schema/sign-in';
import type { PortalRole } from '@/lib/access/permissions';
import { deviceOf } from '@/lib/sign-in/device';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { hashOf, newToken } from '@/lib/sign-in/token';

/** A working day without use ends a session; a week ends it whatever its use (docs/decisions/010). */
const idle = sql`interval '12 hours'`;
const lifetime = sql`interval '7 days'`;

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
  if (replaces) await tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(replaces)));
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
};

/** Whose session a token opens; null where it is none, has run out, or was ended. Notes its use, to the minute. */
export async function sessionOf(tx: SystemTx, token: string): Promise<SignedInPerson | null> {
  const [found] = await tx
    .select({
      sessionId: sessions.id,
      signedInAt: sessions.createdAt,
      userId: users.id,
      name: users.name,
      title: users.title,
      email: users.email,
      renewalDue: sql<boolean>`${sessions.issuedAt} < ${users.rightsChangedAt}`,
      unnoted: sql<boolean>`${sessions.lastUsedAt} < now() - interval '1 minute'`,
      portalRoles: sql<
        PortalRole[]
      >`array(select role from ${portalRoles} where ${portalRoles.userId} = ${users.id} order by role)`,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.tokenHash, hashOf(token)), stillGood));
  if (!found) return null;
  if (found.unnoted) await tx.update(sessions).set({ lastUsedAt: sql`now()` }).where(eq(sessions.id, found.sessionId));
  const { unnoted: _, name, ...person } = found;
  return { ...person, name: name ?? person.email };
}

/** Replaces a session's token, keeping the session. Null where there is none, or somebody was faster. */
export async function renewSession(tx: SystemTx, token: string): Promise<Opened | null> {
  const fresh = newToken();
  const [renewed] = await tx
    .update(sessions)
    .set({ tokenHash: hashOf(fresh), issuedAt: sql`clock_timestamp()`, lastUsedAt: sql`now()` })
    .where(and(eq(sessions.tokenHash, hashOf(token)), stillGood))
    .returning({ expiresAt: sessions.expiresAt });
  return renewed ? { token: fresh, expiresAt: renewed.expiresAt } : null;
}

/** Signs this browser out. */
export async function endSession(tx: SystemTx, token: string): Promise<void> {
  const [ended] = await tx
    .delete(sessions)
    .where(eq(sessions.tokenHash, hashOf(token)))
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
