import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ConvertFile } from '@/components/requests/convert-file';
import { ConvertForm } from '@/components/requests/convert-form';
import { RequestCard } from '@/components/requests/request-card';
import { asActor } from '@/db/doors';
import { mayInPortal } from '@/lib/access/permissions';
import { lastDayOf } from '@/lib/requests/months';
import { oneRequest } from '@/lib/requests/queries';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'An engagement from a request' };

export default async function FromRequest({ params }: PageProps<'/requests/[requestId]'>) {
  const actor = await requireActor();
  const requestId = z.uuid().safeParse((await params).requestId);
  if (!mayInPortal(actor, 'requests.triage') || !requestId.success) notFound();
  const request = await asActor(actor, (tx) => oneRequest(tx, requestId.data));
  if (!request) notFound();
  return (
    <div className="max-w-5xl pt-6">
      <Link href="/requests" className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
        Back to the requests
      </Link>
      <h1 className="text-4xl">An engagement from a request</h1>
      <div className="mt-6 rounded-lg border border-rule bg-surface">
        <RequestCard request={request} advisor={null} />
      </div>
      {request.state !== 'converted' && (
        <div className="mt-10 grid gap-12 lg:grid-cols-2">
          <section aria-labelledby="asked">
            <h2 id="asked" className="text-2xl">
              With what was asked
            </h2>
            <ConvertForm request={request} renewalDate={lastDayOf(request.renewalMonth)} />
          </section>
          <section aria-labelledby="file">
            <h2 id="file" className="text-2xl">
              With their filled-in worksheet
            </h2>
            <ConvertFile request={request} />
          </section>
        </div>
      )}
    </div>
  );
}
