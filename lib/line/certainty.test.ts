import { expect, it } from 'vitest';
import type { Simulation } from '@/lib/model/types';
import { certaintyOf } from './certainty';
import { plain } from './testing/plain';

const nothing = { p5: 0, p10: 0, p50: 0, p80: 0, p90: 0, p95: 0 };
const drawn = (p: number): Simulation => ({
  draws: 20_000,
  pOfferCostsMore: p,
  offer: nothing,
  alternative: nothing,
  leverage: nothing,
});

it.each([
  [1, 'clear', 'Clear: the offer costs more than leaving in every one of 20,000 draws'],
  [0.99995, 'clear', 'in more than 99.9 % of 20,000 draws'],
  [0.993, 'clear', 'in 99.3 % of 20,000 draws'],
  [0.8, 'clear', 'in 80 % of 20,000 draws'],
  [0.68, 'leaning', 'Leaning, not settled: the offer costs more than leaving in 68 %'],
  [0.5, 'close', 'Too close to call: the offer costs more than leaving in 50 %'],
  [0.33, 'leaning', 'in 33 %'],
  [0, 'clear', 'in none of 20,000 draws'],
])('P = %d is %s, and said with it', (p, confidence, words) => {
  const certainty = certaintyOf(drawn(p), 4);
  expect(certainty.confidence).toBe(confidence);
  expect(plain(certainty.sentence)).toContain(words);
});

it('says nothing of how sure the figures are where none carries a range', () => {
  expect(certaintyOf(drawn(1), 0)).toEqual({
    confidence: null,
    sentence: expect.stringContaining('nothing is said of how sure they are'),
  });
});
