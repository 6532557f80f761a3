import { formatPercent } from '@/lib/format/money';
import type { Stale, Standing } from '@/lib/thresholds/standing';

/** What a standing is called, in one word. */
export const stateWords: Record<Standing['state'], string> = {
  drafted: 'Drafted',
  proposed: 'Proposed',
  approved: 'In force',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  stale: 'Stale',
};

/** What a standing means, in a sentence. `tolerance` is a fraction. */
export function standingWords(standing: Standing, tolerance: number): string {
  switch (standing.state) {
    case 'drafted':
      return 'A walk threshold is written down, and not put to its approvers yet.';
    case 'proposed':
      return 'A walk threshold is proposed and waits for its approvers.';
    case 'approved':
      return 'A walk threshold is in force.';
    case 'declined':
      return 'The proposed walk threshold was declined.';
    case 'withdrawn':
      return 'The proposed walk threshold was withdrawn.';
    case 'superseded':
      return 'Another walk threshold has taken its place.';
    case 'stale':
      return `The walk threshold is stale: ${staleWords(standing, tolerance)}.`;
  }
}

/** Why a threshold is stale: “the alternative rose 7.2 %, tolerance 5 %”. */
export function staleWords(standing: Stale, tolerance: number): string {
  if (standing.why === 'date passed') return 'its date has passed';
  if (standing.why === 'other alternative chosen') return 'it rests on an alternative that is no longer the chosen one';
  const direction = standing.moved > 0 ? 'rose' : 'fell';
  const far = Number.isFinite(standing.moved) ? formatPercent(Math.abs(standing.moved)) : 'from nothing';
  return `the alternative ${direction} ${far}, tolerance ${formatPercent(tolerance)}`;
}
