import { Ended } from '@/components/decisions/ended';
import { Ending } from '@/components/decisions/ending';
import { ThresholdRoom } from '@/components/thresholds/threshold-room';
import { ThresholdTalk } from '@/components/thresholds/threshold-talk';
import { asActor } from '@/db/doors';
import { loadDecisions } from '@/lib/decisions/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';
import { talkOf } from '@/lib/talk/queries';
import { requireThresholds } from '@/lib/thresholds/require';
import { loadRoom } from '@/lib/thresholds/room';

export const metadata = { title: 'Threshold' };

export default async function Threshold({ params }: PageProps<'/engagements/[engagementId]/threshold'>) {
  const engagement = await requireThresholds((await params).engagementId);
  const actor = await requireActor();
  const [view, ending, talk] = await asActor(actor, async (tx) => [
    await loadRoom(tx, actor, engagement, todayIn(engagement.timeZone)),
    await loadDecisions(tx, actor, engagement),
    await talkOf(tx, actor, engagement.member, { engagementId: engagement.id, kind: 'threshold' }),
  ]);
  return (
    <>
      {ending.end && <Ended end={ending.end} />}
      <ThresholdRoom view={view} />
      <Ending view={ending} />
      <ThresholdTalk engagementId={engagement.id} talk={talk} />
    </>
  );
}
