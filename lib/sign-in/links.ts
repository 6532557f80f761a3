import 'server-only';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { users } from '@/db/schema/people';
import { signInLinks } from '@/db/schema/sign-in';
import { personWith } from '@/lib/people/queries';
import { hashOf, newToken } from '@/lib/sign-in/token';

const minutes = 15;

export type SignInLink = { readonly link: string; readonly expiresAt: Date };

/**
 * A single-use sign-in link for a known address, good for 15 minutes; null for an unknown one. It leads to a
 * page with a button, so that a mail scanner that follows links does not use it up.
 */
export async function createSignInLink(
  tx: SystemTx,
  email: string,
  { origin, next }: { origin: string; next: string },
): Promise<SignInLink | null> {
  await tx.delete(signInLinks).where(lt(signInLinks.expiresAt, sql`now()`));
  const userId = await personWith(tx, email);
  if (!userId) return null;
  const token = newToken();
  const expiresAt = new Date(Date.now() + minutes * 60_000);
  await tx.insert(signInLinks).values({ tokenHash: hashOf(token), userId, next, expiresAt });
  return { link: `${origin}/sign-in/confirm?token=${token}`, expiresAt };
}

/** Whom a link would sign in; null where it has been used or has run out. Looking does not use it up. */
export async function addressOfLink(tx: SystemTx, token: string): Promise<string | null> {
  const [found] = await tx
    .select({ email: users.email })
    .from(signInLinks)
    .innerJoin(users, eq(users.id, signInLinks.userId))
    .where(and(eq(signInLinks.tokenHash, hashOf(token)), gt(signInLinks.expiresAt, sql`now()`)));
  return found?.email ?? null;
}

/** Uses a link up: of two at once, one gets the person. */
export async function redeemSignInLink(
  tx: SystemTx,
  token: string,
): Promise<{ readonly userId: string; readonly next: string } | null> {
  const [used] = await tx
    .delete(signInLinks)
    .where(eq(signInLinks.tokenHash, hashOf(token)))
    .returning();
  return used && used.expiresAt > new Date() ? { userId: used.userId, next: used.next } : null;
}

/** Makes every link that was sent to a person and not used yet worthless. */
export async function forgetSignInLinks(tx: SystemTx, userId: string): Promise<void> {
  await tx.delete(signInLinks).where(eq(signInLinks.userId, userId));
}
