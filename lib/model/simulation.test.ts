import fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { simulate, simulationOf } from './simulation';
import { model as models } from './testing/arbitrary';
import { alternativeOf, certain, commitment, graduatedLine, modelOf, oneTime, percent, range } from './testing/models';
import { presentCost } from './totals';
import type { Alternative, Estimate, Line, Model, Percentiles } from './types';

const draws = 20_000;
const options = { draws, seed: 1 };
const offerDraws = (lines: readonly Line[], changes: Partial<Model> = {}) =>
  simulate(modelOf(lines, [], changes), options).offer;
const results = (model: Model) => simulationOf(simulate(model, options), model.alternatives[0] as Alternative);

const mean = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0) / draws;
const variance = (values: Float64Array) => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};
const probabilities: Record<keyof Percentiles, number> = {
  p5: 0.05,
  p10: 0.1,
  p50: 0.5,
  p80: 0.8,
  p90: 0.9,
  p95: 0.95,
};

const estimates: Estimate[] = [range(200, 300, 700), range(0, 50, 100), range(10, 10, 60), range(-80, 20, 20)];

describe.each(estimates)('one line from $low by way of $likely to $high, against its closed form', (estimate) => {
  const { low, likely, high } = estimate;
  const expected = (low + 4 * likely + high) / 6;
  // (μ − low)(high − μ)/7 is αβ/((α+β)²(α+β+1)) of the width, for α + β = 6.
  const spread = ((expected - low) * (high - expected)) / 7;

  it.each([0, 0.2, 0.9])('mean and variance, at a correlation of %d', (correlation) => {
    const values = offerDraws([oneTime({ unitCost: estimate })], { correlation });
    expect(Math.abs(mean(values) - expected)).toBeLessThan(4 * Math.sqrt(spread / draws));
    expect(variance(values) / spread).toBeCloseTo(1, 1);
  });

  it('percentiles: the quantiles of Beta(1 + 4t, 5 − 4t), within 1 % of the width from p5 to p95', () => {
    const t = (likely - low) / (high - low);
    const quantile = (p: number) => low + (high - low) * jstat.beta.inv(p, 1 + 4 * t, 5 - 4 * t);
    const { offer } = results(modelOf([oneTime({ unitCost: estimate })]));
    const width = quantile(0.95) - quantile(0.05);
    for (const [key, p] of Object.entries(probabilities)) {
      expect(Math.abs(offer[key as keyof Percentiles] - quantile(p)) / width, key).toBeLessThan(0.01);
    }
  });
});

describe('lines that rest on others, draw by draw', () => {
  const base = oneTime({ unitCost: range(600, 800, 1500) });

  it('a share of 10 %: 1.1 times the line alone', () => {
    const alone = offerDraws([base]);
    const both = offerDraws([base, percent()]);
    for (let draw = 0; draw < 100; draw++) expect(both[draw]).toBeCloseTo((alone[draw] as number) * 1.1, 8);
  });

  it('a commitment of 1,000: never less, and no more than the spend above it', () => {
    const alone = offerDraws([base]);
    const both = offerDraws([base, commitment()]);
    for (let draw = 0; draw < 100; draw++) expect(both[draw]).toBeCloseTo(Math.max(1000, alone[draw] as number), 8);
  });

  it('bands: 10 % of the first 1,000 and 7 % above', () => {
    const alone = offerDraws([base]);
    const both = offerDraws([base, graduatedLine()]);
    for (let draw = 0; draw < 100; draw++) {
      const spend = alone[draw] as number;
      const charge = Math.min(spend, 1000) * 0.1 + Math.max(0, spend - 1000) * 0.07;
      expect(both[draw]).toBeCloseTo(spend + charge, 8);
    }
  });

  it('property: with every figure certain, each draw is the present value, give or take the rounding of each flow', () => {
    const pinned = (line: Line): Line => {
      if (line.kind === 'graduated') return line;
      if (line.kind === 'percent') return { ...line, rate: certain(line.rate.likely) };
      if (line.kind === 'commitment') return { ...line, amount: certain(line.amount.likely) };
      return { ...line, unitCost: certain(line.unitCost.likely) };
    };
    fc.assert(
      fc.property(models, (model) => {
        const lines = model.offer.lines.map(pinned);
        const sure = { ...model, offer: { ...model.offer, lines } };
        const [value] = simulate(sure, { draws: 1, seed: 1 }).offer;
        const rounded = presentCost(lines, sure, 'likely', sure.offer) / 100;
        expect(Math.abs((value as number) - rounded)).toBeLessThan(lines.length * 60 * 0.02);
      }),
    );
  });
});

describe('correlation', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => oneTime({ id: `line-${index}`, unitCost: range(0, 50, 100) }));

  it('widens a total: the variance of 10 lines is 10 times one’s at ρ = 0, and near 10 × (1 + 9ρ) = 28 times at ρ = 0.2', () => {
    const one = variance(offerDraws(lines(1)));
    expect(variance(offerDraws(lines(10), { correlation: 0 })) / one).toBeCloseTo(10, 0);
    const together = variance(offerDraws(lines(10), { correlation: 0.2 })) / one;
    expect(together).toBeGreaterThan(26.5);
    expect(together).toBeLessThan(29);
  });

  it('is of both sides alike: their difference narrows by near √(1 − ρ)', () => {
    const width = (correlation: number) => {
      const { leverage } = results(modelOf(lines(1), alternativeOf(lines(1)), { correlation }));
      return leverage.p95 - leverage.p5;
    };
    expect(width(0.9) / width(0)).toBeCloseTo(Math.sqrt(0.1), 1);
    expect(width(0.5) / width(0)).toBeCloseTo(Math.sqrt(0.5), 1);
  });
});

describe('the probability that the offer costs more', () => {
  const cost = (...figures: number[]) =>
    figures.map((figure, id) => oneTime({ id: `${id}`, unitCost: certain(figure) }));
  const probability = (offer: readonly Line[], own: readonly Line[]) => results(modelOf(offer, own)).pOfferCostsMore;

  it('is 1 or 0 where all is certain, and 0 where both cost the same', () => {
    expect(probability(cost(101), cost(100))).toBe(1);
    expect(probability(cost(100), cost(101))).toBe(0);
    expect(probability(cost(100), cost(100))).toBe(0);
  });

  it('is 0 where both cost the same in another order: 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in floating point', () => {
    expect(probability(cost(0.1, 0.2, 0.3), cost(0.3, 0.2, 0.1))).toBe(0);
    expect(probability(cost(0.3, 0.2, 0.1), cost(0.1, 0.2, 0.3))).toBe(0);
  });

  it('is a half for two sides that are estimated alike', () => {
    const line = oneTime({ unitCost: range(50, 60, 100) });
    expect(Math.abs(probability([line], [line]) - 0.5)).toBeLessThan(0.015);
  });
});

describe('a seed', () => {
  const model = modelOf([oneTime({ unitCost: range(80, 100, 150) })], [oneTime({ unitCost: range(50, 90, 200) })]);
  const own = model.alternatives[0] as Alternative;

  it('gives the same figures for the same model, and near ones for another seed', () => {
    expect(results(model)).toEqual(results(model));
    const other = simulationOf(simulate(model, { draws, seed: 99 }), own);
    expect(other).not.toEqual(results(model));
    expect(Math.abs(other.pOfferCostsMore - results(model).pOfferCostsMore)).toBeLessThan(0.015);
  });

  it('gives an alternative the same figures whatever stands beside it', () => {
    const another = alternativeOf([oneTime({ id: 'x', unitCost: range(1, 2, 9) })], { id: 'another' });
    const both = { ...model, alternatives: [another, own] };
    expect(simulationOf(simulate(both, options), own)).toEqual(results(model));
  });
});
