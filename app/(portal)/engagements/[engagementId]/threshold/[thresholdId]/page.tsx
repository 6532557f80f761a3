import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DecidePage } from '@/components/thresholds/decide-page';
import { ThresholdTalk } from '@/components/thresholds/threshold-talk';
import { asActor } from '@/db/doors';
import { latestEventNumber } from '@/lib/live/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';
import { talkOf } from '@/lib/talk/queries';
import { loadComparison, loadDecidePage } from '@/lib/thresholds/decide-page';
import { requireThresholds } from '@/lib/thresholds/require';

export const metadata = { title: 'Threshold' };

const id = z.uuid();
const entry = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

export default async function OneThreshold({
  params,
  searchParams,
}: PageProps<'/engagements/[engagementId]/threshold/[thresholdId]'>) {
  const { engagementId, thresholdId } = await params;
  const engagement = await requireThresholds(engagementId);
  if (!id.safeParse(thresholdId).success) notFound();
  const query = await searchParams;
  const beside = id.safeParse(query.with);
  const since = entry.safeParse(query.since);
  const actor = await requireActor();
  const today = todayIn(engagement.timeZone);
  const [view, comparison, talk] = await asActor(actor, async (tx) => [
    await loadDecidePage(tx, actor, engagement, {
      thresholdId,
      today,
      seen: await latestEventNumber(tx, engagement.id),
      since: since.success ? since.data : null,
    }),
    beside.success ? await loadComparison(tx, engagement, { left: thresholdId, right: beside.data, today }) : null,
    await talkOf(tx, actor, engagement.member, { engagementId: engagement.id, kind: 'threshold' }),
  ]);
  if (!view) notFound();
  return (
    <>
      <DecidePage view={view} comparison={comparison} />
      <ThresholdTalk engagementId={engagement.id} talk={talk} />
    </>
  );
}
