'use client';

import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import Link from 'next/link';
import { type KeyboardEvent, useMemo } from 'react';
import { type PortfolioColumn, portfolioColumns } from '@/components/portfolio/columns';
import { type AskedPortfolio, queryOf } from '@/lib/portfolio/asked';
import type { PortfolioPage, PortfolioRow } from '@/lib/portfolio/view';

const features = tableFeatures({ columnVisibilityFeature });

type Going = (asked: AskedPortfolio) => void;

/**
 * A table where there is room for one, cards where there is not: the same cells, laid out by CSS alone. What orders,
 * filters and pages is the server.
 */
export function PortfolioTable({
  page,
  asked,
  hidden,
  go,
}: {
  readonly page: PortfolioPage;
  readonly asked: AskedPortfolio;
  readonly hidden: readonly string[];
  readonly go: Going;
}) {
  // The table keeps its own memory of rows, which the compiler does not know of.
  'use no memo';
  const columns = useMemo(() => portfolioColumns(page.knowing), [page.knowing]);
  const definitions = useMemo(
    () => columns.map(({ id, name }) => ({ id, header: name, accessorFn: (row: PortfolioRow) => row.id })),
    [columns],
  );
  const columnVisibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: definitions,
    data: page.rows as PortfolioRow[],
    getRowId: ({ id }) => id,
    state: { columnVisibility },
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  const shown = table.getVisibleLeafColumns().flatMap(({ id }) => byId.get(id) ?? []);
  return (
    <>
      <details className="mb-3 text-sm md:hidden">
        <summary className="min-h-11 cursor-pointer content-center">
          <span className="text-muted">Order: </span>
          {orderWords(asked, columns)}
        </summary>
        <nav aria-label="Order" className="flex flex-wrap items-center gap-x-4">
          {shown.map((column) => column.sort && <OrderLink key={column.id} column={column} asked={asked} go={go} />)}
        </nav>
      </details>
      <div className="rounded-lg border border-rule bg-surface md:overflow-x-auto">
        <table className="w-full text-sm max-md:block">
          <caption className="sr-only">
            Your engagements: amounts are all-in costs, present values. The arrow keys move between the clients, Enter
            opens one, a slash goes to the search.
          </caption>
          <thead className="max-md:hidden">
            <tr className="border-b border-rule text-left text-muted">
              {shown.map((column) => (
                <Heading key={column.id} column={column} asked={asked} go={go} />
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block" onKeyDown={moveBetweenRows}>
            {table.getRowModel().rows.map(({ original: row }) => (
              <tr key={row.id} className="border-b border-rule last:border-0 hover:bg-sunken max-md:block max-md:p-4">
                {shown.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function orderWords({ sort, down }: AskedPortfolio, columns: readonly PortfolioColumn[]): string {
  const column = columns.find((each) => each.sort === sort);
  return column ? `${column.name}, ${down ? 'descending' : 'ascending'}` : 'What needs me first';
}

/** About a screenful. */
const rowsAPage = 10;

/** Up, down, a page, first, last: from client to client. Enter is the link's own. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('th a')];
  const at = links.indexOf(event.target as HTMLAnchorElement);
  if (at < 0) return;
  const last = links.length - 1;
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: Math.min(at + rowsAPage, last),
    PageUp: Math.max(at - rowsAPage, 0),
    Home: 0,
    End: last,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  links[to]?.focus();
}

function Cell({ column, row }: { column: PortfolioColumn; row: PortfolioRow }) {
  if (column.id === 'client') {
    return (
      <th scope="row" className="px-3 py-4 text-left align-top font-medium max-md:block max-md:p-0">
        <Link
          prefetch={false}
          href={`/engagements/${row.id}`}
          className="inline-flex min-h-11 items-center text-base text-accent underline-offset-4 hover:underline md:min-h-0"
        >
          {row.client}
        </Link>
      </th>
    );
  }
  return (
    <td
      className={`px-3 py-4 align-top max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 max-md:pt-2 ${column.right ? 'md:text-right' : ''}`}
    >
      <span className="text-muted md:hidden">{column.name}</span>
      <span className="max-md:text-right">{column.cell(row)}</span>
    </td>
  );
}

type Ordering = { readonly column: PortfolioColumn; readonly asked: AskedPortfolio; readonly go: Going };

function Heading({ column, asked, go }: Ordering) {
  const right = column.right ? 'text-right' : '';
  if (!column.sort) {
    return (
      <th scope="col" className={`px-3 py-3 font-medium ${right}`}>
        {column.name}
      </th>
    );
  }
  const sorted = asked.sort === column.sort ? (asked.down ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={sorted} className={`px-3 py-1 font-medium ${right}`}>
      <OrderLink column={column} asked={asked} go={go} />
    </th>
  );
}

/** A link, so that an order can be kept, sent and gone back from; a second click turns it round. */
function OrderLink({ column, asked, go }: Ordering) {
  const current = asked.sort === column.sort;
  const next: AskedPortfolio = {
    ...asked,
    sort: column.sort ?? asked.sort,
    down: current ? !asked.down : column.downFirst === true,
    page: 1,
  };
  return (
    <AskLink asked={next} go={go} current={current}>
      {column.name}
      {current && <span aria-hidden="true">{asked.down ? '↓' : '↑'}</span>}
      {current && <span className="sr-only">{asked.down ? ', descending' : ', ascending'}</span>}
    </AskLink>
  );
}

/** A link to what is asked, which takes the words looked for along where an address does not. */
export function AskLink({
  asked,
  go,
  current,
  children,
}: {
  readonly asked: AskedPortfolio;
  readonly go: Going;
  readonly current: boolean;
  readonly children: React.ReactNode;
}) {
  return (
    <Link
      prefetch={false}
      href={{ pathname: '/engagements', query: queryOf(asked) }}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      onNavigate={(event) => {
        if (asked.words === '') return;
        event.preventDefault();
        go(asked);
      }}
      className={`inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:underline md:min-h-9 ${current ? 'font-semibold text-ink' : ''}`}
    >
      {children}
    </Link>
  );
}
