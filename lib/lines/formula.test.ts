import { describe, expect, it } from 'vitest';
import { formulaOf } from '@/lib/lines/formula';
import type { Line } from '@/lib/model/types';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const certain = (value: number) => ({ low: value, likely: value, high: value });
const licences: Line = {
  id: 'e5',
  label: 'Microsoft 365 E5',
  category: 'licences',
  kind: 'recurring',
  quantity: 4200,
  unitCost: certain(54.75),
  per: 'month',
  billed: 'annually',
  start: 0,
  end: 60,
  escalator: 0,
  heldUntil: 0,
  growth: 0,
};
const said = (line: Line, terms: Parameters<typeof formulaOf>[1] = null) => formulaOf(line, terms, about);

describe('the formula of a line in words', () => {
  it('a yearly bill in advance, and the uplift of the offer at its renewal', () => {
    expect(said(licences, { termMonths: 36, renewalUplift: 0.09 })).toBe(
      '4,200 × 54.75 × 12 months, billed each July, from Jul 2027 through Jun 2032; +9 % from Jul 2030',
    );
  });
  it('counts something, and says what was quoted at which rate', () => {
    const quote = { currency: 'USD', likely: 60, rate: 0.9125 };
    expect(formulaOf(licences, null, about, { unit: 'seats', quote })).toMatch(
      /^4,200 seats × 54\.75 \(60 USD × 0\.9125\) × 12 months, billed each July/,
    );
    expect(formulaOf({ ...licences, quantity: 1 }, null, about, { unit: 'contract' })).toMatch(/^1 contract × 54\.75/);
  });
  it('the line’s own uplift takes the place of the offer’s, and comes with every term', () => {
    expect(said({ ...licences, renewalUplift: 0.05 }, { termMonths: 12, renewalUplift: 0.09 })).toContain(
      '; +5 % from Jul 2028 and every 12 months after',
    );
  });
  it('on an alternative there is no term unless the line has one', () => {
    expect(said({ ...licences, renewalUplift: 0.05 })).not.toContain('+5 %');
    expect(said({ ...licences, renewalUplift: 0.05, termMonths: 36 })).toContain('+5 % from Jul 2030');
  });
  it('a rise a year waits for the end of the price hold: 18 months held rises at month 24', () => {
    expect(said({ ...licences, escalator: 0.03, heldUntil: 18 })).toContain(
      '; price held until Jan 2029; +3 % a year from Jul 2029',
    );
  });
  it('quantity grows and shrinks', () => {
    expect(said({ ...licences, growth: 0.02 })).toContain('; quantity +2 % a year from Jul 2028');
    expect(said({ ...licences, growth: -0.1 })).toContain('; quantity −10 % a year from Jul 2028');
  });
  it.each([
    ['month', 'monthly', '4,200 × 54.75, billed every month'],
    ['month', 'quarterly', '4,200 × 54.75 × 3 months, billed every three months'],
    ['year', 'annually', '4,200 × 54.75, billed each July'],
    ['year', 'quarterly', '4,200 × 54.75 ÷ 4, billed every three months'],
    ['year', 'monthly', '4,200 × 54.75 ÷ 12, billed every month'],
  ] as const)('a price per %s billed %s', (per, billed, words) => {
    expect(said({ ...licences, per, billed })).toContain(words);
  });
  it('a range is said with its ends, a quantity of one not at all', () => {
    const line = { ...licences, quantity: 1, unitCost: { low: 40, likely: 54.75, high: 60 } };
    expect(said(line)).toMatch(/^54\.75 \(between 40 and 60\) × 12 months/);
  });
  it('a one-time cost falls in a month, or is spread', () => {
    const line: Line = {
      id: 'm',
      label: 'Migration',
      category: 'migration',
      part: 'switching',
      kind: 'one-time',
      quantity: 4200,
      unitCost: certain(120),
      start: -6,
      end: -5,
    };
    expect(said(line)).toBe('4,200 × 120, once, in Jan 2027');
    expect(said({ ...line, end: 0 })).toBe('4,200 × 120, spread evenly over 6 months, from Jan 2027 through Jun 2027');
    expect(said({ ...line, unitCost: certain(-120) })).toContain('4,200 × −120');
  });
  it('a share of what other categories come to', () => {
    const line: Line = {
      id: 's',
      label: 'Support',
      category: 'support',
      kind: 'percent',
      rate: { low: 0.06, likely: 0.08, high: 0.1 },
      of: ['licences', 'azure'],
      start: 0,
      end: 60,
    };
    expect(said(line)).toBe(
      '8 % (between 6 % and 10 %) of the spend on licences and azure, month by month, from Jul 2027 through Jun 2032',
    );
  });
  it('a commitment is its shortfall', () => {
    const line: Line = {
      id: 'c',
      label: 'MACC',
      category: 'azure',
      kind: 'commitment',
      amount: certain(3_000_000),
      of: ['azure'],
      start: 0,
      end: 36,
    };
    expect(said(line)).toBe(
      'What the spend on azure from Jul 2027 through Jun 2030 falls short of EUR 3,000,000, due in Jun 2030',
    );
  });
  it('bands of spend, each at its rate: 10 % of the first 1.8 million, 7 % above', () => {
    const line: Line = {
      id: 'u',
      label: 'Unified Support',
      category: 'support',
      kind: 'graduated',
      tiers: [{ upTo: 1_800_000, rate: 0.1 }, { rate: 0.07 }],
      of: ['licences'],
      start: 0,
      end: 60,
    };
    expect(said(line)).toBe(
      '10 % of the first EUR 1,800,000, 7 % above, on the spend on licences, at the end of each contract year, from Jul 2027 through Jun 2032',
    );
  });
});
