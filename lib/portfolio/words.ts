import type { Verdict } from '@/lib/model/types';
import type { ThresholdState } from '@/lib/portfolio/asked';
import type { Need } from '@/lib/portfolio/need';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  walk: 'Walk',
  revisit: 'Revisit',
  press: 'Press',
  sign: 'Sign',
  incomplete: 'Incomplete',
};

/** A threshold's state in a word, with a shape that tells it from the others without its colour. */
export const thresholdWords: Readonly<Record<ThresholdState, { readonly word: string; readonly mark: string }>> = {
  none: { word: 'None yet', mark: '–' },
  drafted: { word: 'Drafted', mark: '○' },
  proposed: { word: 'Proposed', mark: '◔' },
  approved: { word: 'In force', mark: '●' },
  stale: { word: 'Stale', mark: '▲' },
  declined: { word: 'Declined', mark: '✕' },
  withdrawn: { word: 'Withdrawn', mark: '↩' },
  superseded: { word: 'Superseded', mark: '↻' },
};

export const outcomeWords = { sign: 'Signed', leave: 'Left', extend: 'Extended' } as const;

export const needWords: Readonly<Record<Need, string>> = {
  overdue: 'Overdue, and yours',
  word: 'Waits for your word',
  expires: 'A date is near',
  stale: 'Threshold stale',
  reads: 'The line asks for a decision',
  soon: 'Due soon',
};
