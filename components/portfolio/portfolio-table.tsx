import Link from 'next/link';
import type { PortfolioRow } from '@/lib/engagements/view';
import { formatDate } from '@/lib/format/dates';
import { formatMoneyCompact } from '@/lib/format/money';
import type { Verdict } from '@/lib/model/types';

const verdicts: Record<Verdict, { word: string; className: string }> = {
  walk: { word: 'Walk', className: 'border-threshold text-threshold' },
  press: { word: 'Press', className: 'border-vendor text-vendor' },
  sign: { word: 'Sign', className: 'border-good text-good' },
  revisit: { word: 'Revisit', className: 'border-bad text-bad' },
  incomplete: { word: 'Incomplete', className: 'border-strong-rule text-muted' },
};

const roles = { advisor: 'Advisor', executive: 'Executive', contributor: 'Contributor', observer: 'Observer' } as const;

function daysLeft(days: number): string {
  if (days < 0) return 'renewal passed';
  return days === 1 ? '1 day left' : `${days.toLocaleString('en-GB')} days left`;
}

/** A table where there is room for one, cards where there is not: the same cells, laid out by CSS alone. */
export function PortfolioTable({ rows }: { rows: readonly PortfolioRow[] }) {
  const withReading = rows.some((row) => row.reading !== undefined);
  return (
    <div className="rounded-lg border border-rule bg-surface">
      <table className="w-full text-sm max-md:block">
        <caption className="sr-only">Your engagements: amounts are all-in costs, present values</caption>
        <thead className="max-md:sr-only">
          <tr className="border-b border-rule text-left text-muted">
            <th scope="col" className="px-4 py-3 font-medium">
              Client
            </th>
            <th scope="col" className="px-4 py-3 font-medium">
              Renewal
            </th>
            <th scope="col" className="px-4 py-3 text-right font-medium">
              Offer
            </th>
            <th scope="col" className="px-4 py-3 text-right font-medium">
              Alternative
            </th>
            <th scope="col" className="px-4 py-3 text-right font-medium">
              Leverage
            </th>
            {withReading && (
              <th scope="col" className="px-4 py-3 font-medium">
                Reading
              </th>
            )}
            <th scope="col" className="px-4 py-3 font-medium">
              You are
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => (
            <tr key={row.id} className="border-b border-rule last:border-0 hover:bg-sunken max-md:block max-md:p-4">
              <th scope="row" className="px-4 py-4 text-left font-medium max-md:block max-md:p-0">
                <Link
                  href={`/engagements/${row.id}`}
                  className="text-base text-accent underline-offset-4 hover:underline"
                >
                  {row.client}
                </Link>
              </th>
              <Cell name="Renewal">
                {formatDate(row.renewalDate)}
                <span className="block text-muted max-md:ml-2 max-md:inline">{daysLeft(row.daysLeft)}</span>
              </Cell>
              <Cell name="Offer" right>
                {amount(row.offer, row.currency)}
              </Cell>
              <Cell name="Alternative" right>
                {amount(row.alternative, row.currency)}
              </Cell>
              <Cell name="Leverage" right>
                {amount(row.leverage, row.currency)}
              </Cell>
              {withReading && (
                <Cell name="Reading">
                  {row.reading && (
                    <span
                      className={`rounded-full border px-2.5 py-0.5 font-medium ${verdicts[row.reading].className}`}
                    >
                      {verdicts[row.reading].word}
                    </span>
                  )}
                </Cell>
              )}
              <Cell name="You are">{roles[row.role]}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function amount(value: number | null, currency: string): string {
  return value === null ? '–' : formatMoneyCompact(value, currency);
}

function Cell({ name, right = false, children }: { name: string; right?: boolean; children: React.ReactNode }) {
  return (
    <td
      className={`px-4 py-4 max-md:flex max-md:justify-between max-md:gap-4 max-md:p-0 max-md:pt-2 ${right ? 'md:text-right' : ''}`}
    >
      <span className="text-muted md:hidden" aria-hidden="true">
        {name}
      </span>
      <span className="max-md:text-right">{children}</span>
    </td>
  );
}
