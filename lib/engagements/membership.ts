import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import type { Actor, Member } from '@/lib/access/permissions';

/** The actor's membership of an engagement; null where there is none, or no such engagement. */
export async function membershipOf(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  engagementId: string,
): Promise<Member | null> {
  const [row] = await tx
    .select({ role: members.role, negotiator: members.negotiator })
    .from(members)
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, actor.userId)));
  return row ?? null;
}
