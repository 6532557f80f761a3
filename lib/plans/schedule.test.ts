import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsOfFollower, scheduleOf, standingOf } from './schedule';

const step = (id: string, months: number, ...after: string[]) => ({ id, label: id, months, after });
const renewal = '2027-06-30';

describe('a plan laid back from the renewal', () => {
  const plan = [
    step('contract', 2),
    step('pilot', 3, 'contract'),
    step('train', 1, 'contract'),
    step('move', 4, 'pilot', 'train'),
  ];
  const { steps, months, criticalPath, walkBy } = scheduleOf(plan, renewal);

  it('is as long as its longest chain: 2 + 3 + 4 = 9, so it begins by 30 September 2026', () => {
    expect({ months, criticalPath, walkBy }).toEqual({
      months: 9,
      criticalPath: ['contract', 'pilot', 'move'],
      walkBy: '2026-09-30',
    });
  });

  it('ends in month 0: contract −9…−7, pilot −7…−4, training −7…−6, the move −4…0', () => {
    expect(steps.map(({ id, start, finish }) => [id, start, finish])).toEqual([
      ['contract', -9, -7],
      ['pilot', -7, -4],
      ['train', -7, -6],
      ['move', -4, 0],
    ]);
  });

  it('gives training 3 − 1 = 2 months of room, the critical steps none', () => {
    expect(steps.map(({ slack, critical }) => [slack, critical])).toEqual([
      [0, true],
      [0, true],
      [2, false],
      [0, true],
    ]);
  });

  it('leaves the last of two parallel ends its room: 5 − 2 = 3', () => {
    const parallel = scheduleOf([step('long', 5), step('short', 2)], renewal).steps;
    expect(parallel.map(({ start, finish, slack }) => [start, finish, slack])).toEqual([
      [-5, 0, 0],
      [-5, -3, 3],
    ]);
  });
});

/** Plans without a circle: each step may wait for steps named before it. */
const plans = fc
  .array(fc.record({ months: fc.nat({ max: 12 }), waits: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((drafts) =>
    drafts.map(({ months, waits }, index) =>
      step(`s${index}`, months, ...new Set(waits.filter((other) => other < index).map((other) => `s${other}`))),
    ),
  );

describe('every plan', () => {
  it('runs no step before what it waits for, ends at the renewal, and slips without moving the end', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { steps, months, criticalPath } = scheduleOf(plan, renewal);
        expect(Math.max(...steps.map(({ finish }) => finish))).toBe(0);
        expect(Math.min(...steps.map(({ start }) => start))).toBe(-months + 0);
        for (const one of steps) {
          expect(one.finish - one.start).toBe(one.months);
          for (const id of one.after) {
            expect(steps.find((other) => other.id === id)?.finish).toBeLessThanOrEqual(one.start);
          }
          if (criticalPath.includes(one.id)) expect(one.slack).toBe(0);
          const slipped = plan.map((other) =>
            other.id === one.id ? { ...other, months: other.months + one.slack } : other,
          );
          expect(scheduleOf(slipped, renewal).months).toBe(months);
          const beyond = plan.map((other) =>
            other.id === one.id ? { ...other, months: other.months + one.slack + 1 } : other,
          );
          expect(scheduleOf(beyond, renewal).months).toBe(months + 1);
        }
      }),
    );
  });
});

describe('a line that follows a step', () => {
  it('is paid over the step’s months', () => {
    expect(monthsOfFollower({ start: -7, finish: -4 })).toEqual({ start: -7, end: -4 });
  });

  it('is paid over one month where the step takes none', () => {
    expect(monthsOfFollower({ start: -4, finish: -4 })).toEqual({ start: -4, end: -3 });
    expect(monthsOfFollower({ start: 0, finish: 0 })).toEqual({ start: -1, end: 0 });
  });

  it('begins no earlier than the grid, month −24', () => {
    expect(monthsOfFollower({ start: -30, finish: -20 })).toEqual({ start: -24, end: -20 });
    expect(monthsOfFollower({ start: -30, finish: -26 })).toEqual({ start: -24, end: -23 });
  });
});

describe('what the calendar says', () => {
  const plan = { months: 9, walkBy: '2026-09-30' };
  const at = (today: string, bridged = false) => standingOf(plan, { today, renewalDate: renewal, bridged });

  it('is in time on the walk-by date itself', () => {
    expect(at('2026-09-30')).toEqual({ state: 'in time', daysLeft: 0 });
    expect(at('2026-09-01')).toEqual({ state: 'in time', daysLeft: 29 });
  });

  it('is a month over the day after, two from 31 October on', () => {
    expect(at('2026-10-01')).toEqual({ state: 'late', monthsOver: 1, bridged: false });
    expect(at('2026-10-30')).toMatchObject({ monthsOver: 1 });
    expect(at('2026-10-31', true)).toEqual({ state: 'late', monthsOver: 2, bridged: true });
  });
});
