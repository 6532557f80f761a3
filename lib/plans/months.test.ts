import { expect, it } from 'vitest';
import { readMonths } from './months';

it.each([
  ['6', 6],
  [' 12 ', 12],
  ['0', 0],
  ['-0', 0],
  ['60', 60],
])('%s is a duration', (typed, months) => {
  expect(readMonths(typed)).toEqual({ ok: true, months });
});

it.each([
  ['−3', 'less than 0'],
  ['-3', 'less than 0'],
  ['1.5', 'whole months'],
  ['1,5', 'whole months'],
  ['abc', 'not a number'],
  ['999', 'at most 60'],
  ['', 'how many whole months'],
])('%s is refused with the reason', (typed, why) => {
  expect(readMonths(typed)).toEqual({ ok: false, why: expect.stringContaining(why) });
});
