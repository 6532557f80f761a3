import { ActivityRoom } from '@/components/activity/activity-room';
import { asActor } from '@/db/doors';
import { loadActivity } from '@/lib/activity/queries';
import { activityFilter } from '@/lib/activity/schema';
import { requireEngagement } from '@/lib/engagements/require';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'Activity' };

export default async function Activity({ params, searchParams }: PageProps<'/engagements/[engagementId]/activity'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const filter = activityFilter.parse(await searchParams);
  const view = await asActor(await requireActor(), (tx) => loadActivity(tx, engagement, filter));
  return <ActivityRoom view={view} filter={filter} />;
}
