import { describe, expect, it } from 'vitest';
import { drawsAtOnce, normalSource } from './random';

/** The numbers of one line over all blocks. */
function drawn(seed: number, draws: number): number[] {
  const source = normalSource(seed, draws);
  const block = new Float64Array(drawsAtOnce);
  return Array.from({ length: Math.ceil(draws / drawsAtOnce) }, (_, index) => {
    source(index, block);
    return [...block];
  }).flat();
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const product = (one: readonly number[], two: readonly number[]) =>
  mean(one.map((value, index) => value * (two[index] as number)));

describe('a seeded source of normal numbers', () => {
  it('gives the same numbers for the same seed, another order for another', () => {
    expect(drawn(1, 600)).toEqual(drawn(1, 600));
    expect(drawn(1, 600)).not.toEqual(drawn(2, 600));
    expect(drawn(1, 600).toSorted()).toEqual(drawn(2, 600).toSorted());
  });

  it('has mean 0, variance 1, no skew and a fourth moment of 3', () => {
    const values = drawn(7, 20_000);
    const moment = (power: number) => mean(values.map((value) => value ** power));
    expect(moment(1)).toBeCloseTo(0, 10);
    expect(moment(2)).toBeCloseTo(1, 3);
    expect(moment(3)).toBeCloseTo(0, 10);
    expect(moment(4)).toBeCloseTo(3, 1.5);
  });

  it('lies evenly in each block: a tenth of its numbers below −1.2816, give or take one', () => {
    const values = drawn(3, 20_000);
    for (let from = 0; from < values.length; from += drawsAtOnce) {
      const low = values.slice(from, from + drawsAtOnce).filter((value) => value < -1.281_551_6);
      expect(Math.abs(low.length - drawsAtOnce / 10)).toBeLessThanOrEqual(1);
    }
  });

  it('leaves no trace of the order: lines that follow each other, and neighbouring seeds, do not move together', () => {
    const source = normalSource(1, 20_000);
    const lines: [number[], number[]] = [[], []];
    for (let block = 0; block * drawsAtOnce < 20_000; block++) {
      for (const line of lines) {
        const numbers = new Float64Array(drawsAtOnce);
        source(block, numbers);
        line.push(...numbers);
      }
    }
    const error = 4 / Math.sqrt(20_000);
    expect(Math.abs(product(...lines))).toBeLessThan(error);
    expect(Math.abs(product(drawn(1, 20_000), drawn(2, 20_000)))).toBeLessThan(error);
    const values = drawn(1, 20_000);
    expect(Math.abs(product(values.slice(1), values.slice(0, -1)))).toBeLessThan(error);
  });
});
