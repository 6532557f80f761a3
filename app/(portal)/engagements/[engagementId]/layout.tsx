import { RoomNav } from '@/components/engagements/room-nav';
import { requireEngagement } from '@/lib/engagements/require';
import { formatDate } from '@/lib/format/dates';

export async function generateMetadata({ params }: LayoutProps<'/engagements/[engagementId]'>) {
  const { client } = await requireEngagement((await params).engagementId);
  return { title: { default: client, template: `%s · ${client} · Walk Position` } };
}

export default async function EngagementLayout({ params, children }: LayoutProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pt-2">
        <p className="font-serif text-2xl font-semibold tracking-tight">{engagement.client}</p>
        <p className="text-sm text-muted">Renewal {formatDate(engagement.renewalDate)}</p>
      </div>
      <RoomNav engagementId={engagement.id} />
      {children}
    </>
  );
}
