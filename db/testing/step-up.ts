import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/doors';
import { sessions, stepUps } from '@/db/schema/sign-in';
import type { Asked } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';

/** A session of somebody's own, and a fresh proof in it as sign-in would have confirmed it, waiting to be used. */
export async function freshProof(userId: string, asked: Asked): Promise<{ sessionId: string; stepUpId: string }> {
  return asSystem(async (tx) => {
    const [session] = await tx
      .insert(sessions)
      .values({
        tokenHash: randomBytes(32).toString('hex'),
        userId,
        method: 'link',
        device: 'A test',
        expiresAt: sql`now() + interval '1 hour'`,
      })
      .returning({ id: sessions.id });
    if (!session) throw new Error('The session was not written');
    const [stepUp] = await tx
      .insert(stepUps)
      .values({
        ...asked,
        userId,
        sessionId: session.id,
        method: 'passkey',
        confirmedAt: sql`now()`,
        expiresAt: sql`now() + interval '10 minutes'`,
      })
      .returning({ id: stepUps.id });
    if (!stepUp) throw new Error('The proof was not written');
    return { sessionId: session.id, stepUpId: stepUp.id };
  });
}

/** For a word on a threshold. */
export const proofOfWord = (userId: string, thresholdId: string, hash: string, decision: 'approve' | 'decline') =>
  freshProof(userId, { purpose: 'threshold.decide', content: stepUpContent(thresholdId, hash, decision) });
