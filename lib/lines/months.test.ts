import { describe, expect, it } from 'vitest';
import { monthName, monthText, readMonth } from '@/lib/lines/months';

describe('months as people write them, with renewal on 1 July 2027', () => {
  it.each([
    ['Jul 2030', 36],
    ['July 2030', 36],
    ['july-2030', 36],
    ['2030-07', 36],
    ['07/2030', 36],
    ['7.2030', 36],
    ['2030-07-31', 36],
    ['36', 36],
    ['month 36', 36],
    ['−6', -6],
    ['Jan 2027', -6],
    ['Jun 2027', -1],
  ])('%s is month %d', (text, month) => {
    expect(readMonth(text, '2027-07-01')).toBe(month);
  });

  it.each(['', 'soon', '13/2030', '2030', 'ju', 'Foo 2030'])('“%s” is no month', (text) => {
    expect(readMonth(text, '2027-07-01')).toBeNull();
  });

  it('reads back what it writes', () => {
    for (let month = -24; month < 120; month++) {
      expect(readMonth(monthText(month, '2027-07-01'), '2027-07-01')).toBe(month);
    }
  });

  it('names the month of each year', () => {
    expect(monthName(36, '2027-07-01')).toBe('July');
    expect(monthName(-1, '2027-01-31')).toBe('December');
  });
});
