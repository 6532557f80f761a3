import { RoomNav } from '@/components/engagements/room-nav';
import { LiveEngagement } from '@/components/live/live-engagement';
import { ClocksOf } from '@/components/ui/instant';
import { requireEngagement, requireSeen } from '@/lib/engagements/require';
import { roomsOf } from '@/lib/engagements/rooms';
import { formatDate } from '@/lib/format/dates';
import { requireActor } from '@/lib/server/actor';

export async function generateMetadata({ params }: LayoutProps<'/engagements/[engagementId]'>) {
  const { client } = await requireEngagement((await params).engagementId);
  return { title: { default: client, template: `%s · ${client} · Walk Position` } };
}

export default async function EngagementLayout({ params, children }: LayoutProps<'/engagements/[engagementId]'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const actor = await requireActor();
  const seen = await requireSeen(engagement.id);
  return (
    <LiveEngagement scope={{ engagementId: engagement.id, seen, me: actor.userId }}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-2">
        <p className="font-serif text-2xl font-semibold tracking-tight">{engagement.client}</p>
        <p className="flex flex-wrap items-center gap-x-6 text-sm text-muted">
          {engagement.member.archived && <span className="font-medium text-ink">In the archive: read only</span>}
          <span>Renewal {formatDate(engagement.renewalDate)}</span>
          <a
            href={`/engagements/${engagement.id}/export`}
            download
            className="inline-flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline print:hidden"
          >
            Download model file
          </a>
          <a
            href={`/engagements/${engagement.id}/worksheet`}
            download
            className="inline-flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline print:hidden"
          >
            Worksheet
          </a>
          <a
            href={`/engagements/${engagement.id}/worksheet/pdf`}
            download
            className="inline-flex min-h-11 items-center underline-offset-4 hover:text-ink hover:underline print:hidden"
          >
            Worksheet as PDF
          </a>
        </p>
      </div>
      <RoomNav engagementId={engagement.id} rooms={roomsOf(engagement.member)} />
      <ClocksOf value={engagement.timeZone}>{children}</ClocksOf>
    </LiveEngagement>
  );
}
