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
import { useMemo } from 'react';
import type { GridColumn } from '@/components/grid/columns';

const features = tableFeatures({
  cellSelectionFeature,
  columnGroupingFeature,
  groupedRowModel: createGroupedRowModel(),
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});

/** A row as it is shown: an item, or the head of a group of them. */
export type ShownRow<Item> =
  | { readonly id: string; readonly item: Item; readonly group: null }
  | { readonly id: string; readonly item: null; readonly group: ShownGroup<Item> };

export type ShownGroup<Item> = {
  readonly name: string;
  readonly items: readonly Item[];
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
  const definitions = useMemo(
    () =>
      columns.map(({ id, name, text }) => ({
        id,
        header: name,
        accessorFn: (item: Item) => text(item),
        enableGrouping: true,
      })),
    [columns],
  );
  const grouping = useMemo(() => (groupBy === null ? [] : [groupBy]), [groupBy]);
  const table = useTable({
    features,
    columns: definitions,
    data: items,
    getRowId: idOf,
    state: { grouping },
    initialState: { expanded: true },
    groupedColumnMode: false,
    autoResetCellSelection: false,
    autoResetExpanded: false,
  });
  const model = table.getRowModel().rows;
  const rows = useMemo(
    () =>
      model.map((row): ShownRow<Item> => {
        if (!row.getIsGrouped()) return { id: row.id, item: row.original, group: null };
        const inside = row.getLeafRows().filter((leaf) => !leaf.getIsGrouped());
        const group = {
          name: String(row.groupingValue ?? ''),
          items: inside.map((leaf) => leaf.original),
          open: row.getIsExpanded(),
          toggle: () => row.toggleExpanded(),
        };
        return { id: row.id, item: null, group };
      }),
    [model],
  );
  const range = table.state.cellSelection.at(-1) ?? null;
  return { table, rows, range, selected: selectedOf(range, rows, columns) };
}

function selectedOf<Item>(
  range: CellSelectionRange | null,
  rows: readonly ShownRow<Item>[],
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
