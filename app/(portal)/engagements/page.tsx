import Link from 'next/link';
import { LiveRights } from '@/components/live/live-rights';
import { PortfolioRoom } from '@/components/portfolio/portfolio-room';
import { buttonClass } from '@/components/ui/button';
import { asActor } from '@/db/doors';
import { mayInPortal } from '@/lib/access/permissions';
import { askedBy, queryOf } from '@/lib/portfolio/asked';
import { portfolioPage } from '@/lib/portfolio/queries';
import { preferencesOf } from '@/lib/preferences/queries';
import { requireActor } from '@/lib/server/actor';
import { todayIn } from '@/lib/server/today';

export const metadata = { title: 'Engagements' };

export default async function Portfolio({ searchParams }: PageProps<'/engagements'>) {
  const actor = await requireActor();
  const asked = askedBy(await searchParams);
  const { page, preferences } = await asActor(actor, async (tx) => ({
    page: await portfolioPage(tx, actor, asked, todayIn),
    preferences: await preferencesOf(tx, actor),
  }));
  const mayCreate = mayInPortal(actor, 'engagement.create');
  const some = asked.archived ? page.inArchive > 0 : page.underWay > 0;
  return (
    <>
      <LiveRights since={actor.rightsSince} />
      <div className="flex flex-wrap items-end justify-between gap-4 pt-6 pb-8">
        <div>
          <h1 className="text-4xl">{asked.archived ? 'Engagements in the archive' : 'Engagements'}</h1>
          <p className="mt-2 text-muted">One client’s one deal each. You see those you are a member of.</p>
        </div>
        <div className="flex flex-wrap gap-3">
          {page.knowing && (
            <Link prefetch={false} href="/outcomes" className={buttonClass('quiet')}>
              Outcomes
            </Link>
          )}
          {mayCreate && (
            <Link prefetch={false} href="/engagements/new" className={buttonClass()}>
              New engagement
            </Link>
          )}
        </div>
      </div>
      {some ? (
        <PortfolioRoom
          key={new URLSearchParams(queryOf(asked)).toString()}
          page={page}
          asked={asked}
          hidden={preferences['portfolio columns'] ?? (page.knowing ? ['role'] : [])}
          views={preferences['portfolio views'] ?? []}
        />
      ) : (
        <p className="rounded-lg border border-rule bg-surface p-6">{nothing(mayCreate)}</p>
      )}
      {(asked.archived || page.inArchive > 0) && (
        <p className="mt-6 text-sm">
          <Link
            prefetch={false}
            href={asked.archived ? '/engagements' : '/engagements?archived'}
            className="underline underline-offset-4"
          >
            {asked.archived ? 'Back to what is under way' : `In the archive: ${page.inArchive}`}
          </Link>
        </p>
      )}
    </>
  );
}

function nothing(mayCreate: boolean): string {
  return mayCreate
    ? 'No engagement yet. Start one with a short form, or drop in a model file.'
    : 'You are not a member of any engagement yet. Whoever invited you can add you to one.';
}
