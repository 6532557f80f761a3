import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsBefore, PlanCycle, planOf } from './plan';
import type { PlanStep } from './types';

const step = (id: string, months: number, ...after: string[]): PlanStep => ({ id, label: id, months, after });

describe('the critical path', () => {
  it('is the longest chain: 2 + 4 + 6 + 1 = 13 by way of training, not 2 + 3 + 6 + 1 by way of the pilot', () => {
    const steps = [
      step('design', 2),
      step('pilot', 3, 'design'),
      step('train', 4, 'design'),
      step('roll out', 6, 'pilot', 'train'),
      step('exit', 1, 'roll out'),
    ];
    expect(planOf(steps, '2027-06-30')).toEqual({
      months: 13,
      criticalPath: ['design', 'train', 'roll out', 'exit'],
      walkBy: '2026-05-30',
    });
  });

  it('does not care in which order steps are named', () => {
    expect(planOf([step('last', 1, 'first'), step('first', 2)], '2027-06-30').criticalPath).toEqual(['first', 'last']);
  });

  it('goes to the step named first where chains tie: b before a, for b is named first', () => {
    const steps = [step('start', 1), step('b', 3, 'start'), step('a', 3, 'start'), step('end', 1, 'a', 'b')];
    expect(planOf(steps, '2027-06-30').criticalPath).toEqual(['start', 'b', 'end']);
  });

  it('goes to the chain named first where whole chains tie', () => {
    expect(planOf([step('x', 4), step('y', 4)], '2027-06-30').criticalPath).toEqual(['x']);
  });

  it('of steps that take no time is still a path', () => {
    expect(planOf([step('sign', 0)], '2027-06-30')).toMatchObject({ months: 0, criticalPath: ['sign'] });
  });

  it('of no steps leaves everything to the renewal date', () => {
    expect(planOf([], '2027-06-30')).toEqual({ months: 0, criticalPath: [], walkBy: '2027-06-30' });
  });

  it('names the steps of a circle in order', () => {
    const steps = [step('free', 1), step('a', 1, 'c'), step('b', 1, 'a'), step('c', 1, 'b')];
    expect(() => planOf(steps, '2027-06-30')).toThrow(PlanCycle);
    expect(() => planOf(steps, '2027-06-30')).toThrow('The steps a → c → b → a wait for each other');
  });

  it('names a step that waits for itself', () => {
    expect(() => planOf([step('a', 1, 'a')], '2027-06-30')).toThrow('The steps a → a wait for each other');
  });
});

describe('the walk-by date', () => {
  it.each([
    ['2027-03-31', 13, '2026-02-28', 'the month’s last day'],
    ['2028-03-31', 13, '2027-02-28', 'the month’s last day'],
    ['2028-03-31', 1, '2028-02-29', 'the month’s last day in a leap year'],
    ['2000-03-30', 1, '2000-02-29', 'the century that is a leap year'],
    ['2100-03-30', 1, '2100-02-28', 'the century that is not'],
    ['2027-02-28', 12, '2026-02-28', 'the same day, not the month’s last'],
    ['2028-02-29', 12, '2027-02-28', '29 February a year back'],
    ['2027-01-15', 1, '2026-12-15', 'over the turn of the year'],
    ['2027-05-31', 6, '2026-11-30', 'thirty days hath November'],
    ['2027-06-30', 0, '2027-06-30', 'nothing to do'],
  ])('%s less %d months is %s: %s', (renewal, months, expected) => {
    expect(monthsBefore(renewal, months)).toBe(expected);
  });

  it('property: so many calendar months before, on the same day or the last one, and never earlier for fewer months', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (renewal, months) => {
        const walkBy = monthsBefore(renewal, months);
        const count = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
        expect(count(renewal) - count(walkBy)).toBe(months);
        expect(new Date(`${walkBy}T00:00:00Z`).toISOString().slice(0, 10)).toBe(walkBy);
        const next = new Date(Date.parse(`${walkBy}T00:00:00Z`) + 86_400_000).toISOString();
        if (walkBy.slice(8) !== renewal.slice(8)) expect(next.slice(8, 10)).toBe('01');
        expect(monthsBefore(renewal, months + 1) < walkBy).toBe(true);
      }),
    );
  });
});
