import { holds, isOver, latestWords, type Now, standingOf, type ThresholdFacts } from '@/lib/thresholds/standing';

/**
 * What a threshold asks of one person: a first word where it waits for its approvers and they are one who has given
 * none, their word again where theirs no longer holds and giving it again would mend that; null for everybody else.
 */
export function askedOf(threshold: ThresholdFacts, now: Now, userId: string): 'decision' | 'affirmation' | null {
  if (!threshold.approvers.includes(userId) || isOver(threshold)) return null;
  const standing = standingOf(threshold, now);
  const word = latestWords(threshold).find((given) => given.userId === userId);
  if (standing.state === 'proposed') return word ? null : 'decision';
  if (standing.state !== 'stale' || standing.why === 'other alternative chosen') return null;
  return word?.decision === 'approve' && !holds(word, threshold, now) ? 'affirmation' : null;
}
