import { LinePage } from '@/components/line/line-page';
import { LevelLine } from '@/components/readiness/level-line';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { lineView } from '@/lib/line/view';
import { loadLevel } from '@/lib/preparedness/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

/** In full: a layout's template does not reach the page beside it. */
export async function generateMetadata({ params }: PageProps<'/engagements/[engagementId]'>) {
  const { client } = await requireEngagement((await params).engagementId);
  return { title: { absolute: `The line · ${client} · Walk Position` } };
}

export default async function TheLine({ params }: PageProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const today = todayIn(engagement.timeZone);
  const actor = await requireActor();
  const level = await asActor(actor, (tx) => loadLevel(tx, engagement, today));
  return (
    <LinePage view={lineView(engagement, today)} readiness={<LevelLine level={level} engagementId={engagement.id} />} />
  );
}
