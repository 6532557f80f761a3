import 'server-only';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { archives } from '@/db/schema/archives';
import { members } from '@/db/schema/engagements';
import type { Actor, Member } from '@/lib/access/permissions';

/** A membership, read from `members` with `archives` joined to it. */
export const memberColumns = {
  role: members.role,
  negotiator: members.negotiator,
  archived: sql<boolean>`${isNotNull(archives.engagementId)}`,
};

/** The actor's membership of an engagement; null where there is none, or no such engagement. */
export async function membershipOf(
  tx: ActorTx,
  actor: Pick<Actor, 'userId'>,
  engagementId: string,
): Promise<Member | null> {
  const [row] = await tx
    .select(memberColumns)
    .from(members)
    .leftJoin(archives, eq(archives.engagementId, members.engagementId))
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, actor.userId)));
  return row ?? null;
}
