export type DueKind =
  | 'decision'
  | 'affirmation'
  | 'ending'
  | 'erasure'
  | 'milestone'
  | 'step'
  | 'line'
  | 'review'
  | 'claim'
  | 'mention'
  | 'thread'
  | 'brief'
  | 'summary'
  | 'recovery'
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
  /** So many more of its kind that are not told one by one: then `href` leads to the first of them. */
  readonly more?: number;
};

export const parts = ['asked', 'overdue', 'soon', 'waiting'] as const;
export type Part = (typeof parts)[number];

export type TodayView = readonly { readonly part: Part; readonly due: readonly Due[] }[];
