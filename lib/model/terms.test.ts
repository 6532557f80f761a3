import { describe, expect, it } from 'vitest';
import { termsOf } from './terms';
import { certain, commitment, graduatedLine, modelOf, offerOf, percent, recurring } from './testing/models';
import type { Line, Offer } from './types';

const terms = (lines: readonly Line[], changes: Partial<Offer> = {}) => termsOf(modelOf(offerOf(lines, changes)));
const yearly = { per: 'year', billed: 'annually', end: 24 } as const;
const none = { renewalUplift: 0, escalator: 0, growth: 0, commitment: 0, support: 0 };

describe('what a clause of the offer costs', () => {
  it('renewal uplift: 100 + 110 less 100 + 100', () => {
    expect(terms([recurring(yearly)], { termMonths: 12, renewalUplift: 0.1 })).toEqual({ ...none, renewalUplift: 10 });
  });

  it('renewal uplift of a line that has its own: 100 + 130 less 100 + 100', () => {
    const line = recurring({ ...yearly, renewalUplift: 0.3 });
    expect(terms([line], { termMonths: 12, renewalUplift: 0.1 })).toEqual({ ...none, renewalUplift: 30 });
  });

  it('escalator: 100 + 104 less 200', () => {
    expect(terms([recurring({ ...yearly, escalator: 0.04 })])).toEqual({ ...none, escalator: 4 });
  });

  it('growth: 100 + 150 less 200', () => {
    expect(terms([recurring({ ...yearly, growth: 0.5 })])).toEqual({ ...none, growth: 50 });
  });

  it('commitment: a shortfall of 1,000 − 200 over two years', () => {
    expect(terms([recurring(yearly), commitment({ end: 24 })])).toEqual({ ...none, commitment: 800 });
  });

  it('support, as a share and by bands: 10 % of 200, and 10 % of each year’s 100', () => {
    expect(terms([recurring(yearly), percent(), graduatedLine()])).toEqual({ ...none, support: 40 });
  });

  it('clauses compound and need not add up: 100 + 110 × 1.5 = 265; without escalator 250, without growth 210', () => {
    const line = recurring({ ...yearly, growth: 0.5, escalator: 0.1 });
    expect(terms([line])).toEqual({ ...none, escalator: 15, growth: 55 });
  });

  it('a clause reaches what rests on its lines: an escalator of 10 is also 1 of support', () => {
    expect(terms([recurring({ ...yearly, escalator: 0.1 }), percent()])).toMatchObject({ escalator: 11, support: 21 });
  });

  it('a clause may save: less growth in spend means more shortfall, so they meet at 0', () => {
    const lines = [recurring({ ...yearly, growth: 0.5 }), commitment({ end: 24 })];
    expect(terms(lines)).toMatchObject({ growth: 0, commitment: 750 });
  });

  it('is the difference of two rounded present values: 100 + 110/1.21 = 190.91 less 100 + 100/1.21 = 182.64', () => {
    const offer = offerOf([recurring(yearly)], { termMonths: 12, renewalUplift: 0.1 });
    expect(termsOf(modelOf(offer, [], { discountRate: 0.21 })).renewalUplift).toBe(8.27);
  });

  it('is exact at any size: 123,456,789,012.35 × 1.1 = 135,802,467,913.585 → .59, less .35', () => {
    const line = recurring({ ...yearly, unitCost: certain(123_456_789_012.35), escalator: 0.1 });
    expect(terms([line]).escalator).toBe(12_345_678_901.24);
  });
});
