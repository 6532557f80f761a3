import Link from 'next/link';
import { VerdictWord } from '@/components/line/verdict';
import { LevelMark } from '@/components/readiness/state-mark';
import type { PortfolioColumn, PortfolioOrder } from '@/lib/engagements/portfolio-order';
import type { PortfolioRow } from '@/lib/engagements/view';
import { formatDate } from '@/lib/format/dates';
import { formatMoneyCompact, formatPercent } from '@/lib/format/money';
import { mathFavours } from '@/lib/model/reading';

const roles = { advisor: 'Advisor', executive: 'Executive', contributor: 'Contributor', observer: 'Observer' } as const;

/** The first click on a column puts the most telling first. */
const columns: Record<PortfolioColumn, { name: string; downFirst: boolean }> = {
  client: { name: 'Client', downFirst: false },
  renewal: { name: 'Renewal', downFirst: false },
  leverage: { name: 'Leverage', downFirst: true },
  reading: { name: 'Reading', downFirst: false },
  readiness: { name: 'Readiness', downFirst: false },
};

/** A table where there is room for one, cards where there is not: the same cells, laid out by CSS alone. */
export function PortfolioTable({ rows, order }: { rows: readonly PortfolioRow[]; order: PortfolioOrder }) {
  return (
    <>
      <nav aria-label="Order" className="mb-3 flex flex-wrap items-center gap-x-4 text-sm md:hidden">
        <span className="text-muted">Order by</span>
        {(Object.keys(columns) as PortfolioColumn[]).map((column) => (
          <OrderLink key={column} column={column} order={order} />
        ))}
      </nav>
      <div className="rounded-lg border border-rule bg-surface">
        <table className="w-full text-sm max-md:block">
          <caption className="sr-only">Your engagements: amounts are all-in costs, present values</caption>
          <thead className="max-md:hidden">
            <tr className="border-b border-rule text-left text-muted">
              <OrderedHeading column="client" order={order} />
              <OrderedHeading column="renewal" order={order} />
              <Heading right>Offer</Heading>
              <Heading right>Alternative</Heading>
              <OrderedHeading column="leverage" order={order} right />
              <OrderedHeading column="reading" order={order} />
              <OrderedHeading column="readiness" order={order} />
              <Heading>You are</Heading>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {rows.map((row) => (
              <Engagement key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Engagement({ row }: { row: PortfolioRow }) {
  return (
    <tr className="border-b border-rule last:border-0 hover:bg-sunken max-md:block max-md:p-4">
      <th scope="row" className="px-4 py-4 text-left font-medium max-md:block max-md:p-0">
        <Link
          prefetch={false}
          href={`/engagements/${row.id}`}
          className="inline-flex min-h-11 items-center text-base text-accent underline-offset-4 hover:underline md:min-h-0"
        >
          {row.client}
        </Link>
      </th>
      <Cell name="Renewal">
        <span className="whitespace-nowrap">{formatDate(row.renewalDate)}</span>
        <span className="block whitespace-nowrap text-muted max-md:ml-2 max-md:inline">{daysLeft(row.daysLeft)}</span>
      </Cell>
      <Cell name="Offer" right>
        {amount(row.offer, row.currency)}
      </Cell>
      <Cell name="Alternative" right>
        {amount(row.alternative, row.currency)}
      </Cell>
      <Cell name="Leverage" right>
        <span className="whitespace-nowrap">{amount(row.leverage, row.currency)}</span>
        {row.leverageShare !== null && (
          <span className="block whitespace-nowrap text-muted max-md:ml-2 max-md:inline">
            {formatPercent(row.leverageShare)} of the offer
          </span>
        )}
      </Cell>
      <Cell name="Reading">
        <Reading row={row} />
      </Cell>
      <Cell name="Readiness">
        <LevelMark level={row.level} />
      </Cell>
      <Cell name="You are">{roles[row.role]}</Cell>
    </tr>
  );
}

/** The verdict, or what the figures alone say to whoever may not see the threshold. */
function Reading({ row }: { row: PortfolioRow }) {
  if (row.reading) return <VerdictWord verdict={row.reading} />;
  if (row.offer === null || row.alternative === null) return <span className="text-muted">not costed yet</span>;
  return <>The math favours {mathFavours(row.offer, row.alternative)}</>;
}

function daysLeft(days: number): string {
  if (days < 0) return 'has passed';
  if (days === 0) return 'today';
  return days === 1 ? '1 day left' : `${days.toLocaleString('en-GB')} days left`;
}

function amount(value: number | null, currency: string): string {
  return value === null ? '–' : formatMoneyCompact(value, currency);
}

function Heading({ right = false, children }: { right?: boolean; children: React.ReactNode }) {
  return (
    <th scope="col" className={`px-4 py-3 font-medium ${right ? 'text-right' : ''}`}>
      {children}
    </th>
  );
}

function OrderedHeading({
  column,
  order,
  right = false,
}: {
  column: PortfolioColumn;
  order: PortfolioOrder;
  right?: boolean;
}) {
  const sorted = order.sort === column ? (order.down ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" aria-sort={sorted} className={`px-4 py-1 font-medium ${right ? 'text-right' : ''}`}>
      <OrderLink column={column} order={order} />
    </th>
  );
}

/** A link, so that an order can be kept, sent and gone back from; a second click turns it round. */
function OrderLink({ column, order }: { column: PortfolioColumn; order: PortfolioOrder }) {
  const { name, downFirst } = columns[column];
  const current = order.sort === column;
  const down = current ? !order.down : downFirst;
  const query = { sort: column, ...(down && { down: '1' }), ...(order.find && { find: order.find }) };
  return (
    <Link
      prefetch={false}
      href={{ pathname: '/engagements', query }}
      scroll={false}
      aria-current={current ? 'true' : undefined}
      className={`inline-flex min-h-11 items-center gap-1 underline-offset-4 hover:underline md:min-h-9 ${current ? 'text-ink' : ''}`}
    >
      {name}
      {current && <span aria-hidden="true">{order.down ? '↓' : '↑'}</span>}
      {current && <span className="sr-only">{order.down ? ', descending' : ', ascending'}</span>}
    </Link>
  );
}

function Cell({ name, right = false, children }: { name: string; right?: boolean; children: React.ReactNode }) {
  return (
    <td
      className={`px-4 py-4 max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 max-md:pt-2 ${right ? 'md:text-right' : ''}`}
    >
      <span className="text-muted md:hidden">{name}</span>
      <span className="max-md:text-right">{children}</span>
    </td>
  );
}
