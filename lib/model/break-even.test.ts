import { describe, expect, it } from 'vitest';
import { breakEvenDiscount, ratioOf, switchingMultiple } from './break-even';
import { cumulativeOf } from './cumulative';
import { recalculate } from './recalculate';
import { certain, modelOf, oneTime, recurring } from './testing/models';
import type { Alternative, Line } from './types';

describe('ratios', () => {
  it('have six decimals, half away from zero: 1/3 = 0.333333, 2/3 = 0.666667, 1/2,000,000 = 0.000001', () => {
    expect(ratioOf(1, 3)).toBe(0.333333);
    expect(ratioOf(2, 3)).toBe(0.666667);
    expect(ratioOf(1, 2_000_000)).toBe(0.000001);
    expect(ratioOf(-1, 2_000_000)).toBe(-0.000001);
  });

  it('to nothing are none', () => {
    expect(ratioOf(1, 0)).toBeNull();
  });
});

describe('the discount at which both cost the same', () => {
  it('is 1 − A/O: 1 − 750/1,000 = 0.25', () => {
    expect(breakEvenDiscount(1000, 750)).toBe(0.25);
  });

  it('is negative where staying is cheaper already: 1 − 1,200/1,000 = −0.2', () => {
    expect(breakEvenDiscount(1000, 1200)).toBe(-0.2);
  });

  it('does not exist for an offer that costs nothing', () => {
    expect(breakEvenDiscount(0, 750)).toBeNull();
  });
});

describe('how many times the switching cost could be', () => {
  it('is (O − run)/switching: (1,000 − 400)/300 = 2', () => {
    expect(switchingMultiple(1000, 400, 300)).toBe(2);
  });

  it('does not exist without a switching cost, nor where switching pays', () => {
    expect(switchingMultiple(1000, 400, 0)).toBeNull();
    expect(switchingMultiple(1000, 400, -1)).toBeNull();
  });
});

describe('the month from which leaving has paid', () => {
  const monthOf = (offer: readonly Line[], alternative: readonly Line[]) =>
    recalculate(modelOf(offer, alternative)).alternatives[0]?.breakEven.month;
  const stay = recurring({ id: 'stay', end: 36 });
  const leave = recurring({ id: 'leave', unitCost: certain(60), end: 36 });

  it('is when the switching cost is back: 400 less 40 a month from month 0, even after ten bills, at month 9', () => {
    expect(monthOf([stay], [leave, oneTime({ unitCost: certain(400), start: -3 })])).toBe(9);
  });

  it('is a month later for a cent more', () => {
    expect(monthOf([stay], [leave, oneTime({ unitCost: certain(400.01), start: -3 })])).toBe(10);
  });

  it('is the first month of the grid where leaving never costs more', () => {
    expect(monthOf([stay], [leave])).toBe(-24);
  });

  it('does not count a lead that is lost again: ahead from 9, behind at 20, ahead for good at 24', () => {
    // By month 20: 21 × 40 − 400 = 440 saved, and 600 to pay; 25 × 40 = 1,000 by month 24.
    const late = oneTime({ id: 'late', unitCost: certain(600), start: 20 });
    expect(monthOf([stay], [leave, oneTime({ unitCost: certain(400), start: -3 }), late])).toBe(24);
  });

  it('does not exist where the horizon ends first: 36 × 40 = 1,440 < 1,441', () => {
    expect(monthOf([stay], [leave, oneTime({ unitCost: certain(1441), start: -3 })])).toBeNull();
    expect(monthOf([stay], [leave, oneTime({ unitCost: certain(1440), start: -3 })])).toBe(35);
  });
});

describe('cumulative cost', () => {
  it('runs over the grid, nominal: 300 before renewal, then 100 a month against 60', () => {
    const model = modelOf(
      [recurring({ end: 36 })],
      [recurring({ id: 'leave', unitCost: certain(60), end: 36 }), oneTime({ unitCost: certain(300), start: -3 })],
      { discountRate: 0.1 },
    );
    const rows = cumulativeOf(model.alternatives[0] as Alternative, model);
    expect(rows).toHaveLength(60);
    expect(rows.slice(20, 26)).toEqual([
      { month: -4, offer: 0, alternative: 0 },
      { month: -3, offer: 0, alternative: 300 },
      { month: -2, offer: 0, alternative: 300 },
      { month: -1, offer: 0, alternative: 300 },
      { month: 0, offer: 100, alternative: 360 },
      { month: 1, offer: 200, alternative: 420 },
    ]);
    expect(rows.at(-1)).toEqual({ month: 35, offer: 3600, alternative: 300 + 36 * 60 });
  });
});
