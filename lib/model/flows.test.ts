import { describe, expect, it } from 'vitest';
import { ledgerOf, totalOf } from './ledger';
import {
  certain,
  commitment,
  euros,
  graduatedLine,
  monthly,
  oneTime,
  percent,
  range,
  recurring,
} from './testing/models';
import { nominalOf } from './totals';

const offerSide = { ...euros, offer: { termMonths: 12, renewalUplift: 0.1 } };

describe('a recurring line bills in advance', () => {
  it('monthly: 3 months × 100 from month 0', () => {
    expect(monthly(recurring({ end: 3 }))).toEqual({ 0: 100, 1: 100, 2: 100 });
  });

  it('quarterly: 3 × 100 at months 0, 3, 6, and at 9 the two months that are left: 200', () => {
    expect(monthly(recurring({ billed: 'quarterly', end: 11 }))).toEqual({ 0: 300, 3: 300, 6: 300, 9: 200 });
  });

  it('annually from month 5 to 28: 1,200 at 5 and 17 less what is past the end: 12 and 11 months', () => {
    expect(monthly(recurring({ billed: 'annually', start: 5, end: 28 }))).toEqual({ 5: 1200, 17: 1100 });
  });

  it('a yearly price in monthly bills: 1,000 / 12 = 83.333… → 83.33', () => {
    expect(monthly(recurring({ per: 'year', unitCost: certain(1000), end: 2 }))).toEqual({ 0: 83.33, 1: 83.33 });
  });

  it('a yearly price in a yearly bill: 1,000 × 12/12, not 12 × 83.33', () => {
    expect(monthly(recurring({ per: 'year', unitCost: certain(1000), billed: 'annually' }))).toEqual({ 0: 1000 });
  });

  it('before renewal as after it: months −24 and −12', () => {
    expect(monthly(recurring({ billed: 'annually', start: -24, end: 0 }))).toEqual({ [-24]: 1200, [-12]: 1200 });
  });

  it('a fractional quantity: 17.5 × 12.34 = 215.95', () => {
    expect(monthly(recurring({ quantity: 17.5, unitCost: certain(12.34), end: 1 }))).toEqual({ 0: 215.95 });
  });

  it('a credit: −50 a month', () => {
    expect(monthly(recurring({ unitCost: certain(-50), end: 2 }))).toEqual({ 0: -50, 1: -50 });
  });
});

describe('the escalator', () => {
  const yearly = { billed: 'annually', per: 'year', end: 36 } as const;

  it('rises at each anniversary: 100, 100 × 1.1 = 110, 110 × 1.1 = 121', () => {
    expect(monthly(recurring({ ...yearly, escalator: 0.1 }))).toEqual({ 0: 100, 12: 110, 24: 121 });
  });

  it('counts from the start of the line, not from renewal: from month 6, rises at 18', () => {
    expect(monthly(recurring({ ...yearly, escalator: 0.1, start: 6, end: 30 }))).toEqual({ 6: 100, 18: 110 });
  });

  it('held until month 24: no rise at 12, the first one at 24', () => {
    expect(monthly(recurring({ ...yearly, escalator: 0.1, heldUntil: 24 }))).toEqual({ 0: 100, 12: 100, 24: 110 });
  });

  it('held until month 13: the anniversary at 12 is inside the hold, the one at 24 is not', () => {
    expect(monthly(recurring({ ...yearly, escalator: 0.1, heldUntil: 13 }))).toEqual({ 0: 100, 12: 100, 24: 110 });
  });

  it('held until month 12: the anniversary at 12 is not before it, so it rises', () => {
    expect(monthly(recurring({ ...yearly, escalator: 0.1, heldUntil: 12 }))).toEqual({ 0: 100, 12: 110, 24: 121 });
  });

  it('in monthly bills: month 11 at 100, month 12 at 110', () => {
    const flows = monthly(recurring({ escalator: 0.1, end: 13 }));
    expect([flows[11], flows[12]]).toEqual([100, 110]);
  });
});

describe('the renewal uplift', () => {
  const yearly = { billed: 'annually', per: 'year', end: 36 } as const;

  it('comes with each term of the offer: 100, 110, 121 at a term of twelve months', () => {
    expect(monthly(recurring(yearly), [], offerSide)).toEqual({ 0: 100, 12: 110, 24: 121 });
  });

  it('counts terms from the start of the line: from month 6, at 18', () => {
    expect(monthly(recurring({ ...yearly, start: 6, end: 30 }), [], offerSide)).toEqual({ 6: 100, 18: 110 });
  });

  it('gives way to the line’s own: 100, 100 × 1.2 = 120, 120 × 1.2 = 144', () => {
    expect(monthly(recurring({ ...yearly, renewalUplift: 0.2 }), [], offerSide)).toEqual({ 0: 100, 12: 120, 24: 144 });
  });

  it('gives way to the line’s own 0: 100 three times', () => {
    expect(monthly(recurring({ ...yearly, renewalUplift: 0 }), [], offerSide)).toEqual(months12(100));
  });

  it('does not touch an alternative: 100 three times', () => {
    expect(monthly(recurring(yearly))).toEqual(months12(100));
  });

  it('touches residual Microsoft spend on an alternative, by its own term and uplift: 100, 100, 109', () => {
    const residual = recurring({ ...yearly, renewalUplift: 0.09, termMonths: 24 });
    expect(monthly(residual)).toEqual({ 0: 100, 12: 100, 24: 109 });
  });

  it('compounds with the escalator and growth: 100 × 1.1 × 1.1 × 1.5 = 181.50 in the second year', () => {
    const line = recurring({ ...yearly, escalator: 0.1, growth: 0.5, end: 24 });
    expect(monthly(line, [], offerSide)).toEqual({ 0: 100, 12: 181.5 });
  });
});

describe('growth', () => {
  it('raises the quantity each year since the start: 100, 150, 225', () => {
    const line = recurring({ growth: 0.5, billed: 'annually', per: 'year', end: 36 });
    expect(monthly(line)).toEqual({ 0: 100, 12: 150, 24: 225 });
  });

  it('may be a decline to nothing: 100, then 100 × (1 − 1) = 0', () => {
    expect(monthly(recurring({ growth: -1, billed: 'annually', per: 'year', end: 24 }))).toEqual({ 0: 100 });
  });

  it('of nearly all keeps its digits: 1,009,999,990 × 1e−10 × 5 = 0.504999995 → 0.50', () => {
    const line = recurring({ quantity: 1_009_999_990, unitCost: certain(5), growth: -0.9999999999, end: 13 });
    expect(monthly(line)[12]).toBe(0.5);
  });
});

describe('a one-time line', () => {
  it('falls in its month: 3 × 40 = 120 at month −6', () => {
    expect(monthly(oneTime({ quantity: 3, unitCost: certain(40), start: -6 }))).toEqual({ [-6]: 120 });
  });

  it('spreads 100 over three months as 33.33, 33.34 (66.67 − 33.33) and 33.33 (100 − 66.67)', () => {
    expect(monthly(oneTime({ end: 3 }))).toEqual({ 0: 33.33, 1: 33.34, 2: 33.33 });
  });

  it('spreads 0.05 over seven months as running totals of 1, 1, 2, 3, 4, 4, 5 cents', () => {
    expect(monthly(oneTime({ unitCost: certain(0.05), end: 7 }))).toEqual({
      0: 0.01,
      2: 0.01,
      3: 0.01,
      4: 0.01,
      6: 0.01,
    });
  });

  it('adds up to the rounded total: 1.005 over 2 months = 0.50 + 0.51', () => {
    expect(monthly(oneTime({ unitCost: certain(1.005), end: 2 }))).toEqual({ 0: 0.5, 1: 0.51 });
  });
});

describe('rounding of a flow', () => {
  it('takes the decimal, half away from zero: 1.005 → 1.01, 3 × 0.335 = 1.005 → 1.01, −0.125 → −0.13', () => {
    expect(monthly(recurring({ unitCost: certain(1.005), end: 1 }))).toEqual({ 0: 1.01 });
    expect(monthly(recurring({ quantity: 3, unitCost: certain(0.335), end: 1 }))).toEqual({ 0: 1.01 });
    expect(monthly(oneTime({ unitCost: certain(-0.125) }))).toEqual({ 0: -0.13 });
  });

  it('goes by the currency: 1,234.5 yen → 1,235; 1.0005 dinars → 1.001', () => {
    const line = (unitCost: number) => recurring({ unitCost: certain(unitCost), end: 1 });
    expect(monthly(line(1234.5), [], { ...euros, scale: 1 })).toEqual({ 0: 1235 });
    expect(monthly(line(1.0005), [], { ...euros, scale: 1000 })).toEqual({ 0: 1.001 });
  });

  it('happens once, after all factors: 0.335 × 1.5 × 1.2 = 0.603 → 0.60, not 0.34 × 1.8 = 0.61', () => {
    const line = recurring({ unitCost: certain(0.335), growth: 0.5, escalator: 0.2, start: 0, end: 13 });
    expect(monthly(line)[12]).toBe(0.6);
  });
});

describe('a percent line', () => {
  const seats = recurring({ id: 'seats', quantity: 3, unitCost: certain(33.35), end: 2 });
  const project = oneTime({ id: 'project', unitCost: certain(1000), start: 1 });

  it('takes its share of each month: 10 % of 100.05 = 10.005 → 10.01; of 1,100.05 = 110.005 → 110.01', () => {
    expect(monthly(percent(), [seats, project])).toEqual({ 0: 10.01, 1: 110.01 });
  });

  it('leaves other categories alone', () => {
    expect(monthly(percent({ of: ['migration'] }), [seats, { ...project, category: 'migration' }])).toEqual({ 1: 100 });
  });

  it('takes several categories together, rounded once: 10 % of (0.05 + 0.10) = 0.015 → 0.02', () => {
    const small = [
      oneTime({ id: 'a', category: 'a', unitCost: certain(0.05) }),
      oneTime({ id: 'b', category: 'b', unitCost: certain(0.1) }),
    ];
    expect(monthly(percent({ of: ['a', 'b'] }), small)).toEqual({ 0: 0.02 });
  });

  it('takes nothing outside its span: month 1 only', () => {
    expect(monthly(percent({ start: 1, end: 2 }), [seats, project])).toEqual({ 1: 110.01 });
  });

  it('does not rest on other percent lines, even of its own category', () => {
    const other = percent({ id: 'other', category: 'licences' });
    expect(monthly(percent(), [seats, project, other])).toEqual({ 0: 10.01, 1: 110.01 });
  });

  it('of a credit is a credit: 10 % of −100.05 = −10.005 → −10.01', () => {
    expect(monthly(percent(), [{ ...seats, quantity: -3, end: 1 }])).toEqual({ 0: -10.01 });
  });
});

describe('a commitment', () => {
  it('charges the shortfall in its last month: 1,000 − 12 × 75 = 100 at month 11', () => {
    expect(monthly(commitment(), [recurring({ unitCost: certain(75) })])).toEqual({ 11: 100 });
  });

  it('charges nothing once it is met: 12 × 100 = 1,200 ≥ 1,000', () => {
    expect(monthly(commitment(), [recurring()])).toEqual({});
  });

  it('counts only its own span: 1,000 − 6 × 100 = 400 at month 5', () => {
    expect(monthly(commitment({ end: 6 }), [recurring()])).toEqual({ 5: 400 });
  });

  it('counts bills when they fall, not what they cover: a yearly bill at month −3 is outside, 1,000 at month 11', () => {
    expect(monthly(commitment(), [recurring({ billed: 'annually', start: -3, end: 9 })])).toEqual({ 11: 1000 });
  });

  it('at the expected figure keeps the tie: (1,000,000 + 4 × 1,000,000.07 + 1,000,000.17)/6 − 1,000,000 = 0.075 → 0.08', () => {
    const line = commitment({ amount: range(1_000_000, 1_000_000.07, 1_000_000.17) });
    const spend = oneTime({ unitCost: certain(1_000_000) });
    const total = totalOf(ledgerOf([line, spend], euros, 'expected'), euros, ({ id }) => id === 'commitment');
    expect(nominalOf(total)).toBe(8);
  });
});

describe('a graduated line', () => {
  const spend = (unitCost: number, start: number, end: number) =>
    recurring({ unitCost: certain(unitCost), start, end });

  it('charges each band at its own rate, at the year’s end: 1,200 a year → 1,000 × 0.1 + 200 × 0.07 = 114', () => {
    expect(monthly(graduatedLine(), [spend(100, 0, 24)])).toEqual({ 11: 114, 23: 114 });
  });

  it('charges 10 % of the first 1.8 million and 7 % above: 474,000 on 6 million', () => {
    const tiers = [{ upTo: 1_800_000, rate: 0.1 }, { rate: 0.07 }];
    expect(monthly(graduatedLine({ tiers }), [spend(500_000, 0, 12)])).toEqual({ 11: 474_000 });
  });

  it('takes all months before renewal as one year: 20 × 100 → 100 + 1,000 × 0.07 = 170 at month −1', () => {
    expect(monthly(graduatedLine(), [spend(100, -20, 0)])).toEqual({ [-1]: 170 });
  });

  it('ends with its span: months 12 to 17 of the second year, 600 × 0.1 = 60 at month 17', () => {
    expect(monthly(graduatedLine({ start: 12, end: 18 }), [spend(100, 0, 36)])).toEqual({ 17: 60 });
  });

  it('charges nothing on spend of nothing or less', () => {
    expect(monthly(graduatedLine(), [spend(-100, 0, 12)])).toEqual({});
  });

  it('rounds the year’s charge once: 10 % of 12 × 0.17 = 2.04 → 0.204 → 0.20', () => {
    expect(monthly(graduatedLine(), [spend(0.17, 0, 12)])).toEqual({ 11: 0.2 });
  });

  it('charges exactly at a band’s limit: 1,000 × 0.1 = 100', () => {
    expect(monthly(graduatedLine(), [oneTime({ unitCost: certain(1000) })])).toEqual({ 11: 100 });
  });
});

function months12(amount: number) {
  return { 0: amount, 12: amount, 24: amount };
}
