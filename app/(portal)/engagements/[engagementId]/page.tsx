import { LinePage } from '@/components/line/line-page';
import { requireEngagement } from '@/lib/engagements/require';
import { lineView } from '@/lib/line/view';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'The line' };

export default async function TheLine({ params }: PageProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  return <LinePage view={lineView(engagement, todayIn(engagement.timeZone))} />;
}
