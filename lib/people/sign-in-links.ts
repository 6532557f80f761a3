import { createHash, randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { users, verificationTokens } from '@/db/schema/people';

const minutes = 15;

/**
 * A single-use sign-in link for a known address, good for 15 minutes; null for an unknown one. It leads to a
 * page with a button, so that a mail scanner that follows links does not use it up. What is stored is the
 * hash next-auth looks for: SHA-256 over token and secret.
 */
export async function createSignInLink(
  tx: SystemTx,
  email: string,
  site: { origin: string; secret: string; now: Date },
): Promise<string | null> {
  const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.email, email));
  if (!user) return null;
  const token = randomBytes(32).toString('hex');
  await tx.insert(verificationTokens).values({
    identifier: user.email,
    token: createHash('sha256').update(`${token}${site.secret}`).digest('hex'),
    expires: new Date(site.now.getTime() + minutes * 60_000),
  });
  const query = new URLSearchParams({ token, email: user.email });
  return `${site.origin}/sign-in/confirm?${query}`;
}
