import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { model as models } from '@/lib/model/testing/arbitrary';
import type { Line, Model } from '@/lib/model/types';
import { parseModelJson, parseModelText } from './parse';
import { serialiseModel } from './serialise';
import { smallFile } from './testing/files';

const whole = { threshold: true };

function read(text: string): Model {
  const parsed = parseModelText(text);
  if (!parsed.ok) throw new Error(`${parsed.problems[0]?.path}: ${parsed.problems[0]?.message}`);
  return parsed.model;
}

/** A model with everything that a file may hold beside its lines. */
const complete: fc.Arbitrary<Model> = fc
  .record({
    model: models,
    correlation: fc.constantFrom(0, 0.2, 0.35),
    threshold: fc.option(fc.integer({ min: 0, max: 1e9 })),
    workloads: fc.array(fc.option(fc.constantFrom('Mail', 'Identität & Schutz')), { minLength: 6, maxLength: 6 }),
    steps: fc.array(fc.nat(24), { maxLength: 4 }),
  })
  .map(({ model, correlation, threshold, workloads, steps }) => {
    const named = (line: Line, index: number): Line => {
      const workload = workloads[index];
      return workload ? { ...line, workload } : line;
    };
    const plan = steps.map((months, n) => ({ id: `s${n}`, label: 'Step', months, after: n ? [`s${n - 1}`] : [] }));
    return {
      ...model,
      correlation,
      offer: { ...model.offer, lines: model.offer.lines.map(named) },
      alternatives: model.alternatives.map((own) => ({
        ...own,
        lines: own.lines.map(named),
        ...(plan.length > 0 && { plan }),
      })),
      ...(threshold !== null && { threshold: { amount: threshold / 100 } }),
    };
  });

describe('the canonical text of a model', () => {
  it('property: reads as the same model, and is written as the same bytes again', () => {
    fc.assert(
      fc.property(complete, (model) => {
        const text = serialiseModel(model, whole);
        expect(read(text)).toEqual(model);
        expect(serialiseModel(read(text), whole)).toBe(text);
      }),
    );
  });

  it('does not depend on the order of keys in memory: a database gives back bands with rate first', () => {
    const line = (tier: object) => ({
      ...{ id: 'unified', label: 'Unified', category: 'support', kind: 'graduated', of: ['licences'] },
      tiers: [tier, { rate: 0.07 }],
    });
    const file = (tier: object) => {
      const own = smallFile();
      own.offer.lines.push(line(tier));
      return own;
    };
    const model = read(JSON.stringify(file({ upTo: 1000, rate: 0.1 })));
    const [seats, support, unified] = model.offer.lines as [Line, Line, Line];
    const turned = { ...unified, tiers: [{ rate: 0.1, upTo: 1000 }, { rate: 0.07 }] } as Line;
    const stored = { ...model, offer: { ...model.offer, lines: [seats, support, turned] } };
    expect(serialiseModel(stored, whole)).toBe(serialiseModel(model, whole));
  });

  it('leaves defaults out and writes certain estimates as numbers', () => {
    const text = serialiseModel(read(JSON.stringify(smallFile())), whole);
    expect(JSON.parse(text)).toEqual(smallFile());
  });

  it('keeps the threshold from those who may not see it', () => {
    const parsed = parseModelJson({ ...smallFile(), threshold: { amount: 123_456.78 } });
    if (!parsed.ok) throw new Error('no model');
    expect(serialiseModel(parsed.model, { threshold: true })).toContain('123456.78');
    expect(serialiseModel(parsed.model, { threshold: false })).not.toMatch(/threshold|123456/);
  });

  const folder = new URL('../model/vectors/', import.meta.url);
  it.each(readdirSync(folder).sort())('of %s reads as the file does, and is stable', (file) => {
    const { model } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const text = serialiseModel(read(JSON.stringify(model)), whole);
    expect(read(text)).toEqual(read(JSON.stringify(model)));
    expect(serialiseModel(read(text), whole)).toBe(text);
  });
});
