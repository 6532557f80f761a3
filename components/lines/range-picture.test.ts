import { expect, it } from 'vitest';
import { rangeText } from '@/components/lines/range-picture';
import type { LineFields } from '@/lib/lines/fields';

const bare = { kind: 'one-time', low: 10, likely: 10, high: 10, basis: null } as LineFields;

it('a bare number is certain where a contract or a quote says so, and else has no range', () => {
  expect(rangeText(bare)).toBe('no range');
  expect(rangeText({ ...bare, basis: 'quote' })).toBe('certain');
  expect(rangeText({ ...bare, basis: 'contract' })).toBe('certain');
});

it('an estimate says how far it reaches: 9 … 12 around 10', () => {
  expect(rangeText({ ...bare, low: 9, high: 12 })).toBe('−10 % … +20 %');
});
