import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import type { MemberRole } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type { Cast } from '@/scripts/demo/people';

const clientSide = [
  ['cfo', 'executive'],
  ['cio', 'executive'],
  ['controller', 'contributor'],
  ['observer', 'observer'],
] as const satisfies readonly (readonly [keyof Cast, MemberRole])[];

/** The client's people, added by the advisor. */
export async function addMembers(tx: ActorTx, cast: Cast, engagementId: string): Promise<void> {
  const addedBy = cast.advisor.userId;
  await tx
    .insert(members)
    .values(clientSide.map(([key, role]) => ({ engagementId, userId: cast[key].userId, role, addedBy })));
}

export type ClaimStory = Pick<typeof claims.$inferInsert, 'kind' | 'statement' | 'saidBy' | 'saidTo' | 'saidOn'> &
  Partial<
    Pick<
      typeof claims.$inferInsert,
      'claimedAmount' | 'claimedMonths' | 'honestAmount' | 'honestMonths' | 'verdict' | 'answer'
    >
  > & {
    /** The id, in the model file, of the line the claim is about. */
    line?: string;
  };

export async function addClaims(tx: ActorTx, engagementId: string, stories: readonly ClaimStory[]): Promise<void> {
  for (const { line, ...claim } of stories) {
    const lineId = line === undefined ? null : await lineCalled(tx, engagementId, line);
    const [added] = await tx
      .insert(claims)
      .values({ ...claim, engagementId, lineId })
      .returning({ id: claims.id });
    if (!added) throw new Error('A claim was not added');
    const { kind, statement, claimedAmount = null } = claim;
    await recordActivity(tx, {
      engagementId,
      kind: 'claim.added',
      subject: added.id,
      after: { kind, statement, claimedAmount },
    });
  }
}

async function lineCalled(tx: ActorTx, engagementId: string, key: string): Promise<string> {
  const [line] = await tx
    .select({ id: lines.id })
    .from(lines)
    .where(and(eq(lines.engagementId, engagementId), eq(lines.key, key)));
  if (!line) throw new Error(`There is no line “${key}”`);
  return line.id;
}
