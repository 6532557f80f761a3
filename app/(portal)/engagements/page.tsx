import Link from 'next/link';
import { LiveRights } from '@/components/live/live-rights';
import { FindEngagement } from '@/components/portfolio/find-engagement';
import { PortfolioTable } from '@/components/portfolio/portfolio-table';
import { buttonClass } from '@/components/ui/button';
import { asActor } from '@/db/doors';
import { mayInPortal } from '@/lib/access/permissions';
import { portfolioOf } from '@/lib/engagements/portfolio';
import { orderPortfolio, portfolioOrder } from '@/lib/engagements/portfolio-order';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Engagements' };

/** As many as one sees at a glance: below it nobody needs to search. */
const atAGlance = 8;

export default async function Portfolio({ searchParams }: PageProps<'/engagements'>) {
  const actor = await requireActor();
  const query = await searchParams;
  const every = await asActor(actor, (tx) => portfolioOf(tx, actor, todayIn));
  const inArchive = query.archived !== undefined;
  const all = every.filter(({ archived }) => archived === inArchive);
  const archivedCount = every.filter(({ archived }) => archived).length;
  const order = portfolioOrder(query);
  const rows = orderPortfolio(all, order);
  const mayCreate = mayInPortal(actor, 'engagement.create');
  return (
    <>
      <LiveRights since={actor.rightsSince} />
      <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-8">
        <div>
          <h1 className="text-4xl">{inArchive ? 'Engagements in the archive' : 'Engagements'}</h1>
          <p className="mt-2 text-muted">One client’s one deal each. You see those you are a member of.</p>
        </div>
        {mayCreate && (
          <Link prefetch={false} href="/engagements/new" className={buttonClass()}>
            New engagement
          </Link>
        )}
      </div>
      {(all.length > atAGlance || order.find) && <FindEngagement order={order} />}
      {rows.length > 0 ? (
        <PortfolioTable rows={rows} order={order} />
      ) : (
        <p className="rounded-lg border border-rule bg-surface p-6">{nothing(all.length > 0, mayCreate)}</p>
      )}
      {(inArchive || archivedCount > 0) && (
        <p className="mt-6 text-sm">
          <Link
            prefetch={false}
            href={inArchive ? '/engagements' : '/engagements?archived'}
            className="underline underline-offset-4"
          >
            {inArchive ? 'Back to what is under way' : `In the archive: ${archivedCount}`}
          </Link>
        </p>
      )}
    </>
  );
}

function nothing(some: boolean, mayCreate: boolean): string {
  if (some) return 'No client of yours is called that.';
  return mayCreate
    ? 'No engagement yet. Start one with a short form, or drop in a model file.'
    : 'You are not a member of any engagement yet. Whoever invited you can add you to one.';
}
