import { describe, expect, it } from 'vitest';
import { normalSource } from './random';

function drawn(seed: number, count: number): number[] {
  const numbers = new Float64Array(count);
  normalSource(seed)(numbers);
  return [...numbers];
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a seeded source of normal numbers', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    expect(drawn(1, 20)).toEqual(drawn(1, 20));
    expect(drawn(1, 20)).not.toEqual(drawn(2, 20));
  });

  it('fills an odd length too, and goes on from there', () => {
    const source = normalSource(1);
    const [three, two] = [new Float64Array(3), new Float64Array(2)];
    source(three);
    source(two);
    expect([...three]).toEqual(drawn(1, 4).slice(0, 3));
    expect([...two]).toEqual(drawn(1, 6).slice(4));
  });

  it('has mean 0, variance 1, no skew and a fourth moment of 3, within four standard errors of 200,000', () => {
    const values = drawn(7, 200_000);
    const within = (power: number, expected: number, deviation: number) =>
      expect(Math.abs(mean(values.map((value) => value ** power)) - expected)).toBeLessThan(
        (4 * deviation) / Math.sqrt(values.length),
      );
    // The deviation of z^k is the root of E z^2k − (E z^k)²: 1, √2, √15, √96.
    within(1, 0, 1);
    within(2, 1, Math.sqrt(2));
    within(3, 0, Math.sqrt(15));
    within(4, 3, Math.sqrt(96));
  });

  it('gives streams of neighbouring seeds that do not move together', () => {
    const [one, two] = [drawn(1, 50_000), drawn(2, 50_000)];
    const together = mean(one.map((value, index) => value * (two[index] as number)));
    expect(Math.abs(together)).toBeLessThan(4 / Math.sqrt(50_000));
  });
});
