import type { CellSelectionRange } from '@tanstack/react-table';
import type { ClipboardEvent } from 'react';
import {
  type ClipboardCell,
  htmlOfRectangle,
  isOwn,
  type Rectangle,
  rectangleOfDocument,
  rectangleOfText,
  repeated,
  textOfRectangle,
} from '@/components/grid/clipboard';
import type { GridColumn } from '@/components/grid/columns';
import type { GridProps } from '@/components/grid/grid-props';
import { type Destination, type GridCommand, placeAfter } from '@/components/grid/keyboard';
import type { Selected, ShownRow } from '@/components/grid/use-grid-table';

type Context<Item> = {
  readonly props: GridProps<Item>;
  readonly rows: readonly ShownRow[];
  readonly itemOf: (id: string) => Item | undefined;
  readonly selected: Selected;
  readonly rowsInSight: () => number;
  readonly select: (range: CellSelectionRange) => void;
  readonly selectAll: () => void;
  /** Begins to edit a cell, over what it holds where a key was struck. */
  readonly edit: (rowId: string, columnId: string, over: string | null) => void;
};

export type GridCommands = {
  readonly act: (command: GridCommand) => void;
  readonly move: (to: Destination, extend: boolean) => void;
  readonly copy: (event: ClipboardEvent, cut: boolean) => void;
  readonly paste: (event: ClipboardEvent) => void;
};

/** What keys and the clipboard do in a grid as it stands at this moment. */
export function gridCommands<Item>({
  props,
  rows,
  itemOf,
  selected,
  rowsInSight,
  select,
  selectAll,
  edit,
}: Context<Item>): GridCommands {
  const { columns, readOnly = false, idOf, announce } = props;
  const { activeRow, activeColumn, focusRow, focusColumn } = selected;
  const chosenColumns = columns.slice(selected.columns[0], selected.columns[1] + 1);
  const chosenRows = rows.slice(selected.rows[0], selected.rows[1] + 1);

  function move(to: Destination, extend: boolean): void {
    const size = { rows: rows.length, columns: columns.length, page: rowsInSight() };
    const from = extend ? { row: focusRow, column: focusColumn } : { row: activeRow, column: activeColumn };
    const next = placeAfter(from, to, size);
    const anchor = extend ? { row: activeRow, column: activeColumn } : next;
    select(rangeOf(rows, columns, anchor, next));
    if (extend) announce(wordsOf(Math.abs(next.row - anchor.row) + 1, Math.abs(next.column - anchor.column) + 1));
  }

  /** Every cell of the selection that can be written, with its place. */
  function writableCells() {
    return chosenRows.flatMap(({ id }, index) => {
      const item = itemOf(id);
      if (!item || readOnly) return [];
      const row = selected.rows[0] + index;
      return chosenColumns.flatMap((column) => (column.edit?.allows(item) ? [{ item, row, column }] : []));
    });
  }

  function write(text: string): number {
    const cells = writableCells();
    props.onEdit(cells.map(({ item, column }) => ({ id: idOf(item), columnId: column.id, text })));
    return cells.length;
  }

  function clear(): void {
    const count = write('');
    announce(count === 1 ? 'Cleared' : `${count} cells cleared`);
  }

  /** The first row of the selection into the others; where only one row is selected, the row above into it. */
  function fillDown() {
    const [first, last] = selected.rows;
    const from = first === last ? first - 1 : first;
    const source = itemOf(rows[from]?.id ?? '');
    if (!source) return announce('There is no row above to fill from.');
    const filled = writableCells().filter(({ row, column }) => row > from && column.edit?.allows(source));
    props.onEdit(
      filled.map(({ item, column }) => ({
        id: idOf(item),
        columnId: column.id,
        text: column.edit?.text(source) ?? '',
      })),
    );
    announce(filled.length === 1 ? 'One cell filled' : `${filled.length} cells filled`);
  }

  function actOn(row: ShownRow, column: GridColumn<Item>, command: GridCommand) {
    const last = { row: rows.length - 1, column: columns.length - 1 };
    switch (command.does) {
      case 'move':
        return move(command.to, command.extend);
      case 'edit':
        return edit(row.id, column.id, null);
      case 'replace':
        return column.activate && command.text !== ' ' ? undefined : edit(row.id, column.id, command.text);
      case 'clear':
        return clear();
      case 'fill down':
        return fillDown();
      case 'collapse':
        return move('here', false);
      case 'select all':
        return selectAll();
      case 'select row':
        return select(rangeOf(rows, columns, { row: activeRow, column: 0 }, { row: activeRow, column: last.column }));
      case 'select column':
        return select(
          rangeOf(rows, columns, { row: 0, column: activeColumn }, { row: last.row, column: activeColumn }),
        );
      case 'undo':
        return props.onUndo();
      case 'redo':
        return props.onRedo();
      case 'open':
        return props.onOpen(row.id);
      case 'add':
        return readOnly ? undefined : props.onAdd(row.id);
      case 'shift':
        return readOnly ? undefined : props.onShift(command.by);
    }
  }

  return {
    move,
    act: (command) => {
      const row = rows[activeRow];
      const column = columns[activeColumn];
      if (!row || !column) return;
      if (row.group === null) return actOn(row, column, command);
      const opens =
        command.does === 'edit' || (command.does === 'move' && !command.extend && opensOn(command.to, row.group.open));
      if (opens) row.group.toggle();
      else if (command.does === 'move' || command.does === 'select all') actOn(row, column, command);
    },
    copy: (event, cut) => {
      const rectangle: Rectangle = chosenRows.flatMap(({ id }) => {
        const item = itemOf(id);
        return item ? [chosenColumns.map((column) => copiedCell(column, item))] : [];
      });
      event.preventDefault();
      event.clipboardData.setData('text/plain', textOfRectangle(rectangle));
      event.clipboardData.setData('text/html', htmlOfRectangle(rectangle));
      if (cut) clear();
      else announce(`${wordsOf(rectangle.length, chosenColumns.length)} copied`);
    },
    paste: (event) => {
      const [column] = chosenColumns;
      const chosen = chosenRows.filter(({ group }) => !group).length;
      if (readOnly || chosen === 0 || !column) return;
      event.preventDefault();
      const html = event.clipboardData.getData('text/html');
      const fromTable = html ? rectangleOfDocument(new DOMParser().parseFromString(html, 'text/html')) : null;
      const rectangle = fromTable ?? rectangleOfText(event.clipboardData.getData('text/plain'));
      const own = isOwn(html);
      const one = rectangle.length === 1 && rectangle[0]?.length === 1 ? rectangle[0][0] : undefined;
      // A text alone is as good as typed: where it can be read in two ways, the other is offered.
      if (one && !own && one.number === undefined) return void write(one.text);
      const plain = own || one !== undefined;
      props.onPaste({
        rectangle: plain ? repeated(rectangle, chosen, chosenColumns.length) : rectangle,
        columnId: column.id,
        below: rows.slice(selected.rows[0]).flatMap(({ id, group }) => (group ? [] : [id])),
        plain,
      });
    },
  };
}

function copiedCell<Item>(column: GridColumn<Item>, item: Item): ClipboardCell {
  const number = column.number?.(item) ?? null;
  const written = column.written?.(item);
  return {
    text: column.text(item),
    ...(number !== null && { number }),
    ...(written !== undefined && { written }),
  };
}

/** On the head of a group the right arrow opens it, the left one closes it. */
function opensOn(to: Destination, open: boolean): boolean {
  return (to === 'right' && !open) || (to === 'left' && open);
}

type Place = { readonly row: number; readonly column: number };

function rangeOf<Item>(
  rows: readonly ShownRow[],
  columns: readonly GridColumn<Item>[],
  anchor: Place,
  focus: Place,
): CellSelectionRange {
  return {
    anchorRowId: rows[anchor.row]?.id ?? '',
    anchorColumnId: columns[anchor.column]?.id ?? '',
    focusRowId: rows[focus.row]?.id ?? '',
    focusColumnId: columns[focus.column]?.id ?? '',
  };
}

function wordsOf(rows: number, columns: number): string {
  return rows * columns === 1 ? 'One cell' : `${rows} by ${columns} cells`;
}
