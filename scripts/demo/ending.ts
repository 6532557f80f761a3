import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { decisions, decisionVoices } from '@/db/schema/decisions';
import { pillarChanges } from '@/db/schema/readiness';
import { sessions } from '@/db/schema/sign-in';
import { recordActivity } from '@/lib/activity/record';
import { decisionContent, endingSnapshot, groundOf } from '@/lib/decisions/ground';
import { loadEngagement } from '@/lib/engagements/queries';
import { logTest } from '@/lib/posture/logs';
import { todayIn } from '@/lib/server/today';
import { keepSnapshot } from '@/lib/thresholds/mutations';
import { daysAfter } from '@/scripts/demo/calendar';
import type { Cast } from '@/scripts/demo/people';
import { prove } from '@/scripts/demo/prove';
import type { Told } from '@/scripts/demo/told';

/** A deal ends by an executive's word, after what came before it. Without mails: nobody has to be told a story. */
export async function endDeal(
  cast: Cast,
  engagementId: string,
  { ending, today }: { readonly ending: NonNullable<Told['ending']>; readonly today: string },
): Promise<void> {
  const { advisor } = cast;
  const by = cast[ending.by];
  await asActor(advisor, async (tx) => {
    for (const { daysAgo, ...test } of ending.tests) {
      await logTest(tx, advisor, engagementId, { ...test, testedOn: daysAfter(today, -daysAgo) });
    }
    await tx.insert(pillarChanges).values(
      ending.history.map(([pillar, state, daysAgo]) => ({
        engagementId,
        pillar,
        state,
        changedOn: daysAfter(today, -daysAgo),
      })),
    );
  });
  const { kind, reason } = ending;
  const read = await asActor(by, async (tx) => {
    const engagement = await loadEngagement(tx, by, engagementId, todayIn);
    const ground = engagement && (await groundOf(tx, engagement));
    if (!engagement || !ground) throw new Error('A deal ends upon an offer');
    return { ground, snapshot: endingSnapshot(engagement, ground, { kind, reason }) };
  });
  const { ground, snapshot } = read;
  if (kind === 'sign' && ground.aboveLine) throw new Error('To sign above the line takes a quorum');
  const offerId = ground.offer.id;
  const content = decisionContent(engagementId, kind, offerId, snapshot.hash);
  const { sessionId, stepUpId } = await prove(by, { purpose: 'decision.make', content });
  await asActor(by, async (tx) => {
    const decisionId = randomUUID();
    await keepSnapshot(tx, engagementId, snapshot);
    await tx.insert(decisions).values({
      id: decisionId,
      engagementId,
      kind,
      offerId,
      reason,
      thresholdId: ground.threshold?.id ?? null,
      aboveLine: false,
      quorum: 1,
      snapshotHash: snapshot.hash,
      madeBy: by.userId,
    });
    await tx.insert(decisionVoices).values({ engagementId, decisionId, userId: by.userId, stepUpId });
    await recordActivity(tx, {
      engagementId,
      kind: 'decision.made',
      subject: decisionId,
      after: {
        decision: kind,
        offer: ground.offer.label,
        aboveLine: false,
        ...(reason && { reason }),
        snapshot: snapshot.hash,
      },
      wall: 'threshold',
    });
    await tx.delete(sessions).where(eq(sessions.id, sessionId));
  });
}
