'use client';

import { useState } from 'react';
import { type ComparedBy, type ComparedRow, comparedBy } from '@/lib/alternatives/compare';
import { formatAmount } from '@/lib/format/money';
import { alternativeFigures, type BenchFigures } from '@/lib/lines/live';
import type { BenchView } from '@/lib/lines/view';
import type { Model } from '@/lib/model/types';

/** The alternatives beside each other: per workload and per category, run and switching, and what differs. */
export function SideBySide({
  view,
  model,
  figures,
}: {
  readonly view: BenchView;
  readonly model: Model;
  readonly figures: BenchFigures;
}) {
  const [by, setBy] = useState<ComparedBy>('workload');
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const rows = comparedBy(by, model);
  const shown = onlyDiffering ? rows.filter(({ differs }) => differs) : rows;
  const withOffer = by === 'workload' && view.offers.length > 0;
  return (
    <section aria-labelledby="side-by-side" className="mt-12">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h2 id="side-by-side" className="text-2xl">
          Side by side
        </h2>
        <div className="flex flex-wrap items-center gap-4 text-sm print:hidden">
          <fieldset className="flex rounded-md border border-strong-rule">
            <legend className="sr-only">Compare per</legend>
            {(['workload', 'category'] as const).map((one) => (
              <label
                key={one}
                className={`flex min-h-9 cursor-pointer items-center px-3 first-of-type:rounded-l-md last-of-type:rounded-r-md has-focus-visible:outline-2 has-focus-visible:outline-accent ${by === one ? 'bg-accent text-on-accent' : ''}`}
              >
                <input
                  type="radio"
                  name="compare"
                  className="sr-only"
                  checked={by === one}
                  onChange={() => setBy(one)}
                />
                Per {one}
              </label>
            ))}
          </fieldset>
          <label className="flex min-h-9 items-center gap-2">
            <input
              type="checkbox"
              className="size-5 accent-[var(--accent)]"
              checked={onlyDiffering}
              onChange={(event) => setOnlyDiffering(event.target.checked)}
            />
            Only what differs
          </label>
        </div>
      </div>
      <div className="mt-3 overflow-x-auto rounded-lg border border-rule bg-surface">
        <table className="w-full text-sm">
          <caption className="sr-only">
            All-in costs per {by}, in {view.currency}, run and switching of each alternative
          </caption>
          <thead>
            <tr className="border-b border-rule text-left align-bottom">
              <th rowSpan={2} scope="col" className="px-3 py-2 font-medium">
                {by === 'workload' ? 'Workload' : 'Category'}
              </th>
              {withOffer && (
                <th rowSpan={2} scope="col" className="px-3 py-2 text-right font-medium text-offer">
                  Offer
                </th>
              )}
              {view.alternatives.map(({ id, key, label }) => (
                <th
                  key={id}
                  colSpan={2}
                  scope="colgroup"
                  className="border-l border-rule px-3 pt-2 text-right font-medium"
                >
                  {label}
                  {key === view.chosen && <span className="block text-xs font-normal text-alternative">BATNA</span>}
                </th>
              ))}
            </tr>
            <tr className="border-b border-strong-rule text-xs text-muted">
              {view.alternatives.map(({ id }) => (
                <RunAndSwitchingHeads key={id} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={row.name}
                row={row}
                ids={view.alternatives.map(({ id }) => id)}
                currency={view.currency}
                withOffer={withOffer}
              />
            ))}
            {shown.length === 0 && (
              <tr>
                <td colSpan={2 + 2 * view.alternatives.length} className="px-3 py-4 text-muted">
                  {rows.length === 0
                    ? 'There is no line to compare yet.'
                    : 'The alternatives cost the same everywhere.'}
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr className="border-t border-strong-rule font-medium">
              <th scope="row" className="px-3 py-2 text-left">
                All-in
              </th>
              {withOffer && (
                <td className="px-3 py-2 text-right">
                  {formatAmount(figures.totals.offer.presentValue, view.currency)}
                </td>
              )}
              {view.alternatives.map(({ id }) => (
                <RunAndSwitching key={id} {...partsOf(figures, id)} currency={view.currency} />
              ))}
            </tr>
            <tr>
              <th scope="row" className="px-3 pb-2 text-left font-normal text-muted">
                Together
              </th>
              {withOffer && <td />}
              {view.alternatives.map(({ id }) => (
                <td
                  key={id}
                  colSpan={2}
                  className="border-l border-rule px-3 pb-2 text-right font-serif text-base font-semibold"
                >
                  {formatAmount(alternativeFigures(figures, id)?.presentValue ?? 0, view.currency)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="mt-2 text-xs text-muted">
        Present values in {view.currency}. A cell is marked where the alternatives differ; parts may differ from the
        whole by a minor unit.
      </p>
    </section>
  );
}

function RunAndSwitchingHeads() {
  return (
    <>
      <th scope="col" className="border-l border-rule px-3 pb-2 text-right font-normal">
        Run
      </th>
      <th scope="col" className="px-3 pb-2 text-right font-normal">
        Switching
      </th>
    </>
  );
}

function Row({
  row,
  ids,
  currency,
  withOffer,
}: {
  readonly row: ComparedRow;
  /** Of the alternatives, in order. */
  readonly ids: readonly string[];
  readonly currency: string;
  readonly withOffer: boolean;
}) {
  const [first] = row.costs;
  return (
    <tr className="border-b border-rule last:border-0">
      <th scope="row" className="px-3 py-2 text-left font-medium">
        {row.name || <span className="text-muted">Without</span>}
      </th>
      {withOffer && <td className="px-3 py-2 text-right">{amount(row.offer ?? 0, currency)}</td>}
      {row.costs.map((costs, index) => (
        <RunAndSwitching
          key={ids[index]}
          {...costs}
          currency={currency}
          runDiffers={costs.run !== first?.run}
          switchingDiffers={costs.switching !== first?.switching}
        />
      ))}
    </tr>
  );
}

function RunAndSwitching({
  run,
  switching,
  currency,
  runDiffers = false,
  switchingDiffers = false,
}: {
  readonly run: number;
  readonly switching: number;
  readonly currency: string;
  readonly runDiffers?: boolean;
  readonly switchingDiffers?: boolean;
}) {
  const mark = 'underline decoration-warn decoration-2 underline-offset-4';
  return (
    <>
      <td className={`border-l border-rule px-3 py-2 text-right ${runDiffers ? mark : ''}`}>{amount(run, currency)}</td>
      <td className={`px-3 py-2 text-right ${switchingDiffers ? mark : ''}`}>{amount(switching, currency)}</td>
    </>
  );
}

function partsOf(figures: BenchFigures, id: string): { run: number; switching: number } {
  const found = alternativeFigures(figures, id);
  return { run: found?.run ?? 0, switching: found?.switching ?? 0 };
}

function amount(value: number, currency: string): string {
  return value === 0 ? '–' : formatAmount(value, currency);
}
