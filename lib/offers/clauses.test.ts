import { describe, expect, it } from 'vitest';
import { termsOf } from '@/lib/model/terms';
import { allInCost } from '@/lib/model/totals';
import type { Model } from '@/lib/model/types';
import { type ClauseKey, offerWithout } from '@/lib/offers/clauses';

const certain = (value: number) => ({ low: value, likely: value, high: value });
const model: Model = {
  currency: 'EUR',
  renewalDate: '2027-07-01',
  horizonMonths: 60,
  discountRate: 0.07,
  correlation: 0.2,
  alternatives: [],
  offer: {
    label: '',
    termMonths: 36,
    renewalUplift: 0.09,
    lines: [
      {
        id: 'suite',
        label: 'Suite',
        category: 'licences',
        kind: 'recurring',
        quantity: 100,
        unitCost: certain(54.75),
        per: 'month',
        billed: 'annually',
        start: 0,
        end: 60,
        escalator: 0.03,
        heldUntil: 0,
        growth: 0.02,
      },
      {
        id: 'support',
        label: 'Support',
        category: 'support',
        kind: 'percent',
        rate: certain(0.08),
        of: ['licences'],
        start: 0,
        end: 60,
      },
      {
        id: 'macc',
        label: 'Commitment',
        category: 'azure',
        kind: 'commitment',
        amount: certain(50_000),
        of: ['azure'],
        start: 0,
        end: 36,
      },
    ],
  },
};

describe('an offer without some of its clauses', () => {
  const full = allInCost(model.offer.lines, model, 'likely', model.offer);
  const without = (...keys: ClauseKey[]) => {
    const offer = offerWithout(model.offer, new Set(keys));
    return allInCost(offer.lines, model, 'likely', offer);
  };

  it.each(['renewalUplift', 'escalator', 'growth', 'commitment', 'support'] as const)(
    'without %s it costs less by what the model says the clause costs',
    (key) => {
      expect(Math.round((full - without(key)) * 100) / 100).toBe(termsOf(model)[key]);
    },
  );

  it('without all of them it is a flat price: 100 × 54.75 × 12 a year for five years', () => {
    const flat = 100 * 54.75 * 12;
    const expected = [0, 1, 2, 3, 4].reduce((sum, year) => sum + flat / 1.07 ** year, 0);
    expect(without('renewalUplift', 'escalator', 'growth', 'commitment', 'support')).toBeCloseTo(expected, 2);
  });

  it('with all of them it is the offer', () => {
    expect(without()).toBe(full);
  });
});
