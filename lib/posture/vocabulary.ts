/** Whether the walk was in a talk: not at all, seen in the preparation, or said. */
export const walks = ['none', 'evident', 'spoken'] as const;
export type Walk = (typeof walks)[number];

export const sightingKinds = ['paper', 'statement', 'demonstration'] as const;
export type SightingKind = (typeof sightingKinds)[number];

export const testKinds = ['deadline', 'silence', 'over heads', 'called bluff'] as const;
export type TestKind = (typeof testKinds)[number];

export const outcomes = ['honoured', 'held', 'yielded'] as const;
export type Outcome = (typeof outcomes)[number];

export const walkWords: Readonly<Record<Walk, string>> = {
  none: 'Not in it',
  evident: 'Evident: they could see it, nobody said it',
  spoken: 'Spoken: it was said to them',
};

export const testWords: Readonly<Record<TestKind, string>> = {
  deadline: 'A deadline',
  silence: 'Silence',
  'over heads': 'Going over heads',
  'called bluff': 'Calling the bluff',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  honoured: 'Honoured: we did what we had said',
  held: 'Held: we stood still',
  yielded: 'Yielded: we gave way',
};

/** What to do when the walk was spoken before the position was credible, in this order. */
export const howToRecover: readonly string[] = [
  'Do not say it again, and do not explain it away: both ask for a test.',
  'Tell leadership and every negotiator today what was said, in the words it was said in.',
  'Go back to the account team with a calm sentence: the preparation goes on, nothing is decided, talks are welcome.',
  'Mend what readiness names as missing, first things first, so that what was said becomes true.',
  'Write down here what was done. Until then the posture is not real.',
];
