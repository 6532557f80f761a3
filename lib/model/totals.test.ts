import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { certain, commitment, modelOf, offerOf, oneTime, percent, range, recurring } from './testing/models';
import { allInCost, lineTotals } from './totals';
import type { Line, Model } from './types';

const draws = { draws: 10 };
const offerOfLines = (lines: readonly Line[], changes: Partial<Model> = {}) =>
  assess(modelOf(lines, [], changes), draws).offer;

describe('nominal and present value', () => {
  it('weigh a month after renewal less, one before it more: 100 × 1.21^(−12/12) = 82.64, 100 × 1.21^(12/12) = 121', () => {
    const rate = { discountRate: 0.21 };
    expect(offerOfLines([oneTime({ start: 12 })], rate)).toMatchObject({ nominal: 100, presentValue: 82.64 });
    expect(offerOfLines([oneTime({ start: -12 })], rate)).toMatchObject({ nominal: 100, presentValue: 121 });
  });

  it('discount by the month at an effective annual rate: 100 × 1.21^(−6/12) = 100 / 1.1 = 90.91', () => {
    expect(offerOfLines([oneTime({ start: 6 })], { discountRate: 0.21 }).presentValue).toBe(90.91);
  });

  it('are the same at no discount: 12 × 100', () => {
    expect(offerOfLines([recurring()])).toMatchObject({ nominal: 1200, presentValue: 1200 });
  });

  it('sum rounded flows: 12 × 1.01 = 12.12, not round(12 × 1.005) = 12.06', () => {
    expect(offerOfLines([recurring({ unitCost: certain(1.005) })]).nominal).toBe(12.12);
  });

  it('round a present value once, as itself: 0.04/1.21 + 0.04/1.21 = 0.0661 → 0.07, though each alone is 0.03', () => {
    const lines = ['a', 'b'].map((id) => oneTime({ id, unitCost: certain(0.04), start: 12 }));
    const model = modelOf(lines, [], { discountRate: 0.21 });
    expect(allInCost(lines, model, 'likely', model.offer)).toBe(0.07);
    expect(lineTotals(lines, model, model.offer).map(({ presentValue }) => presentValue)).toEqual([0.03, 0.03]);
  });
});

describe('cost by contract year', () => {
  it('puts months −24 to −1 in `pre`, 0 to 11 in 1, 12 to 23 in 2: 200, 1,200, 1,200, 100', () => {
    expect(offerOfLines([recurring({ start: -2, end: 25 })]).byYear).toEqual({ pre: 200, 1: 1200, 2: 1200, 3: 100 });
  });

  it('names each year of the horizon, a broken one too: 30 months are years 1, 2 and 3', () => {
    expect(offerOfLines([], { horizonMonths: 30 }).byYear).toEqual({ pre: 0, 1: 0, 2: 0, 3: 0 });
  });
});

describe('scenarios', () => {
  it('expected is the PERT mean: (10 + 4 × 20 + 60)/6 = 25', () => {
    const line = oneTime({ unitCost: range(10, 20, 60) });
    expect(offerOfLines([line]).scenarios).toEqual({ low: 10, likely: 20, high: 60, expected: 25 });
  });

  it('moves every line at once, and what rests on it: low 80 + 8 % = 86.40, high 120 + 12 % = 134.40', () => {
    const lines = [oneTime({ unitCost: range(80, 100, 120) }), percent({ rate: range(0.08, 0.1, 0.12) })];
    expect(offerOfLines(lines).scenarios).toEqual({ low: 86.4, likely: 110, high: 134.4, expected: 110 });
  });

  it('spends a commitment before it is charged: low 700 + 300, likely 900 + 100, high 1,100', () => {
    const lines = [oneTime({ unitCost: range(700, 900, 1100) }), commitment()];
    expect(offerOfLines(lines).scenarios).toEqual({ low: 1000, likely: 1000, high: 1100, expected: 1000 });
  });

  it('expected of a commitment is at the mean spend, not the mean shortfall: (850 + 4 × 950 + 1,350)/6 = 1,000 → no shortfall', () => {
    const lines = [oneTime({ unitCost: range(850, 950, 1350) }), commitment()];
    expect(offerOfLines(lines).scenarios.expected).toBe(1000);
  });
});

describe('line totals', () => {
  it('stand at the end of each row, in the order of the rows', () => {
    const lines = [percent(), recurring(), commitment({ amount: certain(1500) })];
    const model = modelOf(offerOf(lines));
    expect(lineTotals(lines, model, model.offer)).toEqual([
      { id: 'percent', nominal: 120, presentValue: 120 },
      { id: 'recurring', nominal: 1200, presentValue: 1200 },
      { id: 'commitment', nominal: 300, presentValue: 300 },
    ]);
  });

  it('of an offer know its uplift, of an alternative do not: 100 + 110 against 100 + 100', () => {
    const lines = [recurring({ per: 'year', billed: 'annually', end: 24 })];
    const model = modelOf(offerOf(lines, { termMonths: 12, renewalUplift: 0.1 }));
    expect(lineTotals(lines, model, model.offer)[0]?.nominal).toBe(210);
    expect(lineTotals(lines, model)[0]?.nominal).toBe(200);
  });
});
