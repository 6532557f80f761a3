/** One approver's word, and what it was given upon. Amounts are present values, rates fractions, dates ISO. */
export type Word = {
  readonly userId: string;
  readonly decision: 'approve' | 'decline';
  /** The alternative's all-in cost when it was given. */
  readonly alternativeCost: number;
  /** The last day on which it holds. */
  readonly validUntil: string;
};

export type MoveKind = 'proposed' | 'withdrawn' | 'superseded' | 'stale' | 'restored';

/** What is known of a threshold when one asks whether it stands. */
export type ThresholdFacts = {
  readonly alternativeId: string;
  /** How far, as a fraction, the alternative may move from where it was when a word was given. */
  readonly tolerance: number;
  /** How many of the named approvers must approve. */
  readonly quorum: number;
  readonly approvers: readonly string[];
  /** In the order they were given; the latest of a person counts. */
  readonly decisions: readonly Word[];
  readonly moves: readonly { readonly kind: MoveKind }[];
};

export type Stale =
  | { readonly state: 'stale'; readonly why: 'date passed' }
  | { readonly state: 'stale'; readonly why: 'other alternative chosen' }
  | { readonly state: 'stale'; readonly why: 'alternative moved'; readonly moved: number };

export type Standing =
  | { readonly state: 'drafted' | 'proposed' | 'declined' | 'withdrawn' | 'superseded' }
  /** In force: until when, and by which cost of the alternative it is measured. */
  | { readonly state: 'approved'; readonly until: string; readonly alternativeCost: number }
  | Stale;

export type Now = { readonly today: string; readonly chosenId: string | null; readonly alternativeCost: number };

/**
 * Whether a threshold is approved by its quorum, and nothing has moved since beyond what was agreed. A word that no
 * longer holds counts no more until its giver gives it again, which is how a stale threshold is re-affirmed.
 */
export function standingOf(threshold: ThresholdFacts, now: Now): Standing {
  const kinds = new Set(threshold.moves.map(({ kind }) => kind));
  const words = latestWords(threshold);
  const yes = words.filter(({ decision }) => decision === 'approve');
  const { approvers, quorum } = threshold;
  // What was declined stays that, whatever took its place afterwards.
  if (kinds.has('proposed') && approvers.length - (words.length - yes.length) < quorum) return { state: 'declined' };
  if (kinds.has('superseded')) return { state: 'superseded' };
  if (kinds.has('withdrawn')) return { state: 'withdrawn' };
  if (!kinds.has('proposed')) return { state: 'drafted' };
  if (yes.length < quorum) return { state: 'proposed' };
  if (yes.filter(({ validUntil }) => now.today <= validUntil).length < quorum) {
    return { state: 'stale', why: 'date passed' };
  }
  if (now.chosenId !== threshold.alternativeId) return { state: 'stale', why: 'other alternative chosen' };
  const holding = yes.filter((word) => holds(word, threshold, now));
  if (holding.length < quorum) return { state: 'stale', why: 'alternative moved', moved: furthest(yes, now) };
  const dates = holding.map(({ validUntil }) => validUntil).sort();
  const until = dates[dates.length - quorum] as string;
  return { state: 'approved', until, alternativeCost: (holding[0] as Word).alternativeCost };
}

/** Whether nothing becomes of a threshold any more, whatever it was in the end. */
export function isOver({ moves }: Pick<ThresholdFacts, 'moves'>): boolean {
  return moves.some(({ kind }) => kind === 'withdrawn' || kind === 'superseded');
}

/** The named approvers' latest words, in the order they were given. */
export function latestWords<Given extends Word>(threshold: {
  readonly approvers: readonly string[];
  readonly decisions: readonly Given[];
}): Given[] {
  const latest = new Map(threshold.decisions.map((word) => [word.userId, word]));
  return threshold.decisions.filter(
    (word) => latest.get(word.userId) === word && threshold.approvers.includes(word.userId),
  );
}

/** Whether an approval still holds: its date has not passed, and the alternative is near where it was. */
export function holds(word: Word, threshold: Pick<ThresholdFacts, 'tolerance'>, now: Now): boolean {
  return now.today <= word.validUntil && movedBeyond({ ...threshold, ...word }, now.alternativeCost) === null;
}

/** How far, as a fraction, the alternative has moved where that is more than was agreed; else null. */
export function movedBeyond(
  threshold: { readonly alternativeCost: number; readonly tolerance: number },
  cost: number,
): number | null {
  const moved = movement(threshold.alternativeCost, cost);
  return Math.abs(moved) > threshold.tolerance ? moved : null;
}

function furthest(words: readonly Word[], now: Now): number {
  return words
    .map((word) => movement(word.alternativeCost, now.alternativeCost))
    .reduce((far, moved) => (Math.abs(moved) > Math.abs(far) ? moved : far), 0);
}

/** How far a cost moved, as a fraction of what it was. */
function movement(was: number, is: number): number {
  if (was === is) return 0;
  return was === 0 ? Number.POSITIVE_INFINITY : (is - was) / Math.abs(was);
}
