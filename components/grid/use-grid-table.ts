'use client';

import {
  type CellSelectionRange,
  cellSelectionFeature,
  columnGroupingFeature,
  createExpandedRowModel,
  createGroupedRowModel,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useRef } from 'react';
import type { GridColumn } from '@/components/grid/columns';
import { useLookup } from '@/components/grid/use-lookup';

const features = tableFeatures({
  cellSelectionFeature,
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});

/** A row as it is shown: an item, or the head of a group of them. */
export type ShownRow = { readonly id: string; readonly group: ShownGroup | null };

export type ShownGroup = {
  readonly name: string;
  readonly ids: readonly string[];
  readonly open: boolean;
  readonly toggle: () => void;
};

/** Inclusive places of what is selected, and of the cell that keys act on. */
export type Selected = {
  readonly activeRow: number;
  readonly activeColumn: number;
  /** The corner that a growing selection moves. */
  readonly focusRow: number;
  readonly focusColumn: number;
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
};

/** What the table holds of an item: it stays the same while the item changes, so that an edit is no new table. */
type Handle = { readonly id: string };

/** Rows in groups or without, and a rectangle of cells that is selected. */
export function useGridTable<Item extends object>({
  items,
  idOf,
  columns,
  groupBy,
}: {
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly columns: readonly GridColumn<Item>[];
  readonly groupBy: string | null;
}) {
  // Handles are kept between renders, which the compiler's memory does not know of.
  'use no memo';
  const itemOf = useLookup(items, idOf);
  const handles = useHandles(items, idOf, groupBy);
  const latest = useRef(itemOf);
  latest.current = itemOf;
  const definitions = useMemo(
    () =>
      columns.map(({ id, name, text }) => ({
        id,
        header: name,
        accessorFn: (handle: Handle) => {
          const item = latest.current(handle.id);
          return item ? text(item) : '';
        },
      })),
    [columns],
  );
  const grouping = useMemo(() => (groupBy === null ? [] : [groupBy]), [groupBy]);
  const table = useTable({
    features,
    columns: definitions,
    data: handles,
    getRowId: handleId,
    state: { grouping },
    initialState: { expanded: true },
    groupedColumnMode: false,
    autoResetCellSelection: false,
    autoResetExpanded: false,
  });
  const model = table.getRowModel().rows;
  const rows = useMemo(
    () =>
      model.map((row): ShownRow => {
        if (!row.getIsGrouped()) return { id: row.id, group: null };
        const group = {
          name: String(row.groupingValue ?? ''),
          ids: row.getLeafRows().flatMap((leaf) => (leaf.getIsGrouped() ? [] : [leaf.id])),
          open: row.getIsExpanded(),
          toggle: () => row.toggleExpanded(),
        };
        return { id: row.id, group };
      }),
    [model],
  );
  const range = table.state.cellSelection.at(-1) ?? null;
  return { table, rows, range, selected: selectedOf(range, rows, columns), itemOf };
}

function handleId({ id }: Handle): string {
  return id;
}

/** The same list while the same items stand in the same order; in groups a new one, for what groups them may have changed. */
function useHandles<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  groupBy: string | null,
): readonly Handle[] {
  'use no memo';
  const kept = useRef<{ handles: readonly Handle[]; items: readonly Item[] }>({ handles: [], items: [] });
  if (kept.current.items === items && kept.current.handles.length === items.length) return kept.current.handles;
  const known = kept.current.handles;
  const same =
    groupBy === null && known.length === items.length && items.every((item, index) => idOf(item) === known[index]?.id);
  const byId = same ? null : new Map(known.map((handle) => [handle.id, handle]));
  const handles = byId ? items.map((item) => byId.get(idOf(item)) ?? { id: idOf(item) }) : known;
  kept.current = { handles, items };
  return handles;
}

function selectedOf<Item>(
  range: CellSelectionRange | null,
  rows: readonly ShownRow[],
  columns: readonly GridColumn<Item>[],
): Selected {
  const rowOf = (wanted: string | undefined) =>
    Math.max(0, wanted === undefined ? 0 : rows.findIndex(({ id }) => id === wanted));
  const columnOf = (wanted: string | undefined) =>
    Math.max(0, wanted === undefined ? 0 : columns.findIndex(({ id }) => id === wanted));
  const activeRow = rowOf(range?.anchorRowId);
  const activeColumn = columnOf(range?.anchorColumnId);
  const focusRow = range?.focusRowId === range?.anchorRowId ? activeRow : rowOf(range?.focusRowId);
  const focusColumn = columnOf(range?.focusColumnId);
  return {
    activeRow,
    activeColumn,
    focusRow,
    focusColumn,
    rows: [Math.min(activeRow, focusRow), Math.max(activeRow, focusRow)],
    columns: [Math.min(activeColumn, focusColumn), Math.max(activeColumn, focusColumn)],
  };
}
