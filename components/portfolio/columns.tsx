import type { ReactNode } from 'react';
import { VerdictWord } from '@/components/line/verdict';
import { LevelMark } from '@/components/readiness/state-mark';
import { formatDate } from '@/lib/format/dates';
import { formatMoneyCompact, formatPercent } from '@/lib/format/money';
import { mathFavours } from '@/lib/model/reading';
import type { PortfolioSort } from '@/lib/portfolio/asked';
import type { PortfolioRow } from '@/lib/portfolio/view';
import { needWords, outcomeWords, thresholdWords } from '@/lib/portfolio/words';

export type PortfolioColumn = {
  readonly id: string;
  readonly name: string;
  /** What its heading orders by; none where it orders nothing. */
  readonly sort?: PortfolioSort;
  /** The first click puts the most telling first. */
  readonly downFirst?: true;
  readonly right?: true;
  readonly cell: (row: PortfolioRow) => ReactNode;
};

const roles = { advisor: 'Advisor', executive: 'Executive', contributor: 'Contributor', observer: 'Observer' } as const;

const client: PortfolioColumn = { id: 'client', name: 'Client', sort: 'client', cell: ({ client: name }) => name };
const role: PortfolioColumn = { id: 'role', name: 'You are', cell: (row) => roles[row.role] };

const renewal: PortfolioColumn = {
  id: 'renewal',
  name: 'Renewal',
  sort: 'renewal',
  cell: (row) => (
    <Two
      first={formatDate(row.renewalDate)}
      second={
        row.standing?.outcome ? <strong>{outcomeWords[row.standing.outcome]}</strong> : daysLeft(row.daysLeft, 'left')
      }
    />
  ),
};

const leverage: PortfolioColumn = {
  id: 'leverage',
  name: 'Leverage',
  sort: 'leverage',
  downFirst: true,
  right: true,
  cell: (row) => (
    <Two
      first={amount(row.leverage, row.currency)}
      second={row.leverageShare !== null && `${formatPercent(row.leverageShare)} of the offer`}
    />
  ),
};

const due: PortfolioColumn = {
  id: 'due',
  name: 'Next due',
  sort: 'due',
  cell: ({ due: next, need }) => (
    <span className="inline-block max-w-48 max-md:max-w-56">
      {next ? <Two wrap first={next.label} second={dueWords(next)} /> : <span className="text-muted">Nothing</span>}
      {need && (
        <span className="mt-1 block font-medium text-warn">
          <span aria-hidden="true">! </span>
          {needWords[need]}
        </span>
      )}
    </span>
  ),
};

const shared = {
  offer: {
    id: 'offer',
    name: 'Offer',
    sort: 'offer',
    downFirst: true,
    right: true,
    cell: (row) => amount(row.offer, row.currency),
  },
  alternative: {
    id: 'alternative',
    name: 'Alternative',
    sort: 'alternative',
    downFirst: true,
    right: true,
    cell: (row) => amount(row.alternative, row.currency),
  },
  readiness: {
    id: 'readiness',
    name: 'Readiness',
    sort: 'readiness',
    cell: ({ level }) => <LevelMark level={level} />,
  },
  lead: {
    id: 'lead',
    name: 'Lead',
    sort: 'lead',
    cell: ({ lead }) => lead ?? <span className="text-muted">Nobody</span>,
  },
} satisfies Record<string, PortfolioColumn>;

const reading: PortfolioColumn = {
  id: 'reading',
  name: 'Reading',
  sort: 'reading',
  cell: (row) => (row.standing ? <VerdictWord verdict={row.standing.reading} /> : <Favoured row={row} />),
};

const threshold: PortfolioColumn = {
  id: 'threshold',
  name: 'Threshold',
  sort: 'threshold',
  cell: ({ standing }) => {
    if (!standing) return <span className="text-muted">–</span>;
    const { word, mark } = thresholdWords[standing.state];
    const tone = standing.state === 'stale' || standing.state === 'declined' ? 'text-bad' : '';
    return (
      <span className={`whitespace-nowrap ${standing.state === 'approved' ? 'text-good' : tone}`}>
        <span aria-hidden="true">{mark} </span>
        {word}
      </span>
    );
  },
};

const math: PortfolioColumn = { id: 'math', name: 'The math', cell: (row) => <Favoured row={row} /> };

/** In order. Whoever may see no threshold has no column that speaks of one. */
export function portfolioColumns(knowing: boolean): readonly PortfolioColumn[] {
  const { offer, alternative, readiness, lead } = shared;
  return knowing
    ? [client, renewal, offer, alternative, leverage, reading, threshold, readiness, due, lead, role]
    : [client, renewal, offer, alternative, leverage, math, readiness, due, lead, role];
}

/** What the figures alone say to whoever may not see the threshold. */
function Favoured({ row }: { row: PortfolioRow }) {
  if (row.offer === null || row.alternative === null) return <span className="text-muted">not costed yet</span>;
  return <>The math favours {mathFavours(row.offer, row.alternative)}</>;
}

function Two({ first, second, wrap = false }: { first: ReactNode; second: ReactNode; wrap?: boolean }) {
  return (
    <>
      <span className={wrap ? '' : 'whitespace-nowrap'}>{first}</span>
      {second && <span className="block whitespace-nowrap text-muted max-md:ml-2 max-md:inline">{second}</span>}
    </>
  );
}

function daysLeft(days: number, left: string): string {
  if (days < 0) return 'has passed';
  if (days === 0) return 'today';
  return days === 1 ? `1 day ${left}` : `${days.toLocaleString('en-GB')} days ${left}`;
}

function dueWords({ on, inDays }: { readonly on: string; readonly inDays: number }): string {
  if (inDays < 0) return `${formatDate(on)}, late by ${-inDays === 1 ? '1 day' : `${-inDays} days`}`;
  return inDays === 0 ? 'today' : formatDate(on);
}

function amount(value: number | null, currency: string): ReactNode {
  if (value === null) return '–';
  return <span className="whitespace-nowrap">{formatMoneyCompact(value, currency)}</span>;
}
