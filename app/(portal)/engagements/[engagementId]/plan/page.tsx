import { notFound } from 'next/navigation';
import { PlanRoom } from '@/components/plans/plan-room';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { loadPlan } from '@/lib/plans/queries';
import { loadRowNotes } from '@/lib/row-notes/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Plan' };

export default async function Plan({ params, searchParams }: PageProps<'/engagements/[engagementId]/plan'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const { alternative } = await searchParams;
  if (Array.isArray(alternative)) notFound();
  const actor = await requireActor();
  const view = await asActor(actor, (tx) =>
    loadPlan(tx, engagement, { alternativeKey: alternative, today: todayIn(engagement.timeZone) }),
  );
  if (!view) notFound();
  const notes = await asActor(actor, (tx) => loadRowNotes(tx, actor, engagement, 'step'));
  return <PlanRoom key={view.alternative.id} view={view} notes={notes} />;
}
