export type DueKind =
  | 'decision'
  | 'affirmation'
  | 'milestone'
  | 'step'
  | 'line'
  | 'review'
  | 'mention'
  | 'thread'
  | 'brief'
  | 'request';

/** One thing that is due from the reader, in words: never an amount, and never what follows from one. */
export type Due = {
  readonly key: string;
  readonly kind: DueKind;
  /** Whose deal it belongs to; null for what belongs to none. */
  readonly client: string | null;
  readonly what: string;
  /** The very row, as a path of the portal. */
  readonly href: string;
  /** The day it is due, an ISO calendar date; null where no day was agreed. */
  readonly on: string | null;
  /** Whole days until then at the client, negative once it has passed. */
  readonly daysLeft: number | null;
};

export const parts = ['asked', 'overdue', 'soon', 'waiting'] as const;
export type Part = (typeof parts)[number];

export type TodayView = readonly { readonly part: Part; readonly due: readonly Due[] }[];
