'use client';

import { useState } from 'react';
import { ClaimCard } from '@/components/claims/claim-card';
import { ClaimForm } from '@/components/claims/claim-form';
import { FoldedRowNotes } from '@/components/row-notes/row-notes';
import { Button } from '@/components/ui/button';
import { type Sum, shownSum } from '@/lib/claims/register';
import type { ClaimsView } from '@/lib/claims/view';
import { formatAmount } from '@/lib/format/money';
import { formatNumber } from '@/lib/format/numbers';
import type { RowNotesView } from '@/lib/row-notes/view';

/** The lock-in register: what the account team says leaving costs, held against what it honestly costs. */
export function ClaimsRoom({ view, notes }: { view: ClaimsView; notes: RowNotesView }) {
  const [adding, setAdding] = useState(false);
  const [entered, setEntered] = useState(0);
  return (
    <div>
      <h1 className="text-4xl">Claims</h1>
      <p className="mt-2 text-muted">
        What the account team says about the cost or the danger of leaving, and what is honestly so.
      </p>
      <Worth view={view} />
      {view.mayWrite && (
        <section className="mt-8 print:hidden" aria-label="A new claim">
          {adding ? (
            <div className="max-w-4xl rounded-lg border border-rule bg-surface p-5">
              <ClaimForm
                key={entered}
                view={view}
                done={() => {
                  setAdding(false);
                  setEntered((count) => count + 1);
                }}
              />
            </div>
          ) : (
            <Button onClick={() => setAdding(true)}>Enter a claim</Button>
          )}
        </section>
      )}
      {view.things.length === 0 && (
        <p className="mt-8 max-w-4xl rounded-lg border border-rule bg-surface p-6">
          No claim yet. Write down the first one while it is fresh: who said it, to whom, and at what figure.
        </p>
      )}
      <ol className="mt-8 space-y-4">
        {view.things.map(({ claims, contradict }) => (
          <li
            key={claims[0]?.id}
            className={`rounded-lg border bg-surface px-5 pt-5 pb-2 ${contradict ? 'border-vendor' : 'border-rule'}`}
          >
            {contradict && (
              <p className="mb-4 text-sm font-semibold text-vendor">
                They contradict themselves: {claims.length} figures about {claims[0]?.about || 'the same thing'}.
              </p>
            )}
            <ul className="divide-y divide-rule [&>li+li]:mt-5 [&>li+li]:pt-5">
              {claims.map((claim) => (
                <li key={claim.id}>
                  <ClaimCard claim={claim} view={view} />
                  <FoldedRowNotes notes={notes} id={claim.id} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {view.sources.length > 0 && (
        <section className="mt-10 text-sm" aria-labelledby="claims-sources">
          <h2 id="claims-sources" className="text-lg">
            Where published figures come from
          </h2>
          <ul className="mt-1 text-muted">
            {view.sources.map((source) => (
              <li key={source.url}>
                <a href={source.url} rel="noreferrer" className="underline underline-offset-4">
                  {source.title}
                </a>
                , {source.published}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** What the narrative is worth, in money and in months. */
function Worth({ view }: { view: ClaimsView }) {
  const rows = [
    { name: `In ${view.currency}`, sum: view.amounts, written: (value: number) => formatAmount(value, view.currency) },
    { name: 'In months', sum: view.months, written: formatNumber },
  ].filter(({ sum }) => sum.things + sum.open > 0);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="worth" className="mt-6 max-w-4xl rounded-lg border border-rule bg-surface p-5">
      <h2 id="worth" className="text-xl">
        What the narrative is worth
      </h2>
      <table className="mt-3 w-full text-sm max-sm:text-xs">
        <thead>
          <tr className="text-right text-muted">
            <th scope="col" className="py-1 text-left font-medium">
              <span className="sr-only">Measure</span>
            </th>
            <th scope="col" className="py-1 pl-2 font-medium sm:pl-4">
              Claimed
            </th>
            <th scope="col" className="py-1 pl-2 font-medium sm:pl-4">
              Honest
            </th>
            <th scope="col" className="py-1 pl-2 font-medium sm:pl-4">
              Between them
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, sum, written }) => {
            const shown = shownSum(sum, written);
            return (
              <tr key={name} className="border-t border-rule text-right">
                <th scope="row" className="py-2 text-left font-medium">
                  {name}
                </th>
                <td className="py-2 pl-2 text-vendor sm:pl-4">{shown.claimed}</td>
                <td className="py-2 pl-2 text-alternative sm:pl-4">{shown.honest}</td>
                <td className="py-2 pl-2 font-semibold sm:pl-4">{shown.difference}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-muted">{counted(view.amounts, view.months)}</p>
    </section>
  );
}

function counted(amounts: Sum, months: Sum): string {
  const open = amounts.open + months.open;
  const left =
    open === 0 ? '' : ` ${open} claimed without an honest figure ${open === 1 ? 'is' : 'are'} counted nowhere.`;
  return `A thing they put at several figures counts once, at the highest.${left}`;
}
