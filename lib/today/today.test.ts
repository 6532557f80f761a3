import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ThresholdFacts, Word } from '@/lib/thresholds/standing';
import { askedOf } from '@/lib/today/asked';
import { digestOf, periodAt } from '@/lib/today/digest';
import { inOrder } from '@/lib/today/order';
import type { Due, DueKind } from '@/lib/today/view';

const due = (key: string, kind: DueKind, daysLeft: number | null = null): Due => ({
  key,
  kind,
  client: 'Averna',
  what: key,
  href: '/engagements',
  on: daysLeft === null ? null : '2026-11-25',
  daysLeft,
});

const keysOf = (all: readonly Due[]) => inOrder(all).map(({ part, due: here }) => [part, here.map(({ key }) => key)]);

describe('what is due', () => {
  it('begins with whose word is asked for, then the longest late, then the nearest, then what has no day', () => {
    expect(
      keysOf([
        due('a line', 'line'),
        due('in 30 days', 'milestone', 30),
        due('today', 'milestone', 0),
        due('a mention', 'mention'),
        due('1 day late', 'milestone', -1),
        due('9 days late', 'milestone', -9),
        due('yes or no', 'decision'),
      ]),
    ).toEqual([
      ['asked', ['yes or no']],
      ['overdue', ['9 days late', '1 day late']],
      ['soon', ['today', 'in 30 days']],
      ['waiting', ['a mention', 'a line']],
    ]);
  });

  it('of what is 31 days away nothing is told yet', () => {
    expect(inOrder([due('later', 'milestone', 31)])).toEqual([]);
  });

  it('is the same in whatever order it was found, and nothing is told twice', () => {
    const anything = fc.uniqueArray(
      fc.record({
        key: fc.string({ maxLength: 4 }),
        kind: fc.constantFrom<DueKind>('decision', 'milestone', 'line', 'thread', 'request'),
        left: fc.option(fc.integer({ min: -40, max: 40 })),
      }),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(anything, (some) => {
        const all = some.map(({ key, kind, left }) => due(key, kind, left));
        const told = keysOf(all);
        expect(keysOf(all.toReversed())).toEqual(told);
        const keys = told.flatMap(([, here]) => here);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('what a threshold asks of one of two approvers', () => {
  const now = { today: '2026-11-25', chosenId: 'rival', alternativeCost: 100 };
  const word = (userId: string, more: Partial<Word> = {}): Word => ({
    userId,
    decision: 'approve',
    alternativeCost: 100,
    validUntil: '2027-03-31',
    ...more,
  });
  const facts = (decisions: readonly Word[], more: Partial<ThresholdFacts> = {}): ThresholdFacts => ({
    alternativeId: 'rival',
    tolerance: 0.05,
    quorum: 2,
    approvers: ['mara', 'jon'],
    decisions,
    moves: [{ kind: 'proposed' }],
    ...more,
  });

  it('is a decision until they have given their word, and of nobody who is not named', () => {
    expect(askedOf(facts([word('jon')]), now, 'mara')).toBe('decision');
    expect(askedOf(facts([word('jon')]), now, 'jon')).toBeNull();
    expect(askedOf(facts([]), now, 'ines')).toBeNull();
  });

  it('is nothing while it is a draft, nor once it is withdrawn, superseded or declined', () => {
    expect(askedOf(facts([], { moves: [] }), now, 'mara')).toBeNull();
    for (const kind of ['withdrawn', 'superseded'] as const) {
      expect(askedOf(facts([], { moves: [{ kind: 'proposed' }, { kind }] }), now, 'mara')).toBeNull();
    }
    expect(askedOf(facts([word('jon', { decision: 'decline' })]), now, 'mara')).toBeNull();
  });

  it('is their word again once the alternative has moved from 100 to 106 by more than 5 %, or the date has passed', () => {
    const both = facts([word('mara'), word('jon')]);
    expect(askedOf(both, { ...now, alternativeCost: 105 }, 'mara')).toBeNull();
    expect(askedOf(both, { ...now, alternativeCost: 106 }, 'mara')).toBe('affirmation');
    expect(askedOf(both, { ...now, today: '2027-04-01' }, 'mara')).toBe('affirmation');
  });

  it('is not the word of whoever has given it again, nor anybody’s where another alternative is chosen', () => {
    const moved = { ...now, alternativeCost: 106 };
    const again = facts([word('mara'), word('jon'), word('mara', { alternativeCost: 106 })]);
    expect([askedOf(again, moved, 'mara'), askedOf(again, moved, 'jon')]).toEqual([null, 'affirmation']);
    expect(askedOf(facts([word('mara'), word('jon')]), { ...now, chosenId: 'other' }, 'mara')).toBeNull();
  });
});

describe('a digest', () => {
  const at = (instant: string) => new Date(instant);

  it('goes from seven in the morning, by the clocks of whoever asked for it', () => {
    expect(periodAt('daily', 'Europe/Berlin', at('2026-11-25T05:59:59Z'))).toBeNull();
    expect(periodAt('daily', 'Europe/Berlin', at('2026-11-25T06:00:00Z'))).toBe('2026-11-25');
    expect(periodAt('daily', 'Pacific/Auckland', at('2026-11-24T18:00:00Z'))).toBe('2026-11-25');
  });

  it('of a week is the Monday’s, and made up for on a later day', () => {
    expect(periodAt('weekly', 'Etc/UTC', at('2026-11-23T06:59:00Z'))).toBeNull();
    expect(periodAt('weekly', 'Etc/UTC', at('2026-11-23T07:00:00Z'))).toBe('2026-11-23');
    expect(periodAt('weekly', 'Etc/UTC', at('2026-11-29T01:00:00Z'))).toBe('2026-11-23');
  });

  it('is none where nothing is due, and names neither client nor thing nor number', () => {
    expect(digestOf([])).toBeNull();
    const body = digestOf(inOrder([due('Count 300 seats', 'milestone', -4), due('yes or no', 'decision')]));
    expect(body).toContain('Something of yours is overdue.');
    expect(body).not.toMatch(/Averna|seats|\d/);
  });
});
