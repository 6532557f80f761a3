import 'server-only';
import { desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { readings, thresholdMoves } from '@/db/schema/thresholds';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type { EngagementRecord } from '@/lib/engagements/record';
import { modelOf } from '@/lib/engagements/record';
import { readingsOf } from '@/lib/model/assess';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { heldEngagement, type TodayIn } from '@/lib/thresholds/mutations';
import { notify, thoseWhoKnow } from '@/lib/thresholds/notices';
import { standingOf } from '@/lib/thresholds/standing';
import { staleWords } from '@/lib/thresholds/standing-words';

/**
 * Tells those it concerns, once, that a threshold has become stale or that the reading has turned: in the portal in
 * words, by mail without any. What has been told is a row. As the engagement's lead, who sees everything.
 */
export async function watchThreshold(tx: ActorTx, actor: Actor, engagementId: string, todayIn: TodayIn): Promise<void> {
  const { engagement, now } = await heldEngagement(tx, actor, engagementId, todayIn);
  for (const threshold of await thresholdsOf(tx, [engagementId])) {
    const standing = standingOf(threshold, now);
    const told = threshold.moves.findLast(({ kind }) => kind === 'stale' || kind === 'restored')?.kind === 'stale';
    if (standing.state === 'stale' && !told) {
      await note(tx, threshold, 'stale', staleWords(standing, threshold.tolerance));
      const [lead] = await thoseWhoKnow(tx, engagementId);
      await notify(tx, 'changed', {
        to: [...(lead ? [lead] : []), ...threshold.named],
        path: `/engagements/${engagementId}/threshold`,
      });
    }
    if (standing.state === 'approved' && told) await note(tx, threshold, 'restored', '');
  }
  await noteReading(tx, engagement);
}

async function note(
  tx: ActorTx,
  { id, engagementId }: ThresholdRecord,
  kind: 'stale' | 'restored',
  words: string,
): Promise<void> {
  await tx.insert(thresholdMoves).values({ engagementId, thresholdId: id, kind, note: words });
  await recordActivity(tx, {
    engagementId,
    kind: kind === 'stale' ? 'threshold.turned-stale' : 'threshold.restored',
    subject: id,
    ...(words && { after: { why: words } }),
    wall: 'threshold',
  });
}

/** While a threshold is in force the line reads something; where that turns, those who may know are told once. */
async function noteReading(tx: ActorTx, engagement: EngagementRecord): Promise<void> {
  const { verdict } = readingsOf(modelOf(engagement));
  if (verdict === 'incomplete') return;
  const [last] = await tx
    .select({ verdict: readings.verdict })
    .from(readings)
    .where(eq(readings.engagementId, engagement.id))
    .orderBy(desc(readings.at), desc(readings.id))
    .limit(1);
  if (last?.verdict === verdict) return;
  await tx.insert(readings).values({ engagementId: engagement.id, verdict });
  if (!last) return;
  await recordActivity(tx, {
    engagementId: engagement.id,
    kind: 'threshold.reading-turned',
    subject: engagement.id,
    before: { reading: last.verdict },
    after: { reading: verdict },
    wall: 'threshold',
  });
  await notify(tx, 'changed', {
    to: await thoseWhoKnow(tx, engagement.id),
    path: `/engagements/${engagement.id}`,
  });
}
