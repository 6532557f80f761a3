import { formatPercent } from '@/lib/format/money';
import type { Line, Offer, OfferAssessment, OfferTerms } from '@/lib/model/types';

/** What one clause of the offer costs: present value with it less present value without it. */
export type Clause = {
  readonly key: keyof OfferTerms;
  readonly name: string;
  /** What the offer says, in a few words; null where it has no such clause. */
  readonly terms: string | null;
  readonly cost: number;
  /** Of the offer's present value; null where that is 0. */
  readonly share: number | null;
};

export function clausesOf(
  { terms, presentValue }: Pick<OfferAssessment, 'terms' | 'presentValue'>,
  offer: Offer,
): Clause[] {
  const clause = (key: keyof OfferTerms, name: string, says: string | null): Clause => ({
    key,
    name,
    terms: says,
    cost: terms[key],
    share: presentValue === 0 ? null : terms[key] / presentValue,
  });
  const recurring = offer.lines.filter((line) => line.kind === 'recurring');
  return [
    clause(
      'renewalUplift',
      'Renewal uplift',
      rates(
        recurring.map((line) => line.renewalUplift ?? offer.renewalUplift),
        `at each renewal, every ${offer.termMonths} months`,
      ),
    ),
    clause(
      'escalator',
      'Yearly escalator',
      rates(
        recurring.map((line) => line.escalator),
        'a year',
      ),
    ),
    clause(
      'growth',
      'Growth of the quantities',
      rates(
        recurring.map((line) => line.growth),
        'a year',
      ),
    ),
    clause('commitment', 'Spend commitment', count(offer.lines, ['commitment'], 'shortfall charged at its end')),
    clause('support', 'Support and other shares of spend', count(offer.lines, ['percent', 'graduated'], 'on top')),
  ];
}

/** 8 % … or, where lines differ, 3 % to 8 % …; null where none has the clause. */
function rates(of: readonly number[], when: string): string | null {
  const set = of.filter((rate) => rate !== 0);
  if (set.length === 0) return null;
  const low = formatPercent(Math.min(...set), 2);
  const high = formatPercent(Math.max(...set), 2);
  return `${low === high ? low : `${low} to ${high}`} ${when}`;
}

function count(lines: readonly Line[], kinds: readonly Line['kind'][], what: string): string | null {
  const found = lines.filter((line) => kinds.includes(line.kind)).length;
  if (found === 0) return null;
  return `${found} ${found === 1 ? 'line' : 'lines'}, ${what}`;
}
