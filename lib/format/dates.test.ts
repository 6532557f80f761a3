import { expect, it } from 'vitest';
import {
  formatDate,
  formatInstant,
  formatInstantIn,
  formatMonthAfter,
  formatMonthsPaid,
  formatPublished,
} from './dates';

it('a calendar date, whatever the machine’s time zone', () => {
  expect([formatDate('2027-06-30'), formatDate('2026-09-01')]).toEqual(['30 Jun 2027', '1 Sep 2026']);
});

it.each([
  [0, 'Dec 2004'],
  [1, 'Jan 2005'],
  [-12, 'Dec 2003'],
  [95, 'Nov 2012'],
])('%d months after 31 December 2004', (months, text) => {
  expect(formatMonthAfter('2004-12-31', months)).toBe(text);
});

it('a cost of one month is paid in one, of three through the third', () => {
  const paid = (start: number, end: number) => formatMonthsPaid('2027-06-30', start, end);
  expect([paid(0, 1), paid(0, 3)]).toEqual(['Jun 2027', 'Jun 2027 – Aug 2027']);
});

it('what was published is dated as exactly as is known', () => {
  expect(['2012-11-26', '2013-02', '2013'].map(formatPublished)).toEqual(['26 Nov 2012', 'Feb 2013', '2013']);
});

it('an instant in UTC', () => {
  expect(formatInstant('2026-11-25T00:45:10+01:00')).toBe('24 Nov 2026, 23:45 UTC');
});

it('says an instant by the clocks of the client', () => {
  expect(formatInstantIn('2026-11-24T23:45:10Z', 'Europe/Berlin')).toBe('25 Nov 2026, 00:45');
  expect(formatInstantIn('2026-11-25T00:45:10+01:00', 'Etc/UTC')).toBe('24 Nov 2026, 23:45');
});
