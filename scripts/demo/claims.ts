import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { claims } from '@/db/schema/claims';
import { lines } from '@/db/schema/lines';
import { recordActivity } from '@/lib/activity/record';
import type { Told } from '@/scripts/demo/told';

export async function addClaims(tx: ActorTx, engagementId: string, told: Told['claims']): Promise<void> {
  for (const { line, ...claim } of told) {
    const lineId = line === undefined ? null : await lineCalled(tx, engagementId, line);
    const [added] = await tx
      .insert(claims)
      .values({ ...claim, engagementId, lineId })
      .returning({ id: claims.id });
    if (!added) throw new Error('A claim was not added');
    await recordActivity(tx, {
      engagementId,
      kind: 'claim.added',
      subject: added.id,
      after: { kind: claim.kind, statement: claim.statement, claimedAmount: claim.claimedAmount ?? null },
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
