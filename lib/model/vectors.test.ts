import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseModelJson } from '@/lib/model-file/parse';
import { assess } from './assess';
import type { Assessment, Percentiles, Simulation } from './types';

/** Worked cases with the figures an independent implementation got, from four hundred thousand draws. */
type Vector = { readonly about: string; readonly model: unknown; readonly expected: Assessment };

const folder = new URL('./vectors/', import.meta.url);
const files = readdirSync(folder).sort();

it('has worked cases to reproduce', () => {
  expect(files.length).toBeGreaterThanOrEqual(15);
});

describe.each(files)('%s', (file) => {
  const { about, model, expected } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Vector;
  const parsed = parseModelJson(model);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const got = assess(parsed.model);

  it(`${about}: every figure and table, exactly`, () => {
    expect(withoutDraws(got)).toEqual(withoutDraws(expected));
  });

  it.each(expected.alternatives.map(({ id, simulation }, index) => ({ id, simulation, index })))(
    `percentiles of $id within 2 % of the width from p5 to p95, probability within 0.015`,
    ({ simulation, index }) => {
      const own = got.alternatives[index]?.simulation as Simulation;
      expect(Math.abs(own.pOfferCostsMore - simulation.pOfferCostsMore)).toBeLessThanOrEqual(0.015);
      for (const side of ['offer', 'alternative', 'leverage'] as const) {
        expect(farthest(own[side], simulation[side]), side).toBeLessThanOrEqual(0.02);
      }
    },
  );
});

function withoutDraws({ alternatives, ...rest }: Assessment) {
  return { ...rest, alternatives: alternatives.map(({ simulation: _, ...alternative }) => alternative) };
}

/** The largest difference of a percentile, as a share of the width; certain sides have none and must agree to the cent. */
function farthest(own: Percentiles, expected: Percentiles): number {
  const width = Math.max(expected.p95 - expected.p5, 0.5);
  const keys = Object.keys(expected) as (keyof Percentiles)[];
  return Math.max(...keys.map((key) => Math.abs(own[key] - expected[key]) / width));
}
