import { ClaimsRoom } from '@/components/claims/claims-room';
import { asActor } from '@/db/doors';
import { loadClaims } from '@/lib/claims/queries';
import { requireEngagement } from '@/lib/engagements/require';
import { loadRowNotes } from '@/lib/row-notes/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Claims' };

export default async function Claims({ params }: PageProps<'/engagements/[engagementId]/claims'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const actor = await requireActor();
  const [view, notes] = await asActor(actor, async (tx) => [
    await loadClaims(tx, engagement, todayIn(engagement.timeZone)),
    await loadRowNotes(tx, actor, engagement, 'claim'),
  ]);
  return <ClaimsRoom view={view} notes={notes} />;
}
