import { describe, expect, it } from 'vitest';
import { otherAmountIn } from '@/lib/thresholds/statement';

describe('a statement against the amount', () => {
  it.each([
    ['Above 9,500,000 we leave.', 9_500_000],
    ['Above EUR 9.500.000,00 we leave.', 9_500_000],
    ['Above 9.5 million we leave.', 9_480_000],
    ['Above 9.5M we leave.', 9_549_999],
    ['We leave by June 2027, all 4,200 seats, at 5 % a year, within 18 months.', 9_500_000],
    ['We tell them, and leave.', 9_500_000],
  ])('%s is of one mind with %d', (statement, amount) => {
    expect(otherAmountIn(statement, amount)).toBeNull();
  });

  it.each([
    ['Above 9,000,000 we leave.', 9_500_000, '9,000,000'],
    ['Above 9.5 million we leave.', 9_551_000, '9.5 million'],
    ['Above 950k we leave.', 9_500_000, '950k'],
    ['At 9,500,000 we think; at 10,000,000 we leave.', 9_500_000, '10,000,000'],
  ])('%s is of two minds with %d: %s', (statement, amount, written) => {
    expect(otherAmountIn(statement, amount)).toBe(written);
  });
});
