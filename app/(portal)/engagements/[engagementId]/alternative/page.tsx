import { AlternativeRoom } from '@/components/alternatives/alternative-room';
import { requireEngagement } from '@/lib/engagements/require';
import { benchView } from '@/lib/lines/view';

export const metadata = { title: 'Alternative' };

export default async function Alternative({
  params,
  searchParams,
}: PageProps<'/engagements/[engagementId]/alternative'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const { alternative } = await searchParams;
  const shown = typeof alternative === 'string' ? alternative : null;
  return <AlternativeRoom view={benchView(engagement, { offers: 'standing' })} shown={shown} />;
}
