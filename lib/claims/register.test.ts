import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount } from '@/lib/format/money';
import { type ClaimFigures, claimedOnLine, shownSum, sumOf, thingsOf } from './register';

const claim = (figures: Partial<ClaimFigures>): ClaimFigures => ({
  lineId: null,
  about: '',
  claimedAmount: null,
  claimedMonths: null,
  honestAmount: null,
  honestMonths: null,
  ...figures,
});

describe('claims about the same thing', () => {
  it('stand together by the line they speak of, or by the same words', () => {
    const claims = [
      claim({ lineId: 'mail', claimedAmount: 50 }),
      claim({ about: 'Retraining' }),
      claim({ lineId: 'mail', claimedAmount: 40 }),
      claim({ about: ' retraining ' }),
    ];
    expect(thingsOf(claims).map(({ claims: together }) => together.length)).toEqual([2, 2]);
  });

  it('stand alone where nothing says what they are about', () => {
    expect(thingsOf([claim({}), claim({})])).toHaveLength(2);
  });

  it('contradict each other where their figures differ, not where one gives none', () => {
    const [amounts] = thingsOf([claim({ lineId: 'a', claimedAmount: 50 }), claim({ lineId: 'a', claimedAmount: 40 })]);
    const [same] = thingsOf([claim({ lineId: 'a', claimedAmount: 50 }), claim({ lineId: 'a', claimedAmount: 50 })]);
    const [silent] = thingsOf([claim({ lineId: 'a', claimedMonths: 6 }), claim({ lineId: 'a', claimedAmount: 50 })]);
    expect([amounts?.contradict, same?.contradict, silent?.contradict]).toEqual([true, false, false]);
  });
});

describe('what the narrative is worth', () => {
  it('is 50 + 20 claimed less 12 + 18 honest = 40, the 40 said of the same mail not counted again', () => {
    const things = thingsOf([
      claim({ lineId: 'mail', claimedAmount: 40, honestAmount: 12 }),
      claim({ lineId: 'mail', claimedAmount: 50 }),
      claim({ about: 'Retraining', claimedAmount: 20, honestAmount: 18 }),
    ]);
    expect(sumOf(things, 'Amount')).toEqual({ claimed: 70, honest: 30, difference: 40, things: 2, open: 0 });
  });

  it('leaves out what has no honest figure, and says how much that is', () => {
    const things = thingsOf([claim({ claimedAmount: 900 }), claim({ claimedAmount: 10, honestAmount: 0 })]);
    expect(sumOf(things, 'Amount')).toEqual({ claimed: 10, honest: 0, difference: 10, things: 1, open: 1 });
  });

  it('counts months apart from money: 24 claimed, 9 honest, 15 between', () => {
    const things = thingsOf([claim({ claimedMonths: 24, honestMonths: 9, claimedAmount: 5 })]);
    expect(sumOf(things, 'Months')).toMatchObject({ claimed: 24, honest: 9, difference: 15 });
  });

  it('is not zero where nothing has an honest figure: 6 months claimed, none honest', () => {
    const sum = sumOf(thingsOf([claim({ claimedMonths: 6 })]), 'Months');
    expect(shownSum(sum, String)).toEqual({ claimed: '–', honest: '–', difference: '–' });
  });

  it('is written to the cent: 1,000.50', () => {
    const sum = sumOf(thingsOf([claim({ claimedAmount: 1_000.5, honestAmount: 0 })]), 'Amount');
    expect(shownSum(sum, (value) => formatAmount(value, 'EUR'))).toEqual({
      claimed: '1,000.50',
      honest: '0.00',
      difference: '1,000.50',
    });
  });

  it('foots to the cent: 0.1 + 0.2 is 0.3', () => {
    const cents = [0.1, 0.2].map((amount) => claim({ claimedAmount: amount, honestAmount: 0 }));
    expect(sumOf(thingsOf(cents), 'Amount').claimed).toBe(0.3);
  });

  it('is the difference of its two sides, whatever is claimed', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1e9 }).map((minor) => minor / 100));
    const any = fc.record({ claimedAmount: amount, honestAmount: amount, about: fc.constantFrom('', 'a', 'b') });
    fc.assert(
      fc.property(fc.array(any), (drafts) => {
        const things = thingsOf(drafts.map(claim));
        const sum = sumOf(things, 'Amount');
        expect(sum.difference).toBeCloseTo(sum.claimed - sum.honest, 4);
        expect(things.flatMap(({ claims }) => claims)).toHaveLength(drafts.length);
      }),
    );
  });
});

describe('a claim carried into the line it speaks of', () => {
  it('is divided by the quantity: 1,000,000 for 4,200 seats is 238.095238 each', () => {
    expect(claimedOnLine({ kind: 'one-time', quantity: 4_200 }, 1_000_000)).toBe(238.095238);
  });

  it('is the whole amount of a commitment, and nothing for lines that claim no amount', () => {
    expect(claimedOnLine({ kind: 'commitment', quantity: null }, 5)).toBe(5);
    expect(claimedOnLine({ kind: 'recurring', quantity: 10 }, 5)).toBeNull();
    expect(claimedOnLine({ kind: 'one-time', quantity: 0 }, 5)).toBeNull();
  });
});
