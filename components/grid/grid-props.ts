import type { Rectangle } from '@/components/grid/clipboard';
import type { CellEdit, CellMark, GridColumn } from '@/components/grid/columns';

export type CellPlace = { readonly id: string; readonly columnId: string };

/** A rectangle from the clipboard, and where it goes. */
export type PastedCells = {
  readonly rectangle: Rectangle;
  readonly columnId: string;
  /** The items from the first selected row on, as they are shown. */
  readonly below: readonly string[];
  /** A grid of the portal put it there, or it is one cell: there is nothing to ask. */
  readonly plain: boolean;
};

/** What a grid shows, and whom it tells of what is done in it. */
export type GridProps<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly columns: readonly GridColumn<Item>[];
  /** The column whose equal texts stand together, under a head of their own. */
  readonly groupBy?: string | null;
  /** What stands in the columns of a group's head, by column. */
  readonly summaryOf?: (items: readonly Item[]) => Readonly<Record<string, string>>;
  readonly readOnly?: boolean;
  /** The item to go to; a new object goes there again. */
  readonly reveal?: { readonly id: string } | null;
  readonly markOf: (item: Item, columnId: string) => CellMark | null;
  /** Names of others who are at cells at this moment, by the item's id and the column's. */
  readonly visitors: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The cell that keys act on while the grid has the focus; null once it has not. */
  readonly onPlace: (at: CellPlace | null) => void;
  /** With every keystroke; null once nothing is being typed any more. */
  readonly onType: (typing: CellEdit | null) => void;
  /** Texts for cells: one that was typed, or all that were filled or cleared at once. */
  readonly onEdit: (edits: readonly CellEdit[]) => void;
  readonly onPaste: (pasted: PastedCells) => void;
  /** The items whose rows are selected. */
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
  readonly onAdd: (afterId: string | null) => void;
  /** The selected items one place up or down. */
  readonly onShift: (by: -1 | 1) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly announce: (message: string) => void;
};
