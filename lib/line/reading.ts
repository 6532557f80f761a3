import type { EngagementRecord } from '@/lib/engagements/record';
import { formatDate } from '@/lib/format/dates';
import type { Figures } from '@/lib/line/figures';
import { whoMay } from '@/lib/line/missing';
import { allOf, amount, percentage } from '@/lib/line/words';
import { readingOf } from '@/lib/model/reading';
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
          turnTo:
            proposedAmount === null
              ? whoMay(engagement, 'threshold.propose', 'can propose one')
              : whoMay(engagement, 'threshold.approve', 'approves it, whoever is named in it'),
        },
    proposal: proposedAmount === null ? null : proposalSentence(proposedAmount, facts, currency),
  };
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
