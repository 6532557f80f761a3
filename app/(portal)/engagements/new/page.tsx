import { notFound } from 'next/navigation';
import { ImportForm } from '@/components/engagements/import-form';
import { NewEngagementForm } from '@/components/engagements/new-engagement-form';
import { mayInPortal } from '@/lib/access/permissions';
import { requireActor } from '@/lib/server/actor';

export const metadata = { title: 'New engagement' };

export default async function NewEngagement() {
  if (!mayInPortal(await requireActor(), 'engagement.create')) notFound();
  return (
    <div className="max-w-5xl pt-6">
      <h1 className="text-4xl">New engagement</h1>
      <p className="mt-2 text-muted">
        One client’s one deal. Start from a blank page, a model file, or a filled-in worksheet.
      </p>
      <div className="mt-10 grid gap-12 lg:grid-cols-2">
        <section aria-labelledby="by-form">
          <h2 id="by-form" className="text-2xl">
            With a short form
          </h2>
          <NewEngagementForm />
        </section>
        <section aria-labelledby="by-file">
          <h2 id="by-file" className="text-2xl">
            From a model file or a worksheet
          </h2>
          <ImportForm />
        </section>
      </div>
    </div>
  );
}
