import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroundedLine, groundingOf, twelveMonthsBefore, type Ungrounded } from '@/lib/readiness/grounding';

const today = '2026-11-25';
const line = (presentValue: number, facts: Partial<GroundedLine> = {}): GroundedLine => ({
  id: String(presentValue),
  presentValue,
  basis: 'quote',
  basisOn: '2026-06-01',
  endsOn: '2031-07-01',
  ...facts,
});
const guess = (presentValue: number) => line(presentValue, { basis: 'judgement' });

describe('the share that is grounded', () => {
  it('80 of 100 is enough: 80 × 5 = 100 × 4', () => {
    expect(groundingOf([line(80), guess(20)], today)).toMatchObject({ share: 0.8, met: true });
  });

  it('79.9 of 100 is not: 79.9 × 5 = 399.5 < 400', () => {
    expect(groundingOf([line(79.9), guess(20.1)], today)).toMatchObject({ share: 0.799, met: false });
  });

  it('0.1 + 0.7 of 1 is, whatever binary fractions make of it', () => {
    expect(groundingOf([line(0.1), line(0.7), guess(0.2)], today).met).toBe(true);
  });

  it('a cent below four fifths of a billion is not: 799,999,999.99 of 1,000,000,000', () => {
    expect(groundingOf([line(799_999_999.99), guess(200_000_000.01)], today).met).toBe(false);
  });

  it('counts a credit by its size: |−80| of |−80| + |20|', () => {
    expect(groundingOf([line(-80), guess(20)], today)).toMatchObject({ share: 0.8, met: true });
  });

  it('is none where nothing costs anything, and that is not enough', () => {
    expect(groundingOf([], today)).toEqual({ share: null, met: false, missing: [] });
    expect(groundingOf([line(0)], today)).toEqual({ share: null, met: false, missing: [] });
  });
});

describe('a line is grounded', () => {
  const why = (facts: Partial<GroundedLine>): Ungrounded | undefined =>
    groundingOf([line(1, facts)], today).missing[0]?.why;

  it.each(['quote', 'measured', 'benchmark'] as const)(
    'on a %s of this day a year ago, and not of the day before',
    (basis) => {
      expect(why({ basis, basisOn: '2025-11-25' })).toBeUndefined();
      expect(why({ basis, basisOn: '2025-11-24' })).toBe('older than twelve months');
      expect(why({ basis, basisOn: today })).toBeUndefined();
      expect(why({ basis, basisOn: '2026-11-26' })).toBe('dated in the future');
      expect(why({ basis, basisOn: null })).toBe('not dated');
    },
  );

  it('on a contract for as long as it runs, however old it is', () => {
    expect(why({ basis: 'contract', basisOn: '2019-01-01', endsOn: '2026-11-26' })).toBeUndefined();
    expect(why({ basis: 'contract', basisOn: null, endsOn: '2026-11-26' })).toBeUndefined();
    expect(why({ basis: 'contract', basisOn: '2019-01-01', endsOn: today })).toBe('contract has run out');
  });

  it('never on judgement, on what the vendor says, or on nothing', () => {
    expect(why({ basis: 'judgement' })).toBe('judgement');
    expect(why({ basis: 'vendor claim' })).toBe('vendor claim');
    expect(why({ basis: null, basisOn: null })).toBe('no basis');
  });

  it('counts a year back from 29 February to the 28th', () => {
    expect(twelveMonthsBefore('2028-02-29')).toBe('2027-02-28');
    expect(twelveMonthsBefore('2028-03-01')).toBe('2027-03-01');
  });
});

describe('what is missing', () => {
  it('stands with the costliest first, and with the grounded share makes the whole', () => {
    const { missing } = groundingOf([line(50), guess(10), guess(40)], today);
    expect(missing.map(({ weight }) => weight)).toEqual([0.4, 0.1]);
    const costs = fc.array(fc.record({ cost: fc.integer({ min: -10_000, max: 10_000 }), sure: fc.boolean() }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(costs, (some) => {
        const found = groundingOf(
          some.map(({ cost, sure }) => (sure ? line(cost) : guess(cost))),
          today,
        );
        const rest = found.missing.reduce((sum, { weight }) => sum + weight, 0);
        expect((found.share ?? 1) + rest).toBeCloseTo(1, 9);
      }),
    );
  });
});
