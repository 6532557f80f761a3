/** How a line stands with review. Instants are UTC. */
export type ReviewView = {
  /** The number of its last material change: what a review is of. */
  readonly materialVersion: number;
  readonly changed: { readonly by: string; readonly at: string };
  /** Who found it right as it stands; null where nobody has, or it has changed since. */
  readonly reviewed: { readonly by: string; readonly at: string } | null;
  /** Somebody had found it right before it changed. */
  readonly fellAway: boolean;
  /** Whether the reader may review it as it stands: never their own last change. */
  readonly mayReview: boolean;
};

/** What stands at a row, and is read out. */
export function reviewWords({ reviewed, fellAway }: Pick<ReviewView, 'reviewed' | 'fellAway'>): string {
  if (reviewed) return 'Reviewed';
  return fellAway ? 'Changed since its review' : 'Not reviewed';
}
