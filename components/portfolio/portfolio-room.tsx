'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { ColumnChoice } from '@/components/portfolio/column-choice';
import { portfolioColumns } from '@/components/portfolio/columns';
import { FindForm } from '@/components/portfolio/find-form';
import { AskLink, PortfolioTable } from '@/components/portfolio/portfolio-table';
import { type SavedView, SavedViews } from '@/components/portfolio/saved-views';
import { buttonClass } from '@/components/ui/button';
import { findEngagements } from '@/lib/portfolio/actions';
import { type AskedPortfolio, pageSize, queryOf } from '@/lib/portfolio/asked';
import type { PortfolioPage } from '@/lib/portfolio/view';
import { keepPreference } from '@/lib/preferences/actions';

/** The portfolio as the address asks for it, until words are looked for: those stay on the page. */
export function PortfolioRoom({
  page: given,
  asked: addressed,
  hidden: kept,
  views,
}: {
  readonly page: PortfolioPage;
  readonly asked: AskedPortfolio;
  readonly hidden: readonly string[];
  readonly views: readonly SavedView[];
}) {
  const router = useRouter();
  const [found, setFound] = useState<{ readonly asked: AskedPortfolio; readonly page: PortfolioPage } | null>(null);
  const [hidden, setHidden] = useState(kept);
  const [said, setSaid] = useState('');
  const [busy, startFinding] = useTransition();
  const asked = found?.asked ?? addressed;
  const page = found?.page ?? given;

  function go(next: AskedPortfolio) {
    if (next.words === '') {
      setFound(null);
      setSaid('');
      router.push(`/engagements?${new URLSearchParams(queryOf(next))}`, { scroll: false });
      return;
    }
    startFinding(async () => {
      const answer = await findEngagements(next).catch(() => null);
      if (!answer?.ok) return setSaid(answer?.errors[0]?.message ?? 'The portal could not be reached. Try again.');
      setFound({ asked: next, page: answer.value });
      setSaid(`${answer.value.total} found`);
    });
  }

  function hide(ids: readonly string[]) {
    setHidden(ids);
    void keepPreference({ name: 'portfolio columns', value: ids }).then(
      (answer) => !answer.ok && setSaid('The choice of columns could not be kept.'),
      () => setSaid('The choice of columns could not be kept.'),
    );
  }

  const pages = Math.max(1, Math.ceil(page.total / pageSize));
  const columns = portfolioColumns(page.knowing).filter(({ id }) => id !== 'client');
  return (
    <>
      <FindForm asked={asked} knowing={page.knowing} busy={busy} go={go} />
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
        <AskLink asked={{ ...asked, sort: 'needs', down: false, page: 1 }} go={go} current={asked.sort === 'needs'}>
          <span aria-hidden="true">{asked.sort === 'needs' ? '●' : '○'}</span>
          What needs me first
        </AskLink>
        <SavedViews views={views} asked={asked} say={setSaid} />
        <span className="grow" />
        <ColumnChoice columns={columns} hidden={hidden} hide={hide} />
        <form method="post" action="/engagements/csv">
          <input type="hidden" name="asked" value={JSON.stringify(asked)} />
          <button type="submit" className={buttonClass('quiet')}>
            Download as CSV
          </button>
        </form>
      </div>
      <p role="status" className={said ? 'mb-3 text-sm text-muted' : 'sr-only'}>
        {said}
      </p>
      {page.rows.length > 0 ? (
        <PortfolioTable page={page} asked={asked} hidden={hidden} go={go} />
      ) : (
        <p className="rounded-lg border border-rule bg-surface p-6">No engagement of yours is like that.</p>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-4 flex items-center gap-4 text-sm">
          {asked.page > 1 && (
            <AskLink asked={{ ...asked, page: asked.page - 1 }} go={go} current={false}>
              Previous
            </AskLink>
          )}
          <span className="text-muted">
            Page {asked.page} of {pages}, {page.total.toLocaleString('en-GB')} engagements
          </span>
          {asked.page < pages && (
            <AskLink asked={{ ...asked, page: asked.page + 1 }} go={go} current={false}>
              Next
            </AskLink>
          )}
        </nav>
      )}
    </>
  );
}
