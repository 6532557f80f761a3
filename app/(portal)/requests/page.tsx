import Link from 'next/link';
import { notFound } from 'next/navigation';
import { RequestQueue } from '@/components/requests/request-queue';
import { asActor } from '@/db/doors';
import { mayInPortal } from '@/lib/access/permissions';
import { requestQueue } from '@/lib/requests/queries';
import { queueFilter } from '@/lib/requests/schema';
import { requestStates } from '@/lib/requests/words';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'Requests' };

const names = { new: 'New', released: 'Released', converted: 'Converted', declined: 'Declined', spam: 'Spam' } as const;

export default async function Requests({ searchParams }: PageProps<'/requests'>) {
  const actor = await requireActor();
  if (!mayInPortal(actor, 'requests.triage')) notFound();
  const { state, mine } = queueFilter.parse(await searchParams);
  const queue = await asActor(actor, (tx) => requestQueue(tx, { state, assignedTo: mine ? actor.userId : null }));
  const linkClass = 'inline-flex min-h-11 items-center underline-offset-4 hover:underline';
  return (
    <div className="max-w-5xl pt-6">
      <h1 className="text-4xl">Requests</h1>
      <p className="mt-2 text-muted">Who has asked for the worksheet. The oldest of the new ones come first.</p>
      <nav aria-label="Which requests" className="mt-6 mb-6 flex flex-wrap gap-x-6 border-b border-rule">
        {requestStates.map((one) => (
          <Link
            key={one}
            href={{ pathname: '/requests', query: { state: one, ...(mine && { mine: 'on' }) } }}
            aria-current={one === state ? 'page' : undefined}
            className={`${linkClass} ${one === state ? 'border-b-2 border-accent font-medium' : 'text-muted'}`}
          >
            {names[one]} ({queue.counts[one]})
          </Link>
        ))}
        <Link
          href={{ pathname: '/requests', query: { state, ...(!mine && { mine: 'on' }) } }}
          className={`${linkClass} ml-auto text-muted`}
        >
          {mine ? 'Show everybody’s' : 'Show mine only'}
        </Link>
      </nav>
      {queue.groups.length > 0 ? (
        <RequestQueue key={state} queue={queue} />
      ) : (
        <p className="rounded-lg border border-rule bg-surface p-6">There is none here.</p>
      )}
    </div>
  );
}
