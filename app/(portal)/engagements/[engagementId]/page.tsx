import { LinePage } from '@/components/line/line-page';
import { requireEngagement } from '@/lib/engagements/require';
import { lineView } from '@/lib/line/view';
import { todayIn } from '@/lib/server/today';

/** In full: a layout's template does not reach the page beside it. */
export async function generateMetadata({ params }: PageProps<'/engagements/[engagementId]'>) {
  const { client } = await requireEngagement((await params).engagementId);
  return { title: { absolute: `The line · ${client} · Walk Position` } };
}

export default async function TheLine({ params }: PageProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  return <LinePage view={lineView(engagement, todayIn(engagement.timeZone))} />;
}
