import { ClaimsRoom } from '@/components/claims/claims-room';
import { asActor } from '@/db/doors';
import { loadClaims } from '@/lib/claims/queries';
import { requireEngagement } from '@/lib/engagements/require';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Claims' };

export default async function Claims({ params }: PageProps<'/engagements/[engagementId]/claims'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const view = await asActor(await requireActor(), (tx) => loadClaims(tx, engagement, todayIn(engagement.timeZone)));
  return <ClaimsRoom view={view} />;
}
