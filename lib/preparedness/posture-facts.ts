import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import type { EngagementRecord } from '@/lib/engagements/record';
import type { PostureFacts } from '@/lib/readiness/facts';

/** Who negotiates, and what Microsoft may see and has heard. */
export async function postureFacts(tx: ActorTx, engagement: EngagementRecord): Promise<PostureFacts> {
  const negotiators = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagement.id), eq(members.negotiator, true)))
    .orderBy(asc(users.name));
  return {
    brief: false,
    negotiators: negotiators.map(({ id, name, email }) => ({ id, label: name ?? email, acknowledged: false })),
    summary: 'none',
    spoken: [],
  };
}
