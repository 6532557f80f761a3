import { FiguresTable } from '@/components/charts/figures-table';
import { formatDate } from '@/lib/format/dates';
import type { ReadinessView } from '@/lib/preparedness/view';

/** The same days as rows, all of them, in order. */
export function TimelineTable({ view }: { view: ReadinessView }) {
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-accent underline underline-offset-4 print:hidden">
        The days as a table
      </summary>
      <FiguresTable
        caption="Every day of the deal"
        columns={['', 'Day', 'State', 'What']}
        rows={view.marks.map(({ id, on, label, state, detail }) => ({
          key: id,
          head: label,
          cells: [
            formatDate(on),
            state === 'fact' ? '–' : state,
            <span key="detail" className="whitespace-normal">
              {detail}
            </span>,
          ],
        }))}
      />
    </details>
  );
}
