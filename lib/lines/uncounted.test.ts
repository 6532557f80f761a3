import { describe, expect, it } from 'vitest';
import { benchAfter, benchOf } from '@/lib/lines/bench';
import { uncountedOn, uncountedWords } from '@/lib/lines/uncounted';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 60 };
const start = benchOf(about, [
  {
    kind: 'alternative',
    id: 'alt',
    lines: [
      {
        id: 'a',
        version: 1,
        unit: null,
        quote: null,
        basis: null,
        basisOn: null,
        ownerId: null,
        source: '',
        line: {
          id: 'key-a',
          label: 'Retraining',
          category: 'retraining',
          part: 'switching',
          kind: 'one-time',
          quantity: 1,
          unitCost: { low: 80, likely: 90, high: 100 },
          start: 0,
          end: 1,
        },
      },
    ],
  },
]);
const likely = (value: number) =>
  benchAfter(start, { does: 'type', sideId: 'alt', typed: [{ id: 'a', change: { likely: value } }] });

describe('what the totals do not count', () => {
  it('is nothing while every line is whole', () => {
    expect(uncountedWords(uncountedOn(likely(95).sides, about))).toBe('');
  });

  it('names a line that counts as it was: 120 is above its high of 100', () => {
    expect(uncountedWords(uncountedOn(likely(120).sides, about))).toBe(
      '“Retraining” counts as it was last saved, until its marked cell is put right.',
    );
  });

  it('says how many lines are there together', () => {
    expect(uncountedWords({ held: ['a', 'b'], unfinished: 3 })).toBe(
      '2 lines count as they were last saved, until their marked cells are put right. 3 new lines are not complete, and do not count yet.',
    );
  });
});
