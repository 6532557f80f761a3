import type { ReactNode } from 'react';

/** The table's own words: items are rows, and a column says how one of them is read, shown and written. */
export type GridColumn<Item> = {
  readonly id: string;
  readonly name: string;
  /** The name is for screen readers alone. */
  readonly hideName?: boolean;
  /** Least width in pixels. */
  readonly width: number;
  /** Its share of what is left over; 0 keeps the width. */
  readonly grow?: number;
  /** Figures stand at the right, in columns. */
  readonly figures?: boolean;
  /** Its text is never broken, not on paper either. */
  readonly whole?: boolean;
  /** Names the row, and stays in sight while the others scroll by. */
  readonly heading?: boolean;
  /** What is copied, read out and, without `show`, seen. */
  readonly text: (item: Item) => string;
  readonly show?: (item: Item) => ReactNode;
  /** The number behind the text, for spreadsheets; null where there is none. */
  readonly number?: (item: Item) => number | null;
  /** What one would type for it in any other row; copied beside the text. */
  readonly written?: (item: Item) => string;
  readonly edit?: CellEditing<Item>;
  /** What Enter or a click does where there is nothing to edit. */
  readonly activate?: (item: Item) => void;
  /** Cannot be hidden. */
  readonly always?: boolean;
};

export type CellEditing<Item> = {
  /** What the editor begins with. */
  readonly text: (item: Item) => string;
  /** False where this item has no such cell, or it may not be written. */
  readonly allows: (item: Item) => boolean;
  readonly options?: readonly Option[];
  /** Whether a text that is none of the options may be written too. */
  readonly free?: boolean;
};

export type Option = { readonly value: string; readonly name: string };

/** How a cell stands: something is under way, was refused, or waits for an answer. */
export type CellMark = {
  readonly tone: 'busy' | 'waiting' | 'bad' | 'asks';
  /** Said to whoever cannot see the mark, and shown at the cell while it is active. */
  readonly words: string;
  /** What was typed and could not be read: it stands in the cell instead of the value. */
  readonly text?: string;
  /** Shown under the words while the cell is active: what one can do about it. */
  readonly remedy?: ReactNode;
};

export type CellEdit = {
  readonly id: string;
  readonly columnId: string;
  readonly text: string;
  /** What the cell held when it was begun to be typed in. */
  readonly from?: string;
};
