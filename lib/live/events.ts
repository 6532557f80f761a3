import type { ActivityKind } from '@/lib/activity/record';

/**
 * What a stream says of one change: that it happened, never what it was. Whoever wants to know looks again, under
 * their own rights.
 */
export type LiveEvent = {
  /** The entry's number in the engagement's trail. */
  readonly number: number;
  readonly kind: ActivityKind;
  /** The id of what it happened to. */
  readonly subject: string;
  /** The subject's version since then, where the entry says. */
  readonly version: number | null;
  /** The id of the person who did it. */
  readonly by: string;
};

/** Where in an engagement somebody is at this moment. */
export type Presence = {
  /** The person's id. */
  readonly by: string;
  /** See `placeSchema`. */
  readonly place: string;
};
