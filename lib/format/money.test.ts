import { expect, it } from 'vitest';
import { formatAmount, formatCompact, formatMoney, formatMoneyCompact, formatMultiple, formatPercent } from './money';

it.each([
  [34_082_000, '34.1M'],
  [999_960, '1M'],
  [999_400, '999k'],
  [1_234_567_890, '1.23bn'],
  [-480_250, '−480k'],
  [950.4, '950'],
  [0, '0'],
  [-0.2, '0'],
])('%d in three figures is %s', (amount, text) => {
  expect(formatCompact(amount)).toBe(text);
});

it('amounts to be compared keep their three figures', () => {
  expect([15_930_000, 16_000_000, 1_300_000, 210_000].map((amount) => formatMoneyCompact(amount, 'EUR'))).toEqual([
    'EUR 15.9M',
    'EUR 16.0M',
    'EUR 1.30M',
    'EUR 210k',
  ]);
});

it('the minor units are the currency’s own', () => {
  expect(formatMoney(1234.5, 'EUR')).toBe('EUR 1,234.50');
  expect(formatMoney(1234.5, 'KWD')).toBe('KWD 1,234.500');
  expect(formatAmount(1234, 'JPY')).toBe('1,234');
});

it('a minus stands before the currency', () => {
  expect(formatMoney(-12.3, 'USD')).toBe('−USD 12.30');
  expect(formatMoneyCompact(-1_250_000, 'CHF')).toBe('−CHF 1.25M');
});

it('fractions and multiples', () => {
  expect([formatPercent(0.331025), formatPercent(-0.05), formatPercent(0.07125, 2)]).toEqual([
    '33.1 %',
    '−5 %',
    '7.13 %',
  ]);
  expect(formatMultiple(1.494825)).toBe('1.49 ×');
});
