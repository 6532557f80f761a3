/** What is known of a proposed threshold when one asks whether it stands. Amounts are present values. */
export type ThresholdFacts = {
  readonly alternativeId: string;
  /** The alternative's all-in cost when the threshold was proposed. */
  readonly alternativeCost: number;
  /** A fraction. */
  readonly tolerance: number;
  /** ISO calendar date, the last day on which it stands. */
  readonly validUntil: string;
  /** How many of the named approvers must approve. */
  readonly quorum: number;
  readonly approvers: readonly string[];
  /** In the order they were made; the latest of a person counts. */
  readonly decisions: readonly { readonly userId: string; readonly decision: 'approve' | 'decline' }[];
};

export type Standing =
  | { readonly state: 'in force' }
  | { readonly state: 'proposed' }
  | { readonly state: 'declined' }
  | { readonly state: 'stale'; readonly why: 'date passed' | 'other alternative chosen' }
  | { readonly state: 'stale'; readonly why: 'alternative moved'; readonly moved: number };

/** Whether a threshold is approved by its quorum and nothing moved beyond what was agreed since. */
export function standingOf(
  threshold: ThresholdFacts,
  now: { readonly today: string; readonly chosenId: string | null; readonly alternativeCost: number },
): Standing {
  const latest = new Map(threshold.decisions.map(({ userId, decision }) => [userId, decision]));
  const words = threshold.approvers.map((userId) => latest.get(userId));
  if (words.includes('decline')) return { state: 'declined' };
  if (words.filter((word) => word === 'approve').length < threshold.quorum) return { state: 'proposed' };
  if (now.today > threshold.validUntil) return { state: 'stale', why: 'date passed' };
  if (now.chosenId !== threshold.alternativeId) return { state: 'stale', why: 'other alternative chosen' };
  const moved = movedBeyond(threshold, now.alternativeCost);
  if (moved !== null) return { state: 'stale', why: 'alternative moved', moved };
  return { state: 'in force' };
}

/** How far, as a fraction, the alternative has moved where that is more than was agreed; else null. */
export function movedBeyond(
  threshold: Pick<ThresholdFacts, 'alternativeCost' | 'tolerance'>,
  cost: number,
): number | null {
  const moved = movement(threshold.alternativeCost, cost);
  return Math.abs(moved) > threshold.tolerance ? moved : null;
}

/** How far a cost moved, as a fraction of what it was. */
function movement(was: number, is: number): number {
  if (was === is) return 0;
  return was === 0 ? Number.POSITIVE_INFINITY : (is - was) / Math.abs(was);
}
