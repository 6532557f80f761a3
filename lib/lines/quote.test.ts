import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfQuote, converted, convertedAmount, noQuote } from '@/lib/lines/quote';

const quoted = {
  kind: 'recurring',
  low: null,
  likely: null,
  high: null,
  quotedCurrency: 'USD',
  quotedLow: 50,
  quotedLikely: 60,
  quotedHigh: 75.5,
  exchangeRate: 0.9125,
} as const;

describe('a figure quoted in another currency', () => {
  it('is converted at its rate: 60 × 0.9125 = 54.75', () => {
    expect(converted(quoted, 'EUR')).toMatchObject({ low: 45.625, likely: 54.75, high: 68.89375 });
  });
  it('has six decimals as a unit cost, those of the currency as an amount', () => {
    const third = { ...quoted, exchangeRate: 0.333333333 };
    expect(converted(third, 'EUR').likely).toBe(20);
    expect(converted(third, 'EUR').high).toBe(25.166667);
    expect(converted({ ...third, kind: 'commitment' }, 'EUR').high).toBe(25.17);
    expect(converted({ ...third, kind: 'commitment' }, 'JPY').high).toBe(25);
  });
  it('rounds the decimal value, not the binary one: 1.005 × 1 to two decimals is 1.01', () => {
    expect(convertedAmount(1.005, 1, 2)).toBe(1.01);
    expect(convertedAmount(-1.005, 1, 2)).toBe(-1.01);
  });
  it('stays what it was while no rate is written down', () => {
    const waiting = { ...quoted, likely: 60, exchangeRate: null };
    expect(converted(waiting, 'EUR')).toBe(waiting);
  });
  it('begins with what stands in the line, and leaves the converted figure when it ends', () => {
    const plain = { ...quoted, ...noQuote, low: 10, likely: 12, high: 15 } as const;
    expect(changeOfQuote(plain, 'USD', 'EUR')).toEqual({
      quotedCurrency: 'USD',
      quotedLow: 10,
      quotedLikely: 12,
      quotedHigh: 15,
      exchangeRate: null,
    });
    expect(changeOfQuote(quoted, null, 'EUR')).toEqual(noQuote);
    expect(changeOfQuote(quoted, 'EUR', 'EUR')).toEqual(noQuote);
  });
  it('in a third currency keeps its amount and waits for a rate', () => {
    expect(changeOfQuote(quoted, 'GBP', 'EUR')).toEqual({ quotedCurrency: 'GBP', exchangeRate: null });
  });
  it('keeps its order through any rate', () => {
    const amount = fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100);
    const rate = fc.integer({ min: 1, max: 1e6 }).map((ten) => ten / 1e4);
    fc.assert(
      fc.property(amount, amount, rate, (a, b, r) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(convertedAmount(low, r, 6)).toBeLessThanOrEqual(convertedAmount(high, r, 6));
      }),
    );
  });
});
