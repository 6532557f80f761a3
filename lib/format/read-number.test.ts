import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMean } from '@/lib/format/currency-signs';
import { formatNumber } from '@/lib/format/numbers';
import { decimalMarkOf, readNumber } from '@/lib/format/read-number';

const number = (value: number, more: object = {}) => ({ kind: 'number', value, percent: false, ...more });

describe('a number as people and spreadsheets write it', () => {
  it.each([
    ['1,234.56', 1234.56],
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1\u202f234,56', 1234.56],
    ['1\u00a0234\u00a0567,5', 1234567.5],
    ['1’234.56', 1234.56],
    ["1'234'567", 1234567],
    ['1.234.567', 1234567],
    ['1,234,567', 1234567],
    ['12,34,567.5', 1234567.5],
    ['0.234', 0.234],
    ['0,234', 0.234],
    ['54.75', 54.75],
    ['54,75', 54.75],
    ['.5', 0.5],
    [',5', 0.5],
    ['5.', 5],
    ['1234.567', 1234.567],
    ['1.005', 1.005],
    ['4200', 4200],
    ['-12', -12],
    ['−12', -12],
    ['+12', 12],
    ['(1,234.50)', -1234.5],
    ['1.234,50-', -1234.5],
    ['EUR 1,234.50', 1234.5],
    ['€1.234,50', 1234.5],
    ['-€ 12', -12],
    ['€ -12', -12],
    ['1.234,50 €', 1234.5],
    ['US$ 60', 60],
    ['60 USD', 60],
    ['kr 99,50', 99.5],
    ['12,-', 12],
    ['1.5E+06', 1500000],
    ['２４', 24],
  ])('%s is %d', (text, value) => {
    const read = readNumber(text);
    expect(read).toMatchObject({ kind: 'number', value, percent: false });
  });

  it.each(['', '  ', '\u00a0', '-', '–'])('“%s” is blank, not zero', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'blank' });
  });

  it.each([
    ['8.5 %', 0.085],
    ['8,5%', 0.085],
    ['-3 %', -0.03],
    ['110 %', 1.1],
    ['0.07 %', 0.0007],
  ])('%s is the fraction %d', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value, percent: true });
  });

  it('1.234 has two readings: a point is a decimal mark here, as the portal writes numbers', () => {
    expect(readNumber('1.234')).toEqual(number(1.234, { otherwise: 1234 }));
    expect(readNumber('1,234')).toEqual(number(1234, { otherwise: 1.234 }));
  });

  it('among cells that write 54,75 the same 1.234 is a thousand and more', () => {
    expect(readNumber('1.234', { mark: ',' })).toEqual(number(1234, { otherwise: 1.234 }));
    expect(readNumber('1,234', { mark: ',' })).toEqual(number(1.234, { otherwise: 1234 }));
  });

  it.each(['twelve', '1,23,4', '1.23.45', '1,234.56.78', '12 34', '1/2', '10-20', '--5', '3 pm', '1e999999', '=A1'])(
    '“%s” is refused by name',
    (text) => {
      const read = readNumber(text);
      expect(read.kind).toBe('unreadable');
      expect(read.kind === 'unreadable' && read.why).toContain(text.slice(0, 5));
    },
  );

  it.each([
    ['EUR 12', 'EUR'],
    ['12 €', '€'],
    ['-US$ 12', 'US$'],
    ['12,-', undefined],
    ['12', undefined],
  ])('%s names the currency %s', (text, currency) => {
    const read = readNumber(text);
    expect(read.kind === 'number' && read.currency).toBe(currency);
  });

  it('a sign can mean several currencies, a code one', () => {
    expect(canMean('€', 'EUR')).toBe(true);
    expect(canMean('€', 'USD')).toBe(false);
    expect(canMean('$', 'CAD')).toBe(true);
    expect(canMean('US$', 'CAD')).toBe(false);
    expect(canMean('kr', 'NOK')).toBe(true);
    expect(canMean('USD', 'EUR')).toBe(false);
    expect(canMean('$', 'EUR')).toBe(false);
    expect(canMean('£', 'EUR')).toBe(false);
    expect(canMean('₦', 'EUR')).toBe(false);
    expect(canMean('US$', 'USD')).toBe(true);
    expect(canMean('R$', 'BRL')).toBe(true);
    expect(canMean('kr.', 'EUR')).toBe(false);
  });

  it('does not read a whole page as a number', () => {
    expect(readNumber('1'.repeat(100))).toEqual({ kind: 'unreadable', why: 'too long for a number' });
  });

  it('reads back what the portal writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        const read = readNumber(formatNumber(value));
        return read.kind === 'number' && read.value === value;
      }),
    );
  });
});

describe('the decimal mark of a column', () => {
  it('is a comma where one cell says so', () => {
    expect(decimalMarkOf(['1.234', '54,75', '12'])).toBe(',');
    expect(decimalMarkOf(['1.234.567', '12'])).toBe(',');
    expect(decimalMarkOf(['1.234,5'])).toBe(',');
  });
  it('is a point where one cell says so', () => {
    expect(decimalMarkOf(['1,234', '54.75'])).toBe('.');
    expect(decimalMarkOf(['1,234,567'])).toBe('.');
  });
  it('is not known where no cell says, or two disagree', () => {
    expect(decimalMarkOf(['1.234', '12', 'label'])).toBeNull();
    expect(decimalMarkOf(['54.75', '54,75'])).toBeNull();
  });
});
