'use client';

import {
  type CellSelectionRange,
  cellSelectionFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { MoveOn } from '@/components/grid/cell-editor';
import {
  htmlOfRectangle,
  isOwn,
  type Rectangle,
  rectangleOfDocument,
  rectangleOfText,
  textOfRectangle,
} from '@/components/grid/clipboard';
import type { CellEdit, CellMark, GridColumn } from '@/components/grid/columns';
import { type Editing, GridRow, type RowHandlers } from '@/components/grid/grid-row';
import { commandOf, type Destination, type GridCommand, placeAfter } from '@/components/grid/keyboard';
import { PrintedGrid } from '@/components/grid/printed-grid';
import { usePrinting } from '@/components/grid/use-printing';

const features = tableFeatures({ cellSelectionFeature, columnVisibilityFeature });
const rowHeight = 40;
const headHeight = 40;

export type CellPlace = { readonly id: string; readonly columnId: string };

export type GridProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly columns: readonly GridColumn<Item>[];
  readonly readOnly?: boolean;
  readonly markOf: (item: Item, columnId: string) => CellMark | null;
  /** With every keystroke; null once nothing is being typed any more. */
  readonly onType: (typing: CellEdit | null) => void;
  /** Texts for cells: one that was typed, or all that were filled or cleared at once. */
  readonly onEdit: (edits: readonly CellEdit[]) => void;
  /** A rectangle from the clipboard, at the active cell; `own` where a grid of the portal put it there. */
  readonly onPaste: (rectangle: Rectangle, at: CellPlace, own: boolean) => void;
  readonly onOpen: (id: string) => void;
  readonly onAdd: (afterId: string | null) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly announce: (message: string) => void;
};

/** A table one moves through and types in like a spreadsheet. Only the rows in sight are drawn. */
export function Grid<Item extends object>(props: GridProps<Item>) {
  // The virtualizer keeps its answers in itself, which the compiler's memory does not know of.
  'use no memo';
  const { label, items, idOf, columns, readOnly = false, markOf, announce } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const follow = useRef(false);
  const moved = useRef<MoveOn | null>(null);
  const [editing, setEditing] = useState<(Editing & { rowId: string }) | null>(null);
  const printing = usePrinting();

  const definitions = useMemo(
    () =>
      columns.map((column) => ({ id: column.id, header: column.name, accessorFn: (item: Item) => column.text(item) })),
    [columns],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: items,
    getRowId: idOf,
    autoResetCellSelection: false,
  });
  const rows = table.getRowModel().rows;
  const range = table.state.cellSelection.at(-1) ?? null;
  const [bounds] = table.getCellSelectionBounds();
  const activeColumn = range ? columns.findIndex(({ id }) => id === range.anchorColumnId) : 0;
  const activeRow = range
    ? Math.max(
        0,
        rows.findIndex(({ id }) => id === range.anchorRowId),
      )
    : 0;
  const focusRow = range
    ? Math.max(
        0,
        rows.findIndex(({ id }) => id === range.focusRowId),
      )
    : 0;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollPaddingStart: headHeight,
    initialRect: { width: 1000, height: 600 },
    // The active row stays drawn, so that the keyboard never loses its place.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const inSight = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
      if (activeRow < from) return [activeRow, ...inSight];
      return activeRow > to && activeRow < count ? [...inSight, activeRow] : inSight;
    },
  });

  const select = useCallback(
    (to: CellSelectionRange) => {
      follow.current = true;
      table.selectCellRange(to);
    },
    [table],
  );

  // The browser's focus goes where the active cell is, unless somebody is busy elsewhere.
  useLayoutEffect(() => {
    if (!follow.current || editing) return;
    follow.current = false;
    virtualizer.scrollToIndex(focusRow, { align: 'auto' });
    const row = rows[activeRow]?.id ?? '';
    const column = columns[activeColumn]?.id ?? '';
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = useCallback(
    (row: number, column: number) => {
      const rowId = rows[row]?.id;
      const columnId = columns[column]?.id;
      if (rowId === undefined || columnId === undefined) return;
      select({ anchorRowId: rowId, anchorColumnId: columnId, focusRowId: rowId, focusColumnId: columnId });
    },
    [rows, columns, select],
  );

  function move(to: Destination, extend: boolean) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeight) - 2);
    const size = { rows: rows.length, columns: columns.length, page };
    if (!extend || !range) {
      const next = placeAfter({ row: activeRow, column: activeColumn }, to, size);
      return goTo(next.row, next.column);
    }
    const column = columns.findIndex(({ id }) => id === range.focusColumnId);
    const next = placeAfter({ row: focusRow, column }, to, size);
    select({
      ...range,
      focusRowId: rows[next.row]?.id ?? range.focusRowId,
      focusColumnId: columns[next.column]?.id ?? range.focusColumnId,
    });
    announce(selectionWords({ row: activeRow, column: activeColumn }, next));
  }

  const edit = useCallback((rowId: string, columnId: string, over: string | null) => {
    const { items, idOf, columns, readOnly } = latest.current;
    const item = items.find((one) => idOf(one) === rowId);
    const column = columns.find(({ id }) => id === columnId);
    if (!item || !column) return;
    if (column.activate) return column.activate(item);
    if (readOnly || !column.edit) return latest.current.announce('This cell cannot be written.');
    if (!column.edit.allows(item)) return latest.current.announce('This kind of line has no such figure.');
    const from = column.edit.text(item);
    setEditing({ rowId, columnId, initial: over ?? from, over: over !== null, from });
  }, []);

  /** Every cell of the selection that can be written, with its place. */
  function selectedCells() {
    const {
      minRowIndex = activeRow,
      maxRowIndex = activeRow,
      minColumnIndex = activeColumn,
      maxColumnIndex = activeColumn,
    } = bounds ?? {};
    const cells: { item: Item; row: number; column: GridColumn<Item> }[] = [];
    for (let row = minRowIndex; row <= maxRowIndex; row++) {
      const item = rows[row]?.original;
      if (item === undefined) continue;
      for (const column of columns.slice(minColumnIndex, maxColumnIndex + 1)) {
        if (!readOnly && column.edit?.allows(item)) cells.push({ item, row, column });
      }
    }
    return { cells, minRowIndex, maxRowIndex };
  }

  function clear() {
    const { cells } = selectedCells();
    props.onEdit(cells.map(({ item, column }) => ({ id: idOf(item), columnId: column.id, text: '' })));
    announce(cells.length === 1 ? 'Cleared' : `${cells.length} cells cleared`);
  }

  /** The first row of the selection into the others; where only one row is selected, the row above into it. */
  function fillDown() {
    const { cells, minRowIndex, maxRowIndex } = selectedCells();
    const from = minRowIndex === maxRowIndex ? minRowIndex - 1 : minRowIndex;
    const source = rows[from]?.original;
    if (source === undefined) return announce('There is no row above to fill from.');
    const filled = cells.filter(({ row, column }) => row > from && column.edit?.allows(source));
    props.onEdit(
      filled.map(({ item, column }) => ({
        id: idOf(item),
        columnId: column.id,
        text: column.edit?.text(source) ?? '',
      })),
    );
    announce(filled.length === 1 ? 'One cell filled' : `${filled.length} cells filled`);
  }

  function act(command: GridCommand) {
    const active = rows[activeRow];
    const column = columns[activeColumn];
    if (!active || !column) return;
    switch (command.does) {
      case 'move':
        return move(command.to, command.extend);
      case 'edit':
        return edit(active.id, column.id, null);
      case 'replace':
        return column.activate && command.text !== ' ' ? undefined : edit(active.id, column.id, command.text);
      case 'clear':
        return clear();
      case 'fill down':
        return fillDown();
      case 'collapse':
        return goTo(activeRow, activeColumn);
      case 'select all':
        return table.selectAllCells();
      case 'select row':
        return select(rangeOf(active.id, columns[0]?.id, active.id, columns.at(-1)?.id));
      case 'select column':
        return select(rangeOf(rows[0]?.id, column.id, rows.at(-1)?.id, column.id));
      case 'undo':
        return props.onUndo();
      case 'redo':
        return props.onRedo();
      case 'open':
        return props.onOpen(active.id);
      case 'add':
        return readOnly ? undefined : props.onAdd(active.id);
    }
  }

  function copy(event: ClipboardEvent, cut: boolean) {
    if (!isCell(event.target)) return;
    event.preventDefault();
    const {
      minRowIndex = activeRow,
      maxRowIndex = activeRow,
      minColumnIndex = activeColumn,
      maxColumnIndex = activeColumn,
    } = bounds ?? {};
    const rectangle = rows.slice(minRowIndex, maxRowIndex + 1).map(({ original }) =>
      columns.slice(minColumnIndex, maxColumnIndex + 1).map((column) => {
        const number = column.number?.(original) ?? null;
        const text = column.text(original);
        return number === null ? { text } : { text, number };
      }),
    );
    event.clipboardData.setData('text/plain', textOfRectangle(rectangle));
    event.clipboardData.setData('text/html', htmlOfRectangle(rectangle));
    if (cut) clear();
    else announce(`${rectangle.length} by ${rectangle[0]?.length ?? 0} cells copied`);
  }

  function paste(event: ClipboardEvent) {
    const active = rows[activeRow];
    const column = columns[activeColumn];
    if (!isCell(event.target) || readOnly || !active || !column) return;
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    const fromTable = html ? rectangleOfDocument(new DOMParser().parseFromString(html, 'text/html')) : null;
    const rectangle = fromTable ?? rectangleOfText(event.clipboardData.getData('text/plain'));
    const [first] = rectangle;
    if (rectangle.length > 1 || (first?.length ?? 0) > 1) {
      return props.onPaste(rectangle, { id: active.id, columnId: column.id }, isOwn(html));
    }
    const text = first?.[0]?.text ?? '';
    const { cells } = selectedCells();
    props.onEdit(cells.map((cell) => ({ id: idOf(cell.item), columnId: cell.column.id, text })));
  }

  function keyDown(event: KeyboardEvent) {
    if (!isCell(event.target)) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    act(command);
  }

  const handlers = useMemo((): RowHandlers<Item> => {
    const cellRange = (rowId: string, columnId: string) => rangeOf(rowId, columnId, rowId, columnId);
    return {
      onPoint: (event, rowId, columnId) => {
        if (event.button !== 0 || (event.target as HTMLElement).closest('input,button,a,[role=listbox]')) return;
        const current = table.store.state.cellSelection.at(-1);
        const extended = event.shiftKey && current ? { ...current, focusRowId: rowId, focusColumnId: columnId } : null;
        // The active cell keeps the focus while the selection reaches out from it.
        if (extended) event.preventDefault();
        follow.current = true;
        table.selectCellRange(extended ?? cellRange(rowId, columnId));
      },
      onFocus: (rowId, columnId) => table.selectCellRange(cellRange(rowId, columnId)),
      onDragOver: (rowId, columnId) => {
        const current = table.store.state.cellSelection.at(-1);
        if (current) table.selectCellRange({ ...current, focusRowId: rowId, focusColumnId: columnId });
      },
      onOpenCell: (rowId, columnId) => edit(rowId, columnId, null),
      onType: (item, columnId, text) => latest.current.onType({ id: latest.current.idOf(item), columnId, text }),
      onDone: (edit, moveOn) => {
        setEditing(null);
        latest.current.onType(null);
        // A text that was only looked at is no edit.
        if (edit.text !== edit.from) latest.current.onEdit([edit]);
        if (moveOn !== 'stay') moved.current = moveOn;
        follow.current = moveOn !== 'stay';
      },
      onCancel: () => {
        setEditing(null);
        latest.current.onType(null);
        follow.current = true;
      },
    };
  }, [table, edit]);

  // After an edit the active cell moves on, within the rows as they then are.
  useLayoutEffect(() => {
    const to = moved.current;
    if (!to || to === 'stay') return;
    moved.current = null;
    move(to, false);
  });

  const leastWidth = columns.reduce((sum, { width }) => sum + width, 0);
  if (printing) return <PrintedGrid label={label} items={items} idOf={idOf} columns={columns} />;
  const template = columns
    .map(({ width, grow = 0 }) => (grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
    .join(' ');
  return (
    <div
      ref={scroller}
      className="relative max-h-[min(70dvh,48rem)] overflow-auto overscroll-contain rounded-lg border border-rule bg-surface"
      style={{ '--grid-columns': template } as React.CSSProperties}
    >
      <table
        {...{
          role: 'grid',
          'aria-label': label,
          'aria-rowcount': rows.length + 1,
          'aria-colcount': columns.length,
          'aria-multiselectable': true,
          'aria-readonly': readOnly,
        }}
        onKeyDown={keyDown}
        onCopy={(event) => copy(event, false)}
        onCut={(event) => copy(event, !readOnly)}
        onPaste={paste}
        className="block w-full"
        style={{ minWidth: leastWidth }}
      >
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
                {column.name || <span className="sr-only">Details</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="relative block" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((virtual) => {
            const row = rows[virtual.index];
            if (!row) return null;
            const inBounds = bounds && virtual.index >= bounds.minRowIndex && virtual.index <= bounds.maxRowIndex;
            return (
              <GridRow
                key={row.id}
                item={row.original}
                rowId={row.id}
                index={virtual.index}
                top={virtual.start}
                height={rowHeight}
                columns={columns}
                selectedFrom={inBounds ? bounds.minColumnIndex : null}
                selectedTo={inBounds ? bounds.maxColumnIndex : null}
                active={virtual.index === activeRow ? activeColumn : null}
                editing={editing?.rowId === row.id ? editing : null}
                readOnly={readOnly}
                markOf={markOf}
                handlers={handlers}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function rangeOf(anchorRowId = '', anchorColumnId = '', focusRowId = '', focusColumnId = ''): CellSelectionRange {
  return { anchorRowId, anchorColumnId, focusRowId, focusColumnId };
}

/** Keys and clipboard concern the grid where a cell has them, not a field or a button inside one. */
function isCell(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.dataset.column !== undefined;
}

function selectionWords(from: { row: number; column: number }, to: { row: number; column: number }): string {
  const rows = Math.abs(to.row - from.row) + 1;
  const columns = Math.abs(to.column - from.column) + 1;
  return rows * columns === 1 ? 'One cell' : `${rows} by ${columns} cells`;
}
