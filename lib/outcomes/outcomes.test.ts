import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredOn, movementOf, preparedOn } from '@/lib/outcomes/ended';
import { medianOf, type Point, pointsOf, stepsAside, whatItShows, wordOf } from '@/lib/outcomes/evidence';
import type { OutcomeView } from '@/lib/outcomes/view';
import type { PillarChange } from '@/lib/preparedness/history';

describe('how far an offer moved', () => {
  it.each([
    [21_500_000, 15_900_000, '(15.9 − 21.5) ÷ 21.5', -0.2605],
    [100, 100, 'nothing', 0],
    [100, 130, '30 ÷ 100', 0.3],
  ])('from %d to %d: %s', (first, last, _, share) => {
    expect(movementOf(first, last)?.share).toBeCloseTo(share, 4);
  });
  it('is not known without both, and no share of nothing', () => {
    expect([movementOf(null, 1), movementOf(1, null)]).toEqual([null, null]);
    expect(movementOf(0, 5)).toEqual({ first: 0, last: 5, share: null });
  });
});

describe('how prepared the client was at T−3', () => {
  const changes: PillarChange[] = [
    { pillar: 'alternative', state: 'real', on: '2027-01-10' },
    { pillar: 'leadership', state: 'real', on: '2027-03-30' },
    { pillar: 'plan', state: 'real', on: '2027-03-31' },
  ];
  it('is measured three months before the renewal, or at the end where that came first', () => {
    expect(measuredOn('2027-06-30', null)).toBe('2027-03-30');
    expect(measuredOn('2027-06-30', '2027-05-01')).toBe('2027-03-30');
    expect(measuredOn('2027-06-30', '2027-02-01')).toBe('2027-02-01');
    expect(measuredOn('2027-05-31', null)).toBe('2027-02-28');
  });
  it('counts what was real at that day’s end: two on the day itself, the third a day later', () => {
    expect(preparedOn(changes, '2027-03-30')).toEqual({ real: 2, level: 'forming', on: '2027-03-30' });
    expect(preparedOn(changes, '2027-03-31')?.real).toBe(3);
    expect(preparedOn(changes, '2027-03-29')).toMatchObject({ real: 1, level: 'hollow' });
  });
  it('is not known where nobody had judged it by then', () => {
    expect(preparedOn(changes, '2027-01-09')).toBeNull();
    expect(preparedOn([], '2027-03-30')).toBeNull();
  });
});

const point = (real: number, share: number): Point => ({
  id: `${real} ${share}`,
  client: 'A client',
  ending: 'sign',
  real,
  share,
  yielded: false,
});

describe('what the record shows', () => {
  it('compares the middles: 24 % of 20, 24, 30 against 6 % of 2, 6, 9', () => {
    const points = [point(6, -0.3), point(4, -0.2), point(5, -0.24), point(3, -0.06), point(0, -0.02), point(2, -0.09)];
    expect(whatItShows(points)).toBe(
      'With four or more pillars real at T−3 the offer fell by 24 % in the middle of 3 deals; with fewer it fell by 6 %, in the middle of 3.',
    );
  });
  it('compares nothing with fewer than three on a side', () => {
    expect(whatItShows([point(6, -0.3), point(5, -0.2), point(4, -0.1), point(1, 0), point(0, 0)])).toContain(
      'Too few to compare yet',
    );
    expect(whatItShows([])).toContain('There are 0 and 0.');
  });
  it('says up, down and not at all', () => {
    expect([-0.258, 0.02, 0.0001].map(wordOf)).toEqual(['fell by 25.8 %', 'rose by 2 %', 'did not move']);
  });
  it('leaves out of the picture what is not known, and keeps what is', () => {
    const known: OutcomeView = {
      id: 'a',
      client: 'A',
      currency: 'EUR',
      ending: 'leave',
      endedOn: '2027-05-01',
      aboveLine: false,
      movement: { first: 100, last: 80, share: -0.2 },
      line: 90,
      tests: { honoured: 1, held: 0, yielded: 1, open: 0 },
      prepared: { real: 5, level: 'forming', on: '2027-03-30' },
    };
    const unknown = [
      { ...known, id: 'b', prepared: null },
      { ...known, id: 'c', movement: null },
      { ...known, id: 'd', movement: { first: 0, last: 1, share: null } },
    ];
    expect(pointsOf([known, ...unknown])).toEqual([
      { id: 'a', client: 'A', ending: 'leave', real: 5, share: -0.2, yielded: true },
    ]);
  });
  it('the middle lies between the least and the most, with as many on either side', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const middle = medianOf(values);
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
  it('no two points lie on each other', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), share), { maxLength: 60 });
    fc.assert(
      fc.property(some, (all) => {
        const points = all.map(([real, moved]) => point(real, moved));
        const steps = stepsAside(points, 0.05);
        for (const [index, one] of points.entries()) {
          for (const [at, other] of points.slice(0, index).entries()) {
            const near = one.real === other.real && Math.abs(one.share - other.share) < 0.05;
            if (near) expect(steps[index]).not.toBe(steps[at]);
          }
        }
      }),
    );
  });
});
