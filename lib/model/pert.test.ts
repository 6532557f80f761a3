import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { pertTable, valueAt } from './pert';

const shapes = [0, 0.001, 0.1, 0.25, 0.5, 0.9, 1];
const places = [-4, -2.5, -1.645, -1, -0.3, 0, 0.7, 1.2816, 2, 3.3, 4];

describe.each(shapes)('a PERT estimate on [0, 1], likely at %d', (likely) => {
  const table = pertTable({ low: 0, likely, high: 1 });
  const [alpha, beta] = [1 + 4 * likely, 5 - 4 * likely];

  it.each(places)(`at z = %d has Φ(z) below it, by the Beta(${alpha}, ${beta}) distribution function`, (z) => {
    expect(jstat.beta.cdf(valueAt(table, z), alpha, beta)).toBeCloseTo(jstat.normal.cdf(z, 0, 1), 3.9);
  });

  it.each(places)('at z = %d is the Beta quantile', (z) => {
    expect(valueAt(table, z)).toBeCloseTo(jstat.beta.inv(jstat.normal.cdf(z, 0, 1), alpha, beta), 3.5);
  });
});

describe('a PERT estimate', () => {
  const table = pertTable({ low: 200, likely: 300, high: 700 });

  it('never leaves its range', () => {
    for (const z of [-40, -6, 6, 40]) {
      expect(valueAt(table, z)).toBeGreaterThanOrEqual(200);
      expect(valueAt(table, z)).toBeLessThanOrEqual(700);
    }
  });

  it('rises with z', () => {
    let before = Number.NEGATIVE_INFINITY;
    for (let z = -6.5; z < 6.5; z += 0.01) {
      const value = valueAt(table, z);
      expect(value).toBeGreaterThanOrEqual(before);
      before = value;
    }
  });

  it('is symmetric where likely is in the middle: 100 − q(z) = q(−z)', () => {
    const middle = pertTable({ low: 0, likely: 50, high: 100 });
    for (const z of places) expect(100 - valueAt(middle, z)).toBeCloseTo(valueAt(middle, -z), 2);
  });

  it('mirrors: likely at a quarter is likely at three quarters from the other end', () => {
    const [low, high] = [pertTable({ low: 0, likely: 25, high: 100 }), pertTable({ low: 0, likely: 75, high: 100 })];
    for (const z of places) expect(100 - valueAt(low, z)).toBeCloseTo(valueAt(high, -z), 2);
  });
});
