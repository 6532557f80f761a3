import { FiguresTable } from '@/components/charts/figures-table';
import { formatAmount, formatMoney } from '@/lib/format/money';
import type { ComparedView, DecideView, SnapshotView } from '@/lib/thresholds/view';

/** What each decision was made upon, opened; and this threshold beside another. */
export function Kept({ view, comparison }: { view: DecideView; comparison: ComparedView | null }) {
  return (
    <section aria-labelledby="kept" className="border-t border-strong-rule pt-3">
      <h2 id="kept" className="text-xl">
        What was kept
      </h2>
      {view.snapshots.length === 0 && (
        <p className="mt-2 text-muted">It came with a model file: nothing was kept of what it was written down upon.</p>
      )}
      {view.snapshots.map((snapshot) => (
        <Opened key={snapshot.hash} snapshot={snapshot} currency={view.currency} />
      ))}
      {view.others.length > 0 && (
        <form method="get" action={`#compared`} className="mt-4 flex flex-wrap items-end gap-3 print:hidden">
          <label className="min-w-0 grow text-sm font-medium">
            Compare it with
            <select
              name="with"
              className="mt-1 block min-h-11 w-full rounded-md border border-strong-rule bg-surface px-3 py-2 text-base"
            >
              {view.others.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <button
            type="submit"
            className="min-h-11 rounded-md border border-strong-rule bg-surface px-4 py-2 text-sm font-medium hover:bg-sunken"
          >
            Compare
          </button>
        </form>
      )}
      {comparison && (
        <div id="compared" className="mt-6 scroll-mt-6">
          <h3 className="text-lg">Side by side</h3>
          <p className="mt-1 mb-2 text-sm text-muted">
            This one: {comparison.left}. The other: {comparison.right}.
          </p>
          <FiguresTable
            caption="Two thresholds side by side"
            columns={['', 'This one', 'The other']}
            rows={comparison.rows.map(({ name, left, right, same }) => ({
              key: name,
              head: same ? name : `${name} ≠`,
              cells: [cell(left), cell(right)],
            }))}
            note="≠ marks what differs. Of the lines, only those that differ."
          />
        </div>
      )}
    </section>
  );
}

const cell = (text: string) => <span className="inline-block max-w-56 min-w-0 pl-3 whitespace-normal">{text}</span>;

function Opened({ snapshot, currency }: { snapshot: SnapshotView; currency: string }) {
  const { offer, alternative, lines } = snapshot;
  return (
    <details className="mt-2">
      <summary className="min-h-11 cursor-pointer py-2.5">
        <span className="text-accent underline underline-offset-4">As it was when {snapshot.keptFor.join(', ')}</span>
        <span className="ml-2 font-mono text-xs text-muted">{snapshot.hash.slice(0, 10)}…</span>
      </summary>
      <p className="font-mono text-xs break-all text-muted">{snapshot.hash}</p>
      {lines.length === 0 ? (
        <p className="mt-1 text-sm text-muted">It holds no figures.</p>
      ) : (
        <FiguresTable
          caption={`All-in costs in this snapshot, present values in ${currency}`}
          columns={['', 'All-in cost']}
          rows={lines.map(({ key, label, presentValue }) => ({
            key,
            head: label,
            cells: [formatAmount(presentValue, currency)],
          }))}
          totals={[
            ...(offer ? [{ head: offer.label, cells: [formatMoney(offer.presentValue, currency)] }] : []),
            ...(alternative
              ? [{ head: alternative.label, cells: [formatMoney(alternative.presentValue, currency)] }]
              : []),
          ]}
          note="A present value is rounded once: parts may differ from the whole by a minor unit."
        />
      )}
    </details>
  );
}
