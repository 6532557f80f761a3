'use client';

import type { CellSelectionRange } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { MoveOn } from '@/components/grid/cell-editor';
import type { GridColumn } from '@/components/grid/columns';
import { gridCommands } from '@/components/grid/grid-commands';
import { GridGroupRow } from '@/components/grid/grid-group-row';
import type { CellPlace, GridProps } from '@/components/grid/grid-props';
import { type Editing, GridRow, type RowHandlers } from '@/components/grid/grid-row';
import { commandOf } from '@/components/grid/keyboard';
import { PrintedGrid } from '@/components/grid/printed-grid';
import { useGridTable } from '@/components/grid/use-grid-table';
import { usePrinting } from '@/components/grid/use-printing';

const rowHeight = 40;
const headHeight = 40;

/** A table one moves through and types in like a spreadsheet. Only the rows in sight are drawn. */
export function Grid<Item extends object>(props: GridProps<Item>) {
  // The virtualizer keeps its answers in itself, which the compiler's memory does not know of.
  'use no memo';
  const { label, items, idOf, columns, groupBy = null, summaryOf, readOnly = false, markOf } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  /** Whether the browser's focus shall follow the active cell once this is drawn. */
  const follow = useRef(false);
  const moveOn = useRef<MoveOn>('stay');
  const [editing, setEditing] = useState<(Editing & { rowId: string }) | null>(null);
  const printing = usePrinting();
  const { table, rows, range, selected, itemOf } = useGridTable({ items, idOf, columns, groupBy });
  const { activeRow, activeColumn, focusRow } = selected;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollPaddingStart: headHeight,
    initialRect: { width: 1000, height: 600 },
    rangeExtractor: (seen) => withActiveRow(seen, activeRow),
  });

  const select = useCallback(
    (to: CellSelectionRange) => {
      follow.current = true;
      table.selectCellRange(to);
    },
    [table],
  );

  const edit = useCallback((rowId: string, columnId: string, over: string | null) => {
    const { items, idOf, columns, readOnly, announce } = latest.current;
    const item = items.find((one) => idOf(one) === rowId);
    const column = columns.find(({ id }) => id === columnId);
    if (!item || !column) return;
    if (column.activate) return column.activate(item);
    if (readOnly || !column.edit) return announce('This cell cannot be written.');
    if (!column.edit.allows(item)) return announce('This kind of line has no such figure.');
    const from = column.edit.text(item);
    setEditing({ rowId, columnId, initial: over ?? from, over: over !== null, from });
  }, []);

  const actions = gridCommands({
    props,
    rows,
    itemOf,
    selected,
    rowsInSight: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2),
    select,
    selectAll: () => table.selectAllCells(),
    edit,
  });

  useLayoutEffect(() => {
    // After an edit the active cell moves on, within the rows as they then are.
    const to = moveOn.current;
    moveOn.current = 'stay';
    if (to !== 'stay') return actions.move(to, false);
    if (!follow.current || editing) return;
    follow.current = false;
    virtualizer.scrollToIndex(focusRow, { align: 'auto' });
    const cell = cellAt(scroller.current, rows[activeRow]?.id, columns[activeColumn]?.id);
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const shownItem = useRef(props.reveal);
  useEffect(() => {
    const { reveal = null, columns } = latest.current;
    if (!reveal || shownItem.current === reveal || !rows.some(({ id }) => id === reveal.id)) return;
    shownItem.current = reveal;
    const columnId = columns[0]?.id ?? '';
    select({ anchorRowId: reveal.id, anchorColumnId: columnId, focusRowId: reveal.id, focusColumnId: columnId });
  });

  // Somebody else may take away the row that is typed in.
  const lost = editing !== null && !itemOf(editing.rowId);
  useEffect(() => {
    if (!lost) return;
    setEditing(null);
    latest.current.onType(null);
  }, [lost]);

  const [firstRow, lastRow] = selected.rows;
  useEffect(() => {
    const chosen = range === null ? [] : rows.slice(firstRow, lastRow + 1);
    latest.current.onSelect(chosen.flatMap(({ id, group }) => (group ? [] : [id])));
  }, [range, rows, firstRow, lastRow]);

  const handlers = useMemo((): RowHandlers<Item> => {
    const corner = () => table.store.state.cellSelection.at(-1);
    const one = (rowId: string, columnId: string): CellSelectionRange => ({
      anchorRowId: rowId,
      anchorColumnId: columnId,
      focusRowId: rowId,
      focusColumnId: columnId,
    });
    return {
      onPoint: (event, rowId, columnId) => {
        if (event.button !== 0 || (event.target as HTMLElement).closest('input,button,a,[role=listbox]')) return;
        const from = corner();
        const extended = event.shiftKey && from ? { ...from, focusRowId: rowId, focusColumnId: columnId } : null;
        // The active cell keeps the focus while the selection reaches out from it.
        if (extended) event.preventDefault();
        follow.current = true;
        table.selectCellRange(extended ?? one(rowId, columnId));
      },
      onFocus: (rowId, columnId) => table.selectCellRange(one(rowId, columnId)),
      onDragOver: (rowId, columnId) => {
        const from = corner();
        if (from) table.selectCellRange({ ...from, focusRowId: rowId, focusColumnId: columnId });
      },
      onOpenCell: (rowId, columnId) => edit(rowId, columnId, null),
      onType: (item, columnId, text) => latest.current.onType({ id: latest.current.idOf(item), columnId, text }),
      onDone: (typed, to) => {
        setEditing(null);
        latest.current.onType(null);
        // A text that was only looked at is no edit.
        if (typed.text !== typed.from) latest.current.onEdit([typed]);
        moveOn.current = to;
      },
      onCancel: () => {
        setEditing(null);
        latest.current.onType(null);
        follow.current = true;
      },
    };
  }, [table, edit]);

  function keyDown(event: KeyboardEvent) {
    const command = isCell(event.target) ? commandOf(event) : null;
    if (!command) return;
    event.preventDefault();
    actions.act(command);
  }

  function left({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) props.onPlace(null);
  }

  if (printing) return <PrintedGrid label={label} items={items} idOf={idOf} columns={columns} />;
  const leastWidth = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      ref={scroller}
      className="relative max-h-[min(70dvh,48rem)] overflow-auto overscroll-contain rounded-lg border border-rule bg-surface"
      style={{ '--grid-columns': templateOf(columns) } as React.CSSProperties}
    >
      <table
        {...{
          role: groupBy === null ? 'grid' : 'treegrid',
          'aria-label': label,
          'aria-rowcount': rows.length + 1,
          'aria-colcount': columns.length,
          'aria-multiselectable': true,
          'aria-readonly': readOnly,
        }}
        onKeyDown={keyDown}
        onFocus={({ target }) => props.onPlace(placeOf(target))}
        onBlur={left}
        onCopy={(event) => isCell(event.target) && actions.copy(event, false)}
        onCut={(event) => isCell(event.target) && actions.copy(event, !readOnly)}
        onPaste={(event) => isCell(event.target) && actions.paste(event)}
        className="block w-full"
        style={{ minWidth: leastWidth }}
      >
        <GridHead columns={columns} />
        <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { rowId: row.id, index, top: start, height: rowHeight, columns };
            const active = index === activeRow ? activeColumn : null;
            if (row.group) {
              const inGroup = row.group.ids.flatMap((id) => itemOf(id) ?? []);
              return (
                <GridGroupRow
                  key={row.id}
                  {...place}
                  group={row.group}
                  summary={summaryOf?.(inGroup) ?? {}}
                  active={active}
                  onFocus={handlers.onFocus}
                />
              );
            }
            const item = itemOf(row.id);
            if (!item) return null;
            const inside = range !== null && index >= firstRow && index <= lastRow;
            return (
              <GridRow
                key={row.id}
                {...place}
                item={item}
                selectedFrom={inside ? selected.columns[0] : null}
                selectedTo={inside ? selected.columns[1] : null}
                active={active}
                editing={editing?.rowId === row.id ? editing : null}
                readOnly={readOnly}
                markOf={markOf}
                visitors={props.visitors.get(row.id)}
                handlers={handlers}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function GridHead<Item>({ columns }: { readonly columns: readonly GridColumn<Item>[] }) {
  return (
    <thead className="sticky top-0 z-30 block">
      <tr
        aria-rowindex={1}
        className="grid border-b border-strong-rule bg-paper"
        style={{ gridTemplateColumns: 'var(--grid-columns)', height: headHeight }}
      >
        {columns.map((column, place) => (
          <th
            key={column.id}
            scope="col"
            aria-colindex={place + 1}
            className={`flex items-center bg-paper px-2 text-xs font-medium text-muted ${column.figures ? 'justify-end text-right' : ''} ${column.heading ? 'sticky left-0 z-10 border-r border-rule' : ''}`}
          >
            {column.hideName ? <span className="sr-only">{column.name}</span> : column.name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type Seen = {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly overscan: number;
  readonly count: number;
};

/** The rows to draw: those in sight, and the active one, so that the keyboard never loses its place. */
function withActiveRow({ startIndex, endIndex, overscan, count }: Seen, active: number): number[] {
  const from = Math.max(0, startIndex - overscan);
  const to = Math.min(count - 1, endIndex + overscan);
  const inSight = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (active >= count || (active >= from && active <= to)) return inSight;
  return active < from ? [active, ...inSight] : [...inSight, active];
}

function templateOf<Item>(columns: readonly GridColumn<Item>[]): string {
  return columns.map(({ width, grow = 0 }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`)).join(' ');
}

/** Keys and clipboard concern the grid where a cell has them, not a field or a button inside one. */
function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.column !== undefined;
}

function placeOf(target: EventTarget): CellPlace | null {
  const { row, column } = (target as HTMLElement).closest<HTMLElement>('[data-column]')?.dataset ?? {};
  return row !== undefined && column !== undefined ? { id: row, columnId: column } : null;
}

function cellAt(scroller: HTMLElement | null, rowId = '', columnId = ''): HTMLElement | null {
  const wanted = `[data-row="${CSS.escape(rowId)}"][data-column="${CSS.escape(columnId)}"]`;
  return scroller?.querySelector<HTMLElement>(wanted) ?? null;
}
