import type { EngagementRecord } from '@/lib/engagements/record';
import { formatDate } from '@/lib/format/dates';
import type { Figures } from '@/lib/line/figures';
import { type Honour, honourOf } from '@/lib/line/honour';
import { whoMay } from '@/lib/line/missing';
import { allOf, amount, percentage } from '@/lib/line/words';
import { confidenceOf, readingOf } from '@/lib/model/reading';
import type { Verdict } from '@/lib/model/types';

/** A verdict, what it is called, and what it says plainly. */
export type Said = { readonly verdict: Verdict; readonly word: string; readonly sentence: string };

/** What only advisors and executives may see. */
export type ReadingView = {
  readonly own: Said;
  /** Null where there is nothing to read yet. */
  readonly vendor: Said | null;
  /** The threshold on the picture. */
  readonly threshold: { readonly amount: number; readonly inForce: boolean } | null;
  /** What the reading rests on, each a sentence. */
  readonly restsOn: readonly string[];
  /** What leadership said it would do; null where none is in force. */
  readonly statement: string | null;
  /** Why no threshold is in force and who can change that. */
  readonly absence: { readonly what: string; readonly turnTo: string } | null;
  /** What the reading would be at an amount that is written down but not in force. */
  readonly proposal: string | null;
  /** What was agreed for the case that the offer goes above the line; null where it has not. */
  readonly honour: Honour | null;
  /** What a reading that is no plain yes or no means, each in a sentence. */
  readonly explained: readonly string[];
};

const words: Record<Verdict, string> = {
  walk: 'Walk',
  press: 'Press',
  sign: 'Sign',
  revisit: 'Revisit',
  incomplete: 'Incomplete',
};

const sentences: Record<Verdict, string> = {
  walk: 'Leaving is the right decision: the offer is above the line leadership drew, and above what leaving costs.',
  press: 'Staying costs more than leaving, within what leadership would pay to stay: press, the leverage is real.',
  sign: 'The deal beats the alternative, and it is within what leadership would pay.',
  revisit: 'The threshold says walk, the honest math says stay: leadership must look again before anyone speaks.',
  incomplete: 'There is no reading yet: something is missing.',
};

export function sayingOf(verdict: Verdict): Said {
  return { verdict, word: words[verdict], sentence: sentences[verdict] };
}

const conditional: Record<Verdict, string> = {
  ...sentences,
  walk: 'At this line leaving would be the right decision: the offer is above it, and above what leaving costs.',
  press: 'At this line you would press: staying costs more than leaving, and the offer is not above the line.',
  sign: 'At this line the deal would be worth signing: it beats the alternative, and is not above the line.',
  revisit:
    'At this line the threshold would say walk while the honest math says stay: nobody could speak before leadership had looked again.',
};

/** What a verdict would say at a line that is not in force. */
export function sayingIf(verdict: Verdict): Said {
  return { verdict, word: words[verdict], sentence: conditional[verdict] };
}

/** `figures` are null while either side has no line. */
export function readingView(engagement: EngagementRecord, figures: Figures | null, today: string): ReadingView {
  const { threshold, proposedAmount, currency } = engagement;
  const facts = {
    offer: figures?.offer.presentValue ?? null,
    alternative: figures?.alternative.presentValue ?? null,
    threshold: threshold?.amount ?? null,
  };
  const own = readingOf(facts);
  const vendorsCost = figures?.alternative.vendorVersion.presentValue ?? null;
  return {
    own: sayingOf(own),
    vendor: own === 'incomplete' ? null : sayingOf(readingOf({ ...facts, alternative: vendorsCost })),
    threshold: threshold
      ? { amount: threshold.amount, inForce: true }
      : proposedAmount === null
        ? null
        : { amount: proposedAmount, inForce: false },
    restsOn: threshold ? groundsOf(threshold, figures, currency, today) : [],
    statement: threshold?.statement || null,
    absence: threshold
      ? null
      : {
          what: engagement.thresholdAbsence ?? 'No walk threshold is in force.',
          turnTo: engagement.thresholdStale
            ? whoMay(engagement, 'threshold.approve', 're-affirms it, or another takes its place')
            : proposedAmount === null
              ? whoMay(engagement, 'threshold.propose', 'can propose one')
              : whoMay(engagement, 'threshold.approve', 'approves it, whoever is named in it'),
        },
    proposal: proposedAmount === null ? null : proposalSentence(proposedAmount, facts, currency),
    honour: honourOf(engagement, facts, today),
    explained: explanations(own, facts, figures, currency),
  };
}

/** “Revisit” and “too close to call” say why they are what they are, and what would settle them. */
function explanations(
  verdict: Verdict,
  { offer, alternative, threshold }: { offer: number | null; alternative: number | null; threshold: number | null },
  figures: Figures | null,
  currency: string,
): string[] {
  const said: string[] = [];
  if (verdict === 'revisit' && offer !== null && alternative !== null && threshold !== null) {
    said.push(
      `The offer is ${amount(offer - threshold, currency)} above the line, and leaving would still cost ${amount(alternative - offer, currency)} more than it: the line was drawn below what leaving costs, or leaving has become dearer since. Leadership draws it anew, or finds an alternative that costs less; until then nobody speaks of walking.`,
    );
  }
  const close =
    figures !== null &&
    figures.alternative.sensitivity.length > 0 &&
    confidenceOf(figures.alternative.simulation.pOfferCostsMore) === 'close';
  if (close && verdict !== 'incomplete') {
    said.push(
      'Within the ranges of the estimates either side may turn out the dearer one. The reading is what the likely figures say; narrowing the widest of them, below under “What would move it”, is what would settle it.',
    );
  }
  return said;
}

function groundsOf(
  threshold: NonNullable<EngagementRecord['threshold']>,
  figures: Figures | null,
  currency: string,
  today: string,
): string[] {
  const names = threshold.approvedBy.map(({ name, on }) => `${name} on ${formatDate(on)}`);
  const left = Math.round((Date.parse(threshold.validUntil) - Date.parse(today)) / 86_400_000);
  const cost = figures?.alternative.presentValue;
  const moved =
    cost === undefined || threshold.alternativeCost === 0
      ? ''
      : `; it has moved ${percentage(cost / threshold.alternativeCost - 1)}`;
  return [
    `A walk threshold of ${amount(threshold.amount, currency)}, approved by ${allOf(names)}.`,
    ...threshold.approvedBy
      .filter(({ condition }) => condition !== '')
      .map(({ name, condition }) => `${name} approved it on a condition: “${condition}”`),
    `It stands until ${formatDate(threshold.validUntil)}${lasting(left)}.`,
    `It holds while the alternative stays within ${percentage(threshold.tolerance)} of ${amount(threshold.alternativeCost, currency)}${moved}.`,
  ];
}

/** Days are counted once they can be: a date years away says enough. */
function lasting(days: number): string {
  if (days > 400) return '';
  if (days === 0) return ', which is today';
  return days === 1 ? ', which is tomorrow' : `, ${days} more days`;
}

function proposalSentence(
  proposed: number,
  facts: { offer: number | null; alternative: number | null },
  currency: string,
): string {
  const would = readingOf({ offer: facts.offer, alternative: facts.alternative, threshold: proposed });
  const written = `${amount(proposed, currency)} is written down, but not in force.`;
  return would === 'incomplete' ? written : `${written} At that amount the reading would be: ${would}.`;
}
