import { OfferRoom } from '@/components/offers/offer-room';
import { asActor } from '@/db/doors';
import { requireEngagement } from '@/lib/engagements/require';
import { benchView } from '@/lib/lines/view';
import { ownPreferences } from '@/lib/preferences/require';
import { loadRowNotes } from '@/lib/row-notes/queries';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'Offer' };

export default async function Offer({ params, searchParams }: PageProps<'/engagements/[engagementId]/offer'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const { offer, line } = await searchParams;
  const actor = await requireActor();
  const notes = await asActor(actor, (tx) => loadRowNotes(tx, actor, engagement, 'line'));
  const { 'hidden columns': hiddenColumns = null } = await ownPreferences();
  return (
    <OfferRoom
      view={benchView(engagement, { offers: 'all', people: notes.talk.people })}
      notes={notes}
      shown={typeof offer === 'string' ? offer : null}
      line={typeof line === 'string' ? line : null}
      hiddenColumns={hiddenColumns}
    />
  );
}
