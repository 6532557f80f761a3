import type { GridColumn } from '@/components/grid/columns';

/** Every row as a plain table, for paper. */
export function PrintedGrid<Item>({
  label,
  items,
  idOf,
  columns,
}: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly columns: readonly GridColumn<Item>[];
}) {
  const shown = columns.filter((column) => !column.activate);
  return (
    <table className="w-full border-collapse text-[7.5pt]">
      <caption className="sr-only">{label}</caption>
      <thead>
        <tr className="border-b border-strong-rule">
          {shown.map((column) => (
            <th
              key={column.id}
              scope="col"
              className={`px-1 py-1 ${column.figures ? 'text-right' : 'text-left'} ${column.heading ? 'w-1/4' : ''}`}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={idOf(item)} className="break-inside-avoid border-b border-rule align-top">
            {shown.map((column) => (
              <td
                key={column.id}
                className={`px-1 py-1 ${column.figures ? 'text-right' : ''} ${column.figures || column.whole ? 'whitespace-nowrap' : ''}`}
              >
                {column.text(item)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
