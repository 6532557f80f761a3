import { OfferRoom } from '@/components/offers/offer-room';
import { requireEngagement } from '@/lib/engagements/require';
import { benchView } from '@/lib/lines/view';

export const metadata = { title: 'Offer' };

export default async function Offer({ params, searchParams }: PageProps<'/engagements/[engagementId]/offer'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const { offer } = await searchParams;
  return <OfferRoom view={benchView(engagement, { offers: 'all' })} shown={typeof offer === 'string' ? offer : null} />;
}
