/**
 * The words one chooses from in the worksheet. Formulas and the reader know a choice by its place in its list, so a
 * worksheet whose every cell was translated still reckons and is still read.
 */

export const choices = {
  kind: ['recurring', 'one-time'],
  derived: ['percent', 'commitment', 'graduated'],
  per: ['month', 'year'],
  billed: ['monthly', 'quarterly', 'annually'],
  course: ['competitor', 'hybrid', 'reduced-footprint'],
} as const;

export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as ChoiceName[];

/** What the reading can be, in the order in which the worksheet lists its words. */
export const verdicts = ['walk', 'press', 'sign', 'revisit', 'incomplete'] as const;

export const verdictSentences: Readonly<Record<(typeof verdicts)[number], string>> = {
  walk: 'Leaving is the right decision: the offer is above the line leadership drew, and above what leaving costs.',
  press: 'Staying costs more than leaving, within what leadership would pay to stay: press, the leverage is real.',
  sign: 'The deal beats the alternative: sign.',
  revisit:
    'The threshold says walk, the honest math says stay: leadership must look again before anyone speaks. Revisit.',
  incomplete: 'Incomplete: an offer line, a line of the alternative or the walk threshold is missing.',
};
