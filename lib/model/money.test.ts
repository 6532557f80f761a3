import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, minorDigits, roundDouble, roundExact, roundIrrational, toHundredths } from './money';

describe('minor digits of a currency', () => {
  it.each([
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['HUF', 2],
  ])('%s has %d', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });
});

describe('rounding half away from zero, on the decimal', () => {
  const cents = (value: number) =>
    roundDouble(value * 100, Math.abs(value) * 100) ?? roundExact(exactly(value).mul(100));

  it.each([
    [1.005, 101, '1.005 becomes 1.01, though the nearest double lies below it'],
    [-1.005, -101, '−1.005 becomes −1.01'],
    [2.675, 268, '2.675 becomes 2.68'],
    [0.335, 34, '0.335 becomes 0.34'],
    [1.0049999, 100, '1.0049999 becomes 1.00'],
    [1.00499999999999, 100, 'a little less than a tie stays below it'],
    [0.005, 1, 'half a cent becomes one'],
    [0.0049, 0, 'less than half a cent becomes none'],
  ])('%d → %d cents: %s', (value, expected) => {
    expect(cents(value)).toBe(expected);
  });

  it('never yields −0', () => {
    expect(Object.is(cents(-0.004), 0)).toBe(true);
    expect(Object.is(roundIrrational(-0.4), 0)).toBe(true);
  });

  it('is left to the exact value where two large numbers leave a tie: 1,000,001.5 − 1,000,000', () => {
    const value = 1.5 - 2e-9;
    expect(roundDouble(value, Math.abs(value))).toBe(1);
    expect(roundDouble(value, 2e6)).toBeNull();
  });

  it('property: the double decides as the exact decimal does', () => {
    const decimals = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const value = digits / 10 ** places;
        const ten = BigInt(10 ** places);
        const size = BigInt(Math.abs(digits));
        const whole = Number((size * 2n + ten) / (ten * 2n));
        const rounded = roundDouble(value, Math.abs(value)) ?? roundExact(exactly(value));
        expect(rounded).toBe(digits < 0 ? 0 - whole : whole);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the exact value of a number', () => {
  it.each([
    [1.005, '1.005'],
    [-0.125, '-0.125'],
    [1e-7, '0.0000001'],
    [1.5e21, '1500000000000000000000'],
    [0, '0'],
  ])('%d is what is written', (value, written) => {
    expect(exactly(value).toString()).toBe(written);
  });
});

describe('values without an exact form', () => {
  it('count as a tie within their error: 2.4999999999999996 → 3, for 0.1 × 25 may be either side', () => {
    expect(roundIrrational(2.4999999999999996)).toBe(3);
    expect(roundIrrational(-2.4999999999999996)).toBe(-3);
    expect(roundIrrational(2.4999)).toBe(2);
    expect(roundIrrational(-2.4999)).toBe(-2);
  });

  it('are no ties for being large: 90 billion euros and 0.4 cents stay 90 billion', () => {
    expect(roundIrrational(9_000_000_000_000.4)).toBe(9_000_000_000_000);
    expect(roundIrrational(9_000_000_000_000)).toBe(9_000_000_000_000);
  });

  it('are given to the hundredth: 1.005 → 1.01', () => {
    expect(toHundredths(1.005)).toBe(1.01);
    expect(toHundredths(-1234.5678)).toBe(-1234.57);
  });
});
