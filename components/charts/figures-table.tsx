import type { ReactNode } from 'react';

export type FiguresRow = { readonly head: string; readonly cells: readonly ReactNode[] };

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
      <table className="w-full text-sm max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead className="max-sm:sr-only">
          <tr className="border-b border-strong-rule text-muted">
            <th scope="col" className="py-2 pr-4 text-left align-bottom font-medium">
              {first}
            </th>
            {others.map((column) => (
              <th key={column} scope="col" className="py-2 pl-4 text-right align-bottom font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <Row key={row.head} row={row} columns={others} className="border-b border-rule" />
          ))}
        </tbody>
        {totals.length > 0 && (
          <tfoot className="border-t border-strong-rule font-semibold max-sm:block">
            {totals.map((row) => (
              <Row key={row.head} row={row} columns={others} />
            ))}
          </tfoot>
        )}
      </table>
      {note && <p className="mt-2 text-sm text-muted">{note}</p>}
    </>
  );
}

function Row({ row, columns, className = '' }: { row: FiguresRow; columns: readonly string[]; className?: string }) {
  return (
    <tr className={`max-sm:block max-sm:py-2 ${className}`}>
      <th scope="row" className="py-2 pr-4 text-left font-medium max-sm:block max-sm:py-0 print:py-1">
        {row.head}
      </th>
      {columns.map((column, index) => (
        <td
          key={column}
          data-column={column}
          className="whitespace-nowrap py-2 pl-4 text-right print:py-1 max-sm:flex max-sm:justify-between max-sm:p-0 max-sm:before:text-muted max-sm:before:content-[attr(data-column)]"
        >
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}
