import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { normalBelow, normalQuantiles } from './normal';

describe('the normal distribution', () => {
  it.each([-6, -4.2, -2.5, -1.645, -1, -0.001, 0])('has Φ(%d) below it', (z) => {
    expect(normalBelow(z) / jstat.normal.cdf(z, 0, 1)).toBeCloseTo(1, 4);
  });

  it('is met by quantiles in the middle of equal slices: at 12.5, 37.5, 62.5 and 87.5 % of four', () => {
    const quantiles = [...normalQuantiles(4)];
    for (const [slice, z] of quantiles.entries()) {
      expect(z).toBeCloseTo(jstat.normal.inv((slice + 0.5) / 4, 0, 1), 6);
    }
  });

  it('rises from slice to slice, and is symmetric', () => {
    const quantiles = normalQuantiles(20_480);
    for (let slice = 1; slice < quantiles.length; slice++) {
      expect(quantiles[slice] as number).toBeGreaterThan(quantiles[slice - 1] as number);
    }
    expect(quantiles[0]).toBe(-(quantiles.at(-1) as number));
    expect(quantiles[0]).toBeCloseTo(jstat.normal.inv(0.5 / 20_480, 0, 1), 5);
  });
});
