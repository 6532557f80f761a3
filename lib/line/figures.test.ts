import { expect, it } from 'vitest';
import type { Alternative, Model } from '@/lib/model/types';
import { figuresOf } from './figures';
import { workedCase } from './testing/engagement';

const chosenIn = (model: Model) => model.alternatives[0] as Alternative;

it('the same content is computed once', () => {
  const first = workedCase('05');
  const again = workedCase('05');
  expect(figuresOf(again, chosenIn(again))).toBe(figuresOf(first, chosenIn(first)));
});

it('a threshold is no part of what is remembered', () => {
  const model = workedCase('06');
  const other = { ...model, threshold: { amount: 123_456_789 } };
  const figures = figuresOf(other, chosenIn(other));
  expect(figures).toBe(figuresOf(model, chosenIn(model)));
  expect(JSON.stringify(figures)).not.toContain('123456789');
  expect(figures).not.toHaveProperty('reading');
});

it('one changed figure is another content', () => {
  const model = workedCase('06');
  const before = figuresOf(model, chosenIn(model));
  const dearer = { ...model, discountRate: model.discountRate + 0.01 };
  expect(figuresOf(dearer, chosenIn(dearer)).offer.presentValue).not.toBe(before.offer.presentValue);
});
