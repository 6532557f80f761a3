import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { challenges } from '@/db/schema/sign-in';
import { hashOf } from '@/lib/sign-in/token';

export type ChallengePurpose = (typeof challenges.$inferSelect)['purpose'];

/** Five minutes: long enough to find the key, too short to hoard answers. */
const life = sql`now() + interval '5 minutes'`;

/** Something new for a passkey to sign, as bytes; only its hash is kept. */
export async function issueChallenge(
  tx: SystemTx,
  asked: { purpose: ChallengePurpose; userId?: string; stepUpId?: string },
): Promise<Uint8Array<ArrayBuffer>> {
  await tx.delete(challenges).where(lt(challenges.expiresAt, sql`now()`));
  const challenge = Uint8Array.from(randomBytes(32));
  const hash = hashOf(Buffer.from(challenge).toString('base64url'));
  await tx.insert(challenges).values({ ...asked, hash, expiresAt: life });
  return challenge;
}

/** Uses a challenge up, whatever comes of its answer. Null where it was used before, has run out or is none of ours. */
export async function spendChallenge(tx: SystemTx, challenge: string, purpose: ChallengePurpose) {
  const [used] = await tx
    .delete(challenges)
    .where(and(eq(challenges.hash, hashOf(challenge)), eq(challenges.purpose, purpose)))
    .returning();
  return used && used.expiresAt > new Date() ? { userId: used.userId, stepUpId: used.stepUpId } : null;
}
