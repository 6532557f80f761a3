import { notFound } from 'next/navigation';
import { PostureRoom } from '@/components/posture/posture-room';
import { asActor } from '@/db/doors';
import { mayInEngagement } from '@/lib/access/permissions';
import { requireEngagement } from '@/lib/engagements/require';
import { loadPosture } from '@/lib/posture/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Posture' };

export default async function Posture({ params }: PageProps<'/engagements/[engagementId]/posture'>) {
  const engagement = await requireEngagement((await params).engagementId);
  if (!mayInEngagement(engagement.member, 'posture.read')) notFound();
  const actor = await requireActor();
  const view = await asActor(actor, (tx) => loadPosture(tx, actor, engagement, todayIn(engagement.timeZone)));
  return <PostureRoom view={view} />;
}
