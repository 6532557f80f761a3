import type { Verdict } from '@/lib/model/types';
import type { ThresholdState } from '@/lib/portfolio/asked';

/** Why an engagement needs whoever looks, most pressing first. */
export const needs = ['overdue', 'word', 'expires', 'stale', 'reads', 'soon'] as const;
export type Need = (typeof needs)[number];

/** Within so many days something is near. */
export const nearDays = 14;

export type NeedFacts = {
  /** A milestone of one's own, or of nobody's where one leads, is past its day. */
  readonly overdue: boolean;
  /** One is named to approve a threshold that waits, and has not said a word. */
  readonly wordWaits: boolean;
  /** Days to the notice date or the offer's expiry, whichever is first and not past; null where there is none. */
  readonly expiresIn: number | null;
  /** Left out for whoever may not see it. */
  readonly state?: ThresholdState;
  readonly reading?: Verdict;
  /** Days to the next thing due, negative once it is past; null where there is none. */
  readonly dueIn: number | null;
  readonly daysLeft: number;
  readonly ended: boolean;
};

/**
 * What needs somebody. What is late already comes before what only they can do, then what the calendar takes away,
 * then a threshold nobody can rely on, then a line that says walk, or that leadership must look again, then what is
 * near. A deal that has ended or whose renewal has passed needs nobody.
 */
export function needOf(facts: NeedFacts): Need | null {
  if (facts.ended || facts.daysLeft < 0) return null;
  if (facts.overdue) return 'overdue';
  if (facts.wordWaits) return 'word';
  if (facts.expiresIn !== null && facts.expiresIn <= nearDays) return 'expires';
  if (facts.state === 'stale') return 'stale';
  if (facts.reading === 'walk' || facts.reading === 'revisit') return 'reads';
  if (facts.dueIn !== null && facts.dueIn <= nearDays) return 'soon';
  return null;
}
