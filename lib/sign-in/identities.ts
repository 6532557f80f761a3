import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { identities } from '@/db/schema/sign-in';
import { personWith } from '@/lib/people/queries';
import type { Identity } from '@/lib/sign-in/identity-policy';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';

/** Who an issuer's subject is here; null for a stranger. */
export async function personBehind(tx: SystemTx, issuer: string, subject: string): Promise<string | null> {
  const [found] = await tx
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return found?.userId ?? null;
}

/**
 * Lets a known identity in, and links a new one to the person who has its verified address. Nobody becomes a
 * person by it: whoever is not invited is refused, and told why.
 */
export async function admitIdentity(
  tx: SystemTx,
  issuer: string,
  { subject, verifiedEmail }: Identity,
): Promise<'admitted' | 'unverified' | 'unknown'> {
  if (await personBehind(tx, issuer, subject)) return 'admitted';
  if (!verifiedEmail) return refused(tx, 'unverified');
  const userId = await personWith(tx, verifiedEmail);
  if (!userId) return refused(tx, 'unknown');
  const linked = await tx
    .insert(identities)
    .values({ issuer, subject, userId })
    .onConflictDoNothing()
    .returning({ userId: identities.userId });
  if (linked.length > 0) await recordSecurityEvent(tx, { kind: 'identity.linked', userId, detail: { issuer } });
  return 'admitted';
}

async function refused<Reason extends 'unverified' | 'unknown'>(tx: SystemTx, reason: Reason): Promise<Reason> {
  await recordSecurityEvent(tx, { kind: 'sign-in.refused', detail: { method: 'identity', reason } });
  return reason;
}
