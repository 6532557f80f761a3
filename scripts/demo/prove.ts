import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asSystem } from '@/db/doors';
import { sessions, stepUps } from '@/db/schema/sign-in';
import type { Actor } from '@/lib/access/permissions';

/** Nobody sits at a demo's keyboard while it is told: sign-in vouches for its people, in a session that ends at once. */
export async function prove(
  { userId }: Actor,
  { purpose, content }: Pick<typeof stepUps.$inferInsert, 'purpose' | 'content'>,
): Promise<{ sessionId: string; stepUpId: string }> {
  return asSystem(async (tx) => {
    const [session] = await tx
      .insert(sessions)
      .values({
        tokenHash: randomBytes(32).toString('hex'),
        userId,
        method: 'demo',
        device: 'The demo',
        expiresAt: sql`now() + interval '1 minute'`,
      })
      .returning({ id: sessions.id });
    const [proof] = session
      ? await tx
          .insert(stepUps)
          .values({
            userId,
            sessionId: session.id,
            purpose,
            content,
            method: 'code',
            confirmedAt: sql`now()`,
            expiresAt: sql`now() + interval '1 minute'`,
          })
          .returning({ id: stepUps.id })
      : [];
    if (!session || !proof) throw new Error('The demo could not vouch for its people');
    return { sessionId: session.id, stepUpId: proof.id };
  });
}
