import { ChevronDown, ChevronRight } from 'lucide-react';
import type { GridColumn } from '@/components/grid/columns';
import type { ShownGroup } from '@/components/grid/use-grid-table';

type Props<Item> = {
  readonly rowId: string;
  readonly group: ShownGroup;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn<Item>[];
  /** What stands in its columns for all of its items together. */
  readonly summary: Readonly<Record<string, string>>;
  readonly active: number | null;
  readonly onFocus: (rowId: string, columnId: string) => void;
};

/** The head of a group: its name, how many there are, and what they come to. */
export function GridGroupRow<Item>({
  rowId,
  group,
  index,
  top,
  height,
  columns,
  summary,
  active,
  onFocus,
}: Props<Item>) {
  const Chevron = group.open ? ChevronDown : ChevronRight;
  return (
    <tr
      {...{ 'aria-rowindex': index + 2, 'aria-expanded': group.open, 'aria-level': 1 }}
      className="absolute inset-x-0 grid border-b border-rule bg-sunken font-medium"
      style={{ gridTemplateColumns: 'var(--grid-columns)', top, height }}
    >
      {columns.map((column, place) => (
        <td
          key={column.id}
          {...{ role: column.heading ? 'rowheader' : 'gridcell', 'aria-colindex': place + 1, 'aria-readonly': true }}
          tabIndex={active === place ? 0 : -1}
          data-row={rowId}
          data-column={column.id}
          onFocus={() => active !== place && onFocus(rowId, column.id)}
          className={[
            'flex min-w-0 items-center px-2 text-sm outline-none',
            column.heading ? 'sticky left-0 z-10 border-r border-rule bg-sunken' : '',
            column.figures ? 'justify-end' : '',
            active === place ? 'ring-2 ring-accent ring-inset' : '',
          ].join(' ')}
        >
          {column.heading ? (
            <button
              type="button"
              tabIndex={-1}
              onClick={group.toggle}
              className="flex min-w-0 items-center gap-1.5 text-left"
            >
              <Chevron aria-hidden="true" className="size-4 shrink-0" />
              <span className="truncate">{group.name || 'Without'}</span>
              <span className="font-normal text-muted">{group.ids.length}</span>
            </button>
          ) : (
            <span className="truncate">{summary[column.id] ?? ''}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
