import { OutcomeRoom } from '@/components/outcomes/outcome-room';
import { asActor } from '@/db/doors';
import { loadEnd } from '@/lib/decisions/queries';
import { loadOutcome } from '@/lib/outcomes/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';
import { requireThresholds } from '@/lib/thresholds/require';

export const metadata = { title: 'Outcome' };

export default async function Outcome({ params }: PageProps<'/engagements/[engagementId]/outcome'>) {
  const engagement = await requireThresholds((await params).engagementId);
  const actor = await requireActor();
  const today = todayIn(engagement.timeZone);
  const [outcome, end] = await asActor(actor, async (tx) => [
    await loadOutcome(tx, actor, engagement, today),
    await loadEnd(tx, engagement),
  ]);
  return (
    <OutcomeRoom
      engagementId={engagement.id}
      outcome={outcome}
      end={end}
      line={end ? end.line : (engagement.threshold?.amount ?? null)}
      today={today}
    />
  );
}
