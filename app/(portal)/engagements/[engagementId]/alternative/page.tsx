import { AlternativeRoom } from '@/components/alternatives/alternative-room';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { benchView } from '@/lib/lines/view';
import { ownPreferences } from '@/lib/preferences/require';
import { loadRowNotes } from '@/lib/row-notes/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Alternative' };

export default async function Alternative({
  params,
  searchParams,
}: PageProps<'/engagements/[engagementId]/alternative'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const { alternative, line } = await searchParams;
  const actor = await requireActor();
  const notes = await asActor(actor, (tx) => loadRowNotes(tx, actor, engagement, 'line'));
  const shown = typeof alternative === 'string' ? alternative : null;
  const { 'hidden columns': hiddenColumns = null } = await ownPreferences();
  return (
    <AlternativeRoom
      view={benchView(engagement, { offers: 'standing', people: notes.talk.people })}
      notes={notes}
      shown={shown}
      line={typeof line === 'string' ? line : null}
      today={todayIn(engagement.timeZone)}
      hiddenColumns={hiddenColumns}
    />
  );
}
