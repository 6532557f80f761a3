import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { type ActorTx, asActor } from '@/db/doors';
import { sessions } from '@/db/schema/sign-in';
import { approvals, thresholdApprovers, thresholdMoves, thresholds } from '@/db/schema/thresholds';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { loadEngagement } from '@/lib/engagements/queries';
import { todayIn } from '@/lib/server/today';
import { wordContent } from '@/lib/thresholds/decide';
import { keepSnapshot } from '@/lib/thresholds/mutations';
import { nowOf } from '@/lib/thresholds/now';
import { snapshotOf } from '@/lib/thresholds/snapshot';
import { prove } from '@/scripts/demo/prove';
import type { Told } from '@/scripts/demo/told';

type Put = NonNullable<Told['threshold']> & {
  /** Who puts it to the executives, and which of them say yes. */
  readonly by: Actor;
  readonly executives: readonly Actor[];
  readonly saying: readonly Actor[];
};

/** A threshold is put to the executives, and those who say yes do. Without mails: nobody has to be told a story. */
export async function putThreshold(engagementId: string, { by, executives, saying, ...told }: Put): Promise<void> {
  const thresholdId = randomUUID();
  const terms = { conditions: '', reason: '', ...told, quorum: executives.length };
  const approvers = executives.map(({ userId }) => userId);
  const standing = async (tx: ActorTx, actor: Actor) => {
    const engagement = await loadEngagement(tx, actor, engagementId, todayIn);
    const now = engagement && nowOf(engagement, todayIn(engagement.timeZone));
    if (!engagement || !now?.chosenId) throw new Error('A threshold rests on a chosen alternative');
    const threshold = { ...terms, id: thresholdId, alternativeId: now.chosenId, approvers };
    const snapshot = snapshotOf(engagement, threshold);
    await keepSnapshot(tx, engagementId, snapshot);
    return { alternativeId: now.chosenId, alternativeCost: now.alternativeCost, snapshotHash: snapshot.hash };
  };
  await asActor(by, async (tx) => {
    const rests = await standing(tx, by);
    await tx.insert(thresholds).values({ ...terms, ...rests, id: thresholdId, engagementId, proposedBy: by.userId });
    await tx.insert(thresholdApprovers).values(approvers.map((userId) => ({ engagementId, thresholdId, userId })));
    await tx.insert(thresholdMoves).values({ engagementId, thresholdId, kind: 'proposed', by: by.userId });
    await recordActivity(tx, {
      engagementId,
      kind: 'threshold.proposed',
      subject: thresholdId,
      after: { amount: terms.amount, statement: terms.statement },
      wall: 'threshold',
    });
  });
  for (const executive of saying) {
    const { snapshotHash, alternativeCost } = await asActor(executive, (tx) => standing(tx, executive));
    const content = wordContent(thresholdId, snapshotHash, 'approve');
    const { sessionId, stepUpId } = await prove(executive, { purpose: 'threshold.decide', content });
    await asActor(executive, async (tx) => {
      await tx.insert(approvals).values({
        engagementId,
        thresholdId,
        userId: executive.userId,
        decision: 'approve',
        alternativeCost,
        validUntil: terms.validUntil,
        snapshotHash,
        stepUpId,
      });
      await recordActivity(tx, { engagementId, kind: 'threshold.approved', subject: thresholdId, wall: 'threshold' });
      await tx.delete(sessions).where(eq(sessions.id, sessionId));
    });
  }
}
