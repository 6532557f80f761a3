import type { ReactNode } from 'react';

/** The cells are many and alike: said once, on the table. */
const tableClass = [
  'w-full text-sm max-sm:block',
  '[&_th]:py-2 [&_th]:pr-4 [&_th]:text-left [&_th]:align-bottom [&_th]:font-medium print:[&_th]:py-1',
  '[&_thead_th+th]:pr-0 [&_thead_th+th]:pl-4 [&_thead_th+th]:text-right',
  '[&_td]:py-2 [&_td]:pl-4 [&_td]:text-right [&_td]:whitespace-nowrap print:[&_td]:py-1',
  'max-sm:[&_tbody_tr]:block max-sm:[&_tfoot_tr]:block max-sm:[&_tr]:py-2 max-sm:[&_tbody_th]:block max-sm:[&_tfoot_th]:block max-sm:[&_th]:py-0',
  'max-sm:[&_td]:flex max-sm:[&_td]:justify-between max-sm:[&_td]:p-0',
  'max-sm:[&_td]:before:text-muted max-sm:[&_td]:before:content-[attr(data-column)]',
].join(' ');

/** Rows whose heads may be alike name a key. */
export type FiguresRow = { readonly key?: string; readonly head: string; readonly cells: readonly ReactNode[] };

/**
 * Figures in rows and columns: the first column names, the others count. Totals stand under a line of their own. On a
 * phone each row becomes a small list, so that nothing is wider than the screen.
 */
export function FiguresTable({
  caption,
  columns,
  rows,
  totals = [],
  note,
}: {
  caption: string;
  columns: readonly string[];
  rows: readonly FiguresRow[];
  totals?: readonly FiguresRow[];
  note?: string;
}) {
  const [first, ...others] = columns;
  return (
    <>
      <table className={tableClass}>
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-strong-rule text-muted">
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-rule border-b border-rule max-sm:block">
          {rows.map((row) => (
            <Row key={row.key ?? row.head} row={row} columns={others} />
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot className="border-t border-strong-rule font-semibold max-sm:block">
            {totals.map((row) => (
              <Row key={row.key ?? row.head} row={row} columns={others} />
            ))}
          </tfoot>
        )}
      </table>
      {note && <p className="mt-2 text-sm text-muted">{note}</p>}
    </>
  );
}

function Row({ row, columns }: { row: FiguresRow; columns: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{row.head}</th>
      {columns.map((column, index) => (
        <td key={column} data-column={column}>
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}
