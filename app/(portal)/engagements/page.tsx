import Link from 'next/link';
import { PortfolioTable } from '@/components/portfolio/portfolio-table';
import { buttonClass } from '@/components/ui/button';
import { asActor } from '@/db/doors';
import { mayInPortal } from '@/lib/access/permissions';
import { portfolioOf } from '@/lib/engagements/portfolio';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Engagements' };

export default async function Portfolio() {
  const actor = await requireActor();
  const rows = await asActor(actor, (tx) => portfolioOf(tx, actor, todayIn));
  const mayCreate = mayInPortal(actor, 'engagement.create');
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-8">
        <div>
          <h1 className="text-4xl">Engagements</h1>
          <p className="mt-2 text-muted">One client’s one deal each. You see those you are a member of.</p>
        </div>
        {mayCreate && (
          <Link href="/engagements/new" className={buttonClass()}>
            New engagement
          </Link>
        )}
      </div>
      {rows.length > 0 ? (
        <PortfolioTable rows={rows} />
      ) : (
        <p className="rounded-lg border border-rule bg-surface p-6">
          {mayCreate
            ? 'No engagement yet. Start one with a short form, or drop in a model file.'
            : 'You are not a member of any engagement yet. Whoever invited you can add you to one.'}
        </p>
      )}
    </>
  );
}
