import { ReadinessRoom } from '@/components/readiness/readiness-room';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { loadReadiness } from '@/lib/preparedness/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Readiness' };

export default async function Readiness({ params }: PageProps<'/engagements/[engagementId]/readiness'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const actor = await requireActor();
  const view = await asActor(actor, (tx) => loadReadiness(tx, actor, engagement, todayIn(engagement.timeZone)));
  return <ReadinessRoom view={view} />;
}
