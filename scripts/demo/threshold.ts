import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { choices } from '@/db/schema/alternatives';
import { approvals, thresholdApprovers, thresholds } from '@/db/schema/thresholds';
import { recordActivity } from '@/lib/activity/record';
import { presentValueOf } from '@/lib/engagements/present-value';
import type { Model } from '@/lib/model/types';
import type { Cast } from '@/scripts/demo/people';

type Agreement = {
  readonly amount: number;
  readonly statement: string;
  readonly conditions?: string;
  readonly tolerance: number;
  /** ISO calendar date. */
  readonly validUntil: string;
  readonly model: Model;
};

/** The CFO proposes, both executives approve. */
export async function agreeOnThreshold(cast: Cast, engagementId: string, agreement: Agreement): Promise<void> {
  const { model, ...threshold } = agreement;
  const thresholdId = randomUUID();
  await asActor(cast.cfo, async (tx) => {
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
      quorum: 2,
      proposedBy: cast.cfo.userId,
    });
    const approvers = [cast.cfo, cast.cio];
    await tx.insert(thresholdApprovers).values(approvers.map(({ userId }) => ({ engagementId, thresholdId, userId })));
    await recordActivity(tx, {
      engagementId,
      kind: 'threshold.proposed',
      subject: thresholdId,
      after: { amount: threshold.amount },
      wall: 'threshold',
    });
  });
  for (const executive of [cast.cfo, cast.cio]) {
    await asActor(executive, async (tx) => {
      await tx.insert(approvals).values({ engagementId, thresholdId, userId: executive.userId, decision: 'approve' });
      await recordActivity(tx, { engagementId, kind: 'threshold.approved', subject: thresholdId, wall: 'threshold' });
    });
  }
}
