import { Ended } from '@/components/decisions/ended';
import { LinePage } from '@/components/line/line-page';
import { Moved } from '@/components/looks/moved';
import { LevelLine } from '@/components/readiness/level-line';
import { asActor } from '@/db/doors';
import { mayInEngagement } from '@/lib/access/permissions';
import { loadEnd } from '@/lib/decisions/queries';
import { requireEngagement } from '@/lib/engagements/require';
import { lineView } from '@/lib/line/view';
import { loadMoved } from '@/lib/looks/looks';
import { loadLevel } from '@/lib/preparedness/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';
import { linesOverTime } from '@/lib/thresholds/lines-over-time';

/** In full: a layout's template does not reach the page beside it. */
export async function generateMetadata({ params }: PageProps<'/engagements/[engagementId]'>) {
  const { client } = await requireEngagement((await params).engagementId);
  return { title: { absolute: `The line · ${client} · Walk Position` } };
}

export default async function TheLine({ params }: PageProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const today = todayIn(engagement.timeZone);
  const actor = await requireActor();
  const { level, moved, lines, end } = await asActor(actor, async (tx) => ({
    level: await loadLevel(tx, engagement, today),
    moved: await loadMoved(tx, actor, engagement),
    end: await loadEnd(tx, engagement),
    lines: mayInEngagement(engagement.member, 'threshold.read') ? await linesOverTime(tx, engagement) : [],
  }));
  return (
    <LinePage
      ended={end && <Ended end={end} />}
      view={lineView(engagement, today, lines)}
      readiness={<LevelLine level={level} engagementId={engagement.id} />}
      moved={<Moved view={moved} engagementId={engagement.id} />}
    />
  );
}
