'use client';

import { useState } from 'react';
import { SelectField } from '@/components/forms/text-field';
import type { OfferRecord } from '@/lib/engagements/record';
import { formatAmount } from '@/lib/format/money';
import type { About } from '@/lib/lines/fields';
import type { Model } from '@/lib/model/types';
import { allInCost, compareOffers, type MovedLine } from '@/lib/offers/compare';

/** Any two offers beside each other: their terms, what they cost, and line by line what was moved. */
export function OfferComparison({
  offers,
  model,
  about,
}: {
  readonly offers: readonly OfferRecord[];
  readonly model: Model;
  readonly about: About;
}) {
  const [beforeId, setBeforeId] = useState(offers.at(-2)?.id);
  const [afterId, setAfterId] = useState(offers.at(-1)?.id);
  const [onlyMoved, setOnlyMoved] = useState(true);
  const before = offers.find(({ id }) => id === beforeId) ?? offers.at(-2);
  const after = offers.find(({ id }) => id === afterId) ?? offers.at(-1);
  if (!before || !after) return null;
  const { terms, costs, lines } = compareOffers(before, after, model, about);
  const shown = onlyMoved ? lines.filter(({ what }) => what !== 'same') : lines;
  const unmoved = onlyMoved ? lines.filter(({ what }) => what === 'same') : [];
  const allIn = costs.find(({ name }) => name === allInCost);
  const money = (amount: number) => formatAmount(amount, about.currency);
  return (
    <section aria-labelledby="compare-offers" className="mt-12">
      <h2 id="compare-offers" className="text-2xl">
        What they moved
      </h2>
      <div className="mt-3 grid max-w-2xl gap-4 sm:grid-cols-2 print:hidden">
        <WhichOffer label="From" offers={offers} value={before.id} onChange={setBeforeId} />
        <WhichOffer label="To" offers={offers} value={after.id} onChange={setAfterId} />
      </div>
      <div className="mt-4 overflow-x-auto rounded-lg border border-rule bg-surface">
        <table className="w-full text-sm">
          <caption className="sr-only">Terms and costs of both offers, in {about.currency}</caption>
          <Head before={before.label} after={after.label} first="Terms and costs" />
          <tbody>
            {terms.map(({ name, before: was, after: is }) => (
              <tr key={name} className="border-b border-rule">
                <th scope="row" className="px-3 py-1.5 text-left font-medium">
                  {name}
                </th>
                <td className="px-3 py-1.5 text-right">{was || '–'}</td>
                <td className={`px-3 py-1.5 text-right ${was === is ? '' : changedMark}`}>{is || '–'}</td>
                <td />
              </tr>
            ))}
            {costs.map(({ name, before: was, after: is }, index) => (
              <tr key={name} className={`border-b border-rule last:border-0 ${index === 0 ? 'font-semibold' : ''}`}>
                <th scope="row" className={`px-3 py-1.5 text-left ${index === 0 ? '' : 'font-normal text-muted'}`}>
                  {name}
                </th>
                <td className="px-3 py-1.5 text-right">{money(was)}</td>
                <td className="px-3 py-1.5 text-right">{money(is)}</td>
                <td className="px-3 py-1.5 text-right">{difference(is - was, about.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <label className="mt-5 flex min-h-9 items-center gap-2 text-sm print:hidden">
        <input
          type="checkbox"
          className="size-5 accent-[var(--accent)]"
          checked={onlyMoved}
          onChange={(event) => setOnlyMoved(event.target.checked)}
        />
        Only lines that moved
      </label>
      <div className="mt-2 overflow-x-auto rounded-lg border border-rule bg-surface">
        <table className="w-full text-sm">
          <caption className="sr-only">Line by line, all-in costs in {about.currency}</caption>
          <Head before={before.label} after={after.label} first="Line" />
          <tbody>
            {shown.map((line) => (
              <MovedRow key={line.key} line={line} currency={about.currency} />
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={4} className="px-3 py-4 text-muted">
                  {lines.length === 0 ? 'Neither offer has a line yet.' : 'No line moved.'}
                </td>
              </tr>
            )}
            {shown.length > 0 && unmoved.length > 0 && <UnmovedRow lines={unmoved} currency={about.currency} />}
          </tbody>
          {allIn && shown.length > 0 && (
            <tfoot>
              <tr className="border-t border-strong-rule font-semibold">
                <th scope="row" className="px-3 py-2 text-left">
                  {allIn.name}
                </th>
                <td className="px-3 py-2 text-right">{money(allIn.before)}</td>
                <td className="px-3 py-2 text-right">{money(allIn.after)}</td>
                <td className="px-3 py-2 text-right">{difference(allIn.after - allIn.before, about.currency)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p className="mt-2 text-xs text-muted">
        All-in costs are present values in {about.currency}: parts may differ from the whole by a minor unit.
      </p>
    </section>
  );
}

const changedMark = 'underline decoration-warn decoration-2 underline-offset-4';
const words = {
  new: 'new',
  gone: 'gone',
  changed: '',
  'through terms': 'through the offer’s terms',
  'through others': 'through the lines it is reckoned from',
  same: '',
} as const;

function MovedRow({ line, currency }: { readonly line: MovedLine; readonly currency: string }) {
  const money = (amount: number | null) => (amount === null ? '–' : formatAmount(amount, currency));
  return (
    <tr className="border-b border-rule align-top last:border-0">
      <th scope="row" className="px-3 py-1.5 text-left font-medium">
        {line.label}
        {words[line.what] && (
          <span className="ml-2 rounded-full border border-rule px-2 text-xs font-normal">{words[line.what]}</span>
        )}
        {line.fields.length > 0 && (
          <ul className="mt-0.5 font-normal text-muted">
            {line.fields.map(({ name, before, after }) => (
              <li key={name}>
                {name}: {before || 'blank'} → {after || 'blank'}
              </li>
            ))}
          </ul>
        )}
      </th>
      <td className="px-3 py-1.5 text-right">{money(line.before)}</td>
      <td className="px-3 py-1.5 text-right">{money(line.after)}</td>
      <td className="px-3 py-1.5 text-right">{difference((line.after ?? 0) - (line.before ?? 0), currency)}</td>
    </tr>
  );
}

/** What the lines left out cost in both offers, so that the column adds up. */
function UnmovedRow({ lines, currency }: { readonly lines: readonly MovedLine[]; readonly currency: string }) {
  const cost = formatAmount(
    lines.reduce((sum, { after }) => sum + (after ?? 0), 0),
    currency,
  );
  return (
    <tr className="text-muted">
      <th scope="row" className="px-3 py-1.5 text-left font-normal">
        {lines.length === 1 ? 'One line that did not move' : `${lines.length} lines that did not move`}
      </th>
      <td className="px-3 py-1.5 text-right">{cost}</td>
      <td className="px-3 py-1.5 text-right">{cost}</td>
      <td className="px-3 py-1.5 text-right">–</td>
    </tr>
  );
}

function Head({ first, before, after }: { readonly first: string; readonly before: string; readonly after: string }) {
  return (
    <thead>
      <tr className="border-b border-strong-rule text-left text-muted">
        <th scope="col" className="px-3 py-2 font-medium">
          {first}
        </th>
        <th scope="col" className="px-3 py-2 text-right font-medium">
          {before}
        </th>
        <th scope="col" className="px-3 py-2 text-right font-medium">
          {after}
        </th>
        <th scope="col" className="px-3 py-2 text-right font-medium">
          Difference
        </th>
      </tr>
    </thead>
  );
}

function WhichOffer({
  label,
  offers,
  value,
  onChange,
}: {
  readonly label: string;
  readonly offers: readonly OfferRecord[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {offers.map(({ id, number, label: name }) => (
        <option key={id} value={id}>
          {number} · {name}
        </option>
      ))}
    </SelectField>
  );
}

/** With its sign; half a minor unit's noise of subtraction is none. */
function difference(amount: number, currency: string): string {
  const text = formatAmount(amount, currency);
  if (/^[−-]?[0.,]+$/.test(text)) return '–';
  return amount > 0 ? `+${text}` : text;
}
