import type { Change, LineFields } from '@/lib/lines/fields';

/** One's own steps, back and forth. A step holds what it did, so that it can be undone: and its undoing is a step too. */
export type Step = {
  readonly sideId: string;
  readonly cells: readonly CellsStep[];
  /** Ids of lines that came. */
  readonly added: readonly string[];
  /** Lines that went, and where they stood. */
  readonly removed: readonly PlacedLine[];
};

type CellsStep = { readonly id: string; readonly before: Change; readonly after: Change };
export type PlacedLine = {
  readonly id: string;
  readonly key: string;
  readonly fields: LineFields;
  readonly at: number;
};
