import { canMean } from '@/lib/format/currency-signs';
import { formatPercent } from '@/lib/format/money';
import { amount as written } from '@/lib/line/words';
import { movedBeyond } from '@/lib/thresholds/standing';

/** What stands beside the amount while somebody writes it down. Present values. */
export type Beside = {
  readonly currency: string;
  readonly offer: number | null;
  /** The chosen alternative: likely, its 80th percentile, and Microsoft's version of it. */
  readonly alternative: number;
  readonly p80: number;
  readonly vendor: number;
};

/** Whether an amount lies further from what leaving costs than the tolerance, and so takes a stated reason. */
export function needsReason(amount: number, { alternative }: Pick<Beside, 'alternative'>, tolerance: number): boolean {
  return movedBeyond({ alternativeCost: alternative, tolerance }, amount) !== null;
}

/** Why an amount cannot be the line, being written in another currency than the engagement's; null where it can. */
export function foreignWords(written: string | undefined, currency: string): string | null {
  if (written === undefined || canMean(written, currency)) return null;
  return `Written in ${written}, but the line is drawn in ${currency}: convert it first`;
}

export type Advice = { readonly tone: 'plain' | 'warn'; readonly sentence: string };

/** What an amount means, in words: the premium for staying in it, and what it makes of the offer that stands. */
export function adviceOn(amount: number, beside: Beside): Advice[] {
  const { alternative, currency, offer } = beside;
  const premium = amount - alternative;
  const share = alternative === 0 ? '' : ` (${formatPercent(Math.abs(premium) / Math.abs(alternative))})`;
  const advice: Advice[] = [
    premium > 0
      ? {
          tone: 'plain',
          sentence: `Leadership would pay ${written(premium, currency)}${share} more than leaving costs before it left: that is the premium for staying in this amount.`,
        }
      : premium === 0
        ? { tone: 'plain', sentence: 'Exactly what leaving costs: no premium for staying is in it.' }
        : {
            tone: 'warn',
            sentence: `This lies ${written(-premium, currency)}${share} below what leaving costs. For an offer between the two the reading would be “revisit”: the threshold would say walk while the honest math says stay, and nobody could speak before leadership had looked again.`,
          },
  ];
  if (offer !== null) {
    advice.push({
      tone: 'plain',
      sentence:
        offer > amount
          ? `The offer that stands is ${written(offer - amount, currency)} above it.`
          : offer === amount
            ? 'The offer that stands is exactly there: not above it.'
            : `The offer that stands is ${written(amount - offer, currency)} below it.`,
    });
  }
  return advice;
}
