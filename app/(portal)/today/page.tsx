import Link from 'next/link';
import { LiveRights } from '@/components/live/live-rights';
import { DueList } from '@/components/today/due-list';
import { asActor } from '@/db/doors';
import { requireActor } from '@/lib/server/actor';
import { todayOf } from '@/lib/today/queries';

export const metadata = { title: 'Today' };

export default async function Today() {
  const actor = await requireActor();
  const today = await asActor(actor, (tx) => todayOf(tx, actor));
  return (
    <div className="max-w-4xl pt-6">
      <LiveRights since={actor.rightsSince} />
      <h1 className="text-4xl">Today</h1>
      <p className="mt-2 text-muted">What is due from you, across your engagements.</p>
      <p className="mt-1">
        <Link
          prefetch={false}
          href="/engagements"
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          All your engagements
        </Link>
      </p>
      {today.length > 0 ? (
        <DueList today={today} />
      ) : (
        <p className="mt-8 rounded-lg border border-rule bg-surface p-6">
          Nothing is due from you. What is asked of you, or falls due within a month, will stand here.
        </p>
      )}
    </div>
  );
}
