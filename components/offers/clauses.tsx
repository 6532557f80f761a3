'use client';

import { useState } from 'react';
import { formatMoney, formatPercent } from '@/lib/format/money';
import { clausesOf } from '@/lib/line/clauses';
import { termsOf } from '@/lib/model/terms';
import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';
import { type ClauseKey, offerWithout } from '@/lib/offers/clauses';

/** What compounds in the offer: each clause with what it costs, and a switch that takes it out of the sum below. */
export function Clauses({ model }: { readonly model: Model }) {
  const [off, setOff] = useState<ReadonlySet<ClauseKey>>(new Set());
  const { offer, currency } = model;
  const presentValue = allInCost(offer.lines, model, 'likely', offer);
  const clauses = clausesOf({ terms: termsOf(model), presentValue }, offer).filter(({ terms }) => terms !== null);
  const rest = offerWithout(offer, off);
  const without = allInCost(rest.lines, model, 'likely', rest);
  const standing = clauses.filter(({ key }) => off.has(key));
  if (clauses.length === 0) return null;

  function turn(key: ClauseKey, on: boolean) {
    const next = new Set(off);
    if (on) next.delete(key);
    else next.add(key);
    setOff(next);
  }

  return (
    <section aria-labelledby="what-compounds" className="mt-6 rounded-lg border border-rule bg-surface p-4">
      <h2 id="what-compounds" className="text-xl">
        What compounds
      </h2>
      <ul className="mt-2 divide-y divide-rule">
        {clauses.map(({ key, name, terms, cost, share }) => (
          <li key={key} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
            <label className="flex min-h-9 items-center gap-3">
              <input
                type="checkbox"
                role="switch"
                aria-checked={!off.has(key)}
                className="size-5 accent-[var(--offer)]"
                checked={!off.has(key)}
                onChange={(event) => turn(key, event.target.checked)}
              />
              <span>
                <span className="font-medium">{name}</span>
                <span className="block text-sm text-muted">{terms}</span>
              </span>
            </label>
            <span className="figures text-right">
              {formatMoney(cost, currency)}
              {share !== null && <span className="block text-sm text-muted">{formatPercent(share)} of the offer</span>}
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-sm">
        {standing.length === 0
          ? 'Switch a clause off to see what the offer would cost without it.'
          : `Without ${standing.map(({ name }) => name.toLowerCase()).join(' and ')} the offer costs ${formatMoney(without, currency)}, ${formatMoney(presentValue - without, currency)} less.`}
      </p>
      <p className="mt-1 text-xs text-muted">Clauses compound, so their costs need not add up.</p>
    </section>
  );
}
