'use client';

import { memo, type PointerEvent } from 'react';
import { CellEditor, type MoveOn } from '@/components/grid/cell-editor';
import type { CellEdit, CellMark, GridColumn } from '@/components/grid/columns';

/** The cell of this row that is typed in. */
export type Editing = {
  readonly columnId: string;
  readonly initial: string;
  readonly over: boolean;
  /** What the cell held when it was begun. */
  readonly from: string;
};

export type RowHandlers<Item> = {
  readonly onFocus: (rowId: string, columnId: string) => void;
  readonly onPoint: (event: PointerEvent, rowId: string, columnId: string) => void;
  readonly onDragOver: (rowId: string, columnId: string) => void;
  readonly onOpenCell: (rowId: string, columnId: string) => void;
  readonly onType: (item: Item, columnId: string, text: string) => void;
  readonly onDone: (edit: CellEdit, moveOn: MoveOn) => void;
  readonly onCancel: () => void;
};

type Props<Item> = {
  readonly item: Item;
  readonly rowId: string;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly GridColumn<Item>[];
  /** Column places from … to that are selected in this row; null where none is. */
  readonly selectedFrom: number | null;
  readonly selectedTo: number | null;
  /** The place of the active cell, where it is in this row. */
  readonly active: number | null;
  readonly editing: Editing | null;
  readonly readOnly: boolean;
  readonly markOf: (item: Item, columnId: string) => CellMark | null;
  /** Names of others who are at cells of this row, by column. */
  readonly visitors: ReadonlyMap<string, string> | undefined;
  readonly handlers: RowHandlers<Item>;
};

const tones = {
  busy: 'border-t-accent',
  waiting: 'border-t-warn',
  bad: 'border-t-bad',
  asks: 'border-t-vendor',
} as const;

function Row<Item>(props: Props<Item>) {
  const { item, rowId, index, top, height, columns, active } = props;
  return (
    <tr
      aria-rowindex={index + 2}
      className={`group absolute inset-x-0 grid border-b border-rule ${active === null ? '' : 'z-10'}`}
      style={{ gridTemplateColumns: 'var(--grid-columns)', top, height }}
    >
      {columns.map((column, place) => (
        <Cell key={`${rowId} ${column.id}`} {...props} column={column} place={place} item={item} />
      ))}
    </tr>
  );
}

/** A row is drawn again only when something of its own has changed. */
export const GridRow = memo(Row) as typeof Row;

function Cell<Item>({
  item,
  rowId,
  columns,
  column,
  place,
  selectedFrom,
  selectedTo,
  active,
  editing,
  readOnly,
  markOf,
  visitors,
  handlers,
}: Props<Item> & { readonly column: GridColumn<Item>; readonly place: number }) {
  const isActive = active === place;
  const selected = selectedFrom !== null && selectedTo !== null && place >= selectedFrom && place <= selectedTo;
  const mark = markOf(item, column.id);
  const visitor = visitors?.get(column.id);
  const description = [mark?.words, visitor && `${visitor} is here`].filter(Boolean).join('. ');
  const editable = !readOnly && column.edit !== undefined && column.edit.allows(item);
  const typedIn = editing?.columnId === column.id ? editing : null;
  const last = place >= columns.length - 2;
  return (
    <td
      {...{
        role: column.heading ? 'rowheader' : 'gridcell',
        'aria-colindex': place + 1,
        'aria-selected': selected,
        'aria-readonly': !editable,
        ...(description && { 'aria-description': description }),
        ...((mark?.tone === 'bad' || mark?.tone === 'asks') && { 'aria-invalid': true }),
      }}
      tabIndex={isActive ? 0 : -1}
      data-row={rowId}
      data-column={column.id}
      onFocus={(event) => event.target === event.currentTarget && !isActive && handlers.onFocus(rowId, column.id)}
      onPointerDown={(event) => handlers.onPoint(event, rowId, column.id)}
      onPointerEnter={(event) => event.buttons === 1 && handlers.onDragOver(rowId, column.id)}
      onDoubleClick={() => handlers.onOpenCell(rowId, column.id)}
      className={[
        'relative flex min-w-0 cursor-default items-center px-2 text-sm outline-none select-none',
        column.heading ? 'sticky left-0 z-10 border-r border-rule font-medium' : '',
        column.figures ? 'justify-end text-right' : '',
        selected && !isActive ? 'bg-sunken' : 'bg-surface group-hover:bg-paper',
        isActive ? 'z-20 ring-2 ring-accent ring-inset' : '',
        visitor && !isActive ? 'ring-2 ring-offer ring-inset' : '',
        mark?.tone === 'bad' ? 'text-bad' : '',
        editable || column.activate ? '' : 'text-muted',
      ].join(' ')}
    >
      <span className={column.heading ? 'line-clamp-2 min-w-0 text-[0.8125rem] leading-4' : 'block min-w-0 truncate'}>
        {mark?.text ?? column.show?.(item) ?? column.text(item)}
      </span>
      {mark && (
        <span
          aria-hidden="true"
          className={`absolute top-0 right-0 size-0 border-t-8 border-l-8 border-l-transparent ${tones[mark.tone]} ${mark.tone === 'busy' ? 'animate-pulse' : ''}`}
        />
      )}
      {visitor && (
        <span
          aria-hidden="true"
          title={`${visitor} is here`}
          className="absolute top-0 left-0 max-w-full truncate rounded-br bg-offer px-1 text-[0.625rem] leading-3.5 font-medium text-surface print:hidden"
        >
          {visitor}
        </span>
      )}
      {typedIn && column.edit && (
        <CellEditor
          label={column.name}
          initial={typedIn.initial}
          over={typedIn.over}
          figures={column.figures ?? false}
          options={column.edit.options}
          free={column.edit.free ?? false}
          onType={(text) => handlers.onType(item, column.id, text)}
          onDone={(text, moveOn) =>
            handlers.onDone({ id: rowId, columnId: column.id, text, from: typedIn.from }, moveOn)
          }
          onCancel={handlers.onCancel}
        />
      )}
      {isActive && !typedIn && mark && mark.tone !== 'busy' && (
        <div
          className={`absolute top-full z-30 w-72 rounded-b-md border border-strong-rule bg-surface p-3 text-left text-sm font-normal whitespace-normal text-ink shadow-lg select-text ${last ? 'right-0' : 'left-0'}`}
        >
          <p>{mark.words}</p>
          {mark.remedy}
        </div>
      )}
    </td>
  );
}
