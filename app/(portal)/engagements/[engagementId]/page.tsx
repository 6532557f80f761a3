import { LinePage } from '@/components/line/line-page';
import { LevelLine } from '@/components/readiness/level-line';
import { Threads } from '@/components/talk/threads';
import { asActor } from '@/db/doors';
import { mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { requireEngagement } from '@/lib/engagements/require';
import { lineView } from '@/lib/line/view';
import { loadLevel } from '@/lib/preparedness/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';
import { talkOf } from '@/lib/talk/queries';

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
  const talk = mayInEngagement(engagement.member, 'threshold.read') ? await thresholdTalk(engagement) : null;
  return (
    <>
      <LinePage
        view={lineView(engagement, today)}
        readiness={<LevelLine level={level} engagementId={engagement.id} />}
      />
      {talk && (
        <div id="talk" className="mt-12 max-w-2xl scroll-mt-6 border-t border-rule pt-6">
          <Threads
            title="Talk about the threshold"
            engagementId={engagement.id}
            subject={{ kind: 'threshold', id: engagement.id }}
            talk={talk}
          />
        </div>
      )}
    </>
  );
}

/** What leadership and the advisor say to each other about the threshold, for nobody else. */
async function thresholdTalk({ id: engagementId, member }: EngagementRecord) {
  const actor = await requireActor();
  return asActor(actor, (tx) => talkOf(tx, actor, member, { engagementId, kind: 'threshold' }));
}
