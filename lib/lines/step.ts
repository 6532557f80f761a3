import type { Draft } from '@/lib/lines/drafts';
import type { Change, LineFields } from '@/lib/lines/fields';

/** One's own steps, back and forth. A step holds what it did, so that it can be undone: and its undoing is a step too. */
export type Step = {
  readonly sideId: string;
  readonly cells: readonly CellsStep[];
  /** Ids of lines that came. */
  readonly added: readonly string[];
  /** Lines that went, and where they stood. */
  readonly removed: readonly PlacedLine[];
  /** Lines that were moved one place up or down. */
  readonly moved: { readonly ids: readonly string[]; readonly by: -1 | 1 } | null;
  /** Lines that went to another side, and where they had stood, first to last. */
  readonly transferred: { readonly to: string; readonly stood: readonly Place[] } | null;
};

/** Where among the lines of its side one stands, counted from 0. */
export type Place = { readonly id: string; readonly at: number };

/** Cells of one line as they stood before and after: the values of all of them, and the texts that could not be read. */
type CellsStep = { readonly id: string; readonly before: CellsHeld; readonly after: CellsHeld };
export type CellsHeld = { readonly values: Change; readonly unread: Draft['unread'] };
export type PlacedLine = {
  readonly id: string;
  readonly key: string;
  readonly fields: LineFields;
  /** What of it had not been saved. */
  readonly pending: Change;
  readonly unread: Draft['unread'];
  readonly at: number;
};
