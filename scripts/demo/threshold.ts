import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { choices } from '@/db/schema/alternatives';
import { approvals, thresholdApprovers, thresholds } from '@/db/schema/thresholds';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { presentValueOf } from '@/lib/engagements/present-value';
import type { Model } from '@/lib/model/types';
import type { Told } from '@/scripts/demo/told';

/** The first executive proposes, all of them approve. */
export async function agreeOnThreshold(
  executives: readonly Actor[],
  engagementId: string,
  { model, ...threshold }: NonNullable<Told['threshold']> & { model: Model },
): Promise<void> {
  const [proposer] = executives;
  if (!proposer) throw new Error('A threshold needs executives who agree on it');
  const thresholdId = randomUUID();
  await asActor(proposer, async (tx) => {
    const [choice] = await tx
      .select({ alternativeId: choices.alternativeId })
      .from(choices)
      .where(eq(choices.engagementId, engagementId))
      .orderBy(desc(choices.chosenAt))
      .limit(1);
    if (!choice) throw new Error('A threshold rests on a chosen alternative');
    await tx.insert(thresholds).values({
      ...threshold,
      id: thresholdId,
      engagementId,
      alternativeId: choice.alternativeId,
      alternativeCost: presentValueOf(model),
      quorum: executives.length,
      proposedBy: proposer.userId,
    });
    await tx.insert(thresholdApprovers).values(executives.map(({ userId }) => ({ engagementId, thresholdId, userId })));
    await recordActivity(tx, {
      engagementId,
      kind: 'threshold.proposed',
      subject: thresholdId,
      after: { amount: threshold.amount },
      wall: 'threshold',
    });
  });
  for (const executive of executives) {
    await asActor(executive, async (tx) => {
      await tx.insert(approvals).values({ engagementId, thresholdId, userId: executive.userId, decision: 'approve' });
      await recordActivity(tx, { engagementId, kind: 'threshold.approved', subject: thresholdId, wall: 'threshold' });
    });
  }
}
