import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { pinned } from './estimates';
import { isBase } from './flows';
import { ledgerOf } from './ledger';
import { recalculate } from './recalculate';
import { sensitivityOf } from './sensitivity';
import { type Flows, firstMonth, sideOf } from './side';
import { baseLine, cost, discountRate, model as models, sideLines } from './testing/arbitrary';
import { certain, modelOf, offerOf, oneTime, range } from './testing/models';
import { referenceFlows } from './testing/reference';
import { lineTotals, presentCost } from './totals';
import type { Alternative, Line, Model } from './types';

const cents = (amount: number) => Math.round(amount * 100);
const sum = (amounts: Iterable<number>) => [...amounts].reduce((total, amount) => total + amount, 0);
const scenario = fc.constantFrom('low', 'likely', 'high', 'expected', 'vendor' as const);

describe('every flow', () => {
  it('is what exact fractions make of it, in every scenario, on both sides', () => {
    fc.assert(
      fc.property(models, scenario, (model, scenario) => {
        for (const side of [model.offer, ...model.alternatives]) {
          const about = sideOf(model, side === model.offer ? model.offer : undefined);
          const { flows } = ledgerOf(side.lines, about, scenario);
          for (const [index, line] of side.lines.entries()) {
            const own = [...(flows[index] as Flows)].map((flow, month) => [month + firstMonth, flow] as const);
            const exact = referenceFlows(line, side.lines, about, scenario);
            expect(own.filter(([, flow]) => flow !== 0)).toEqual([...exact].filter(([, flow]) => flow !== 0));
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('totals foot', () => {
  it('lines add up to their side, years add up to the nominal, to the cent', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { offer, alternatives } = recalculate(model);
        const [own] = alternatives;
        const lines = sum(lineTotals(model.offer.lines, model, model.offer).map(({ nominal }) => cents(nominal)));
        expect(cents(offer.nominal)).toBe(lines);
        expect(sum(Object.values(offer.byYear).map(cents))).toBe(lines);
        const ownLines = lineTotals((model.alternatives[0] as Alternative).lines, model);
        expect(cents(own?.nominal ?? 0)).toBe(sum(ownLines.map(({ nominal }) => cents(nominal))));
        expect(sum(Object.values(own?.byYear ?? {}).map(cents))).toBe(cents(own?.nominal ?? 0));
      }),
    );
  });

  it('months of a spread add up to the rounded total: quantity × unit cost', () => {
    const months = fc.integer({ min: 1, max: 36 });
    fc.assert(
      fc.property(cost, fc.integer({ min: 0, max: 400 }), months, (unitCost, quantity, end) => {
        const line = oneTime({ unitCost: certain(unitCost), quantity, end });
        const whole = oneTime({ unitCost: certain(unitCost), quantity });
        const nominal = (one: Line) => recalculate(modelOf([one])).offer.nominal;
        expect(nominal(line)).toBe(nominal(whole));
      }),
    );
  });
});

describe('present values', () => {
  it('of later costs never rise with the discount rate', () => {
    fc.assert(
      fc.property(fc.array(baseLine(0), { maxLength: 4 }), discountRate, discountRate, (lines, one, another) => {
        const at = (rate: number) => presentCost(lines, modelOf(lines, [], { discountRate: rate }), 'likely');
        expect(at(Math.max(one, another))).toBeLessThanOrEqual(at(Math.min(one, another)));
      }),
    );
  });

  it('of a side rise by the present value of what is added to it, give or take the rounding of one', () => {
    fc.assert(
      fc.property(sideLines, baseLine(), discountRate, (lines, line, rate) => {
        const added: Line = { ...line, id: 'added', category: 'nobody rests on it' };
        const model = modelOf(offerOf(lines), [], { discountRate: rate });
        const side = (which: readonly Line[]) => presentCost(which, model, 'likely', model.offer);
        expect(Math.abs(side([...lines, added]) - side(lines) - side([added]))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a side rise by x × (1 + r)^(−m/12) where a cost in month m rises by x', () => {
    const month = fc.integer({ min: -24, max: 35 });
    const rise = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(sideLines, month, rise, discountRate, (lines, start, x, rate) => {
        const model = modelOf(offerOf(lines), [], { discountRate: rate });
        const withCost = (minor: number) => [
          ...lines,
          oneTime({ id: 'cost', category: 'nobody rests on it', unitCost: certain(minor / 100), start }),
        ];
        const side = (minor: number) => presentCost(withCost(minor), model, 'likely', model.offer);
        const expected = x * (1 + rate) ** (-start / 12);
        expect(Math.abs(side(500 + x) - side(500) - expected)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });
});

describe('estimates', () => {
  it('low ≤ likely ≤ high of each line is low ≤ likely ≤ high of the side, and expected lies between', () => {
    fc.assert(
      fc.property(models, (model) => {
        for (const side of [model.offer, ...model.alternatives]) {
          const cost = (which: 'low' | 'likely' | 'high' | 'expected') =>
            presentCost(side.lines, model, which, side === model.offer ? model.offer : undefined);
          expect(cost('low')).toBeLessThanOrEqual(cost('likely'));
          expect(cost('likely')).toBeLessThanOrEqual(cost('high'));
          expect(cost('low')).toBeLessThanOrEqual(cost('expected'));
          expect(cost('expected')).toBeLessThanOrEqual(cost('high'));
        }
      }),
    );
  });

  it('draws lie between the low and the high scenario, give or take the rounding of each flow', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { offer, alternatives } = assess(model, { draws: 50 });
        const own = alternatives[0];
        const slack = (lines: readonly Line[]) => lines.length * 60 * 0.02;
        expect(own?.simulation.offer.p5).toBeGreaterThanOrEqual(offer.scenarios.low - slack(model.offer.lines));
        expect(own?.simulation.offer.p95).toBeLessThanOrEqual(offer.scenarios.high + slack(model.offer.lines));
        const lines = model.alternatives[0]?.lines ?? [];
        expect(own?.simulation.alternative.p5).toBeGreaterThanOrEqual((own?.scenarios.low ?? 0) - slack(lines));
        expect(own?.simulation.alternative.p95).toBeLessThanOrEqual((own?.scenarios.high ?? 0) + slack(lines));
      }),
      { numRuns: 50 },
    );
  });
});

describe('sensitivity', () => {
  it('is what a model with the line at its end costs', () => {
    fc.assert(
      fc.property(models, (model) => {
        const own = model.alternatives[0] as Alternative;
        const withLine = <T extends { readonly lines: readonly Line[] }>(side: T, id: string, end: 'low' | 'high') => ({
          ...side,
          lines: side.lines.map((line) => (line.id === id ? pinned(line, end) : line)),
        });
        for (const { line, low, high } of sensitivityOf(own, model)) {
          const leverageAt = (end: 'low' | 'high') =>
            recalculate({
              ...model,
              offer: withLine(model.offer, line, end),
              alternatives: [withLine(own, line, end)],
            }).alternatives[0]?.leverage;
          expect([low, high]).toEqual([leverageAt('low'), leverageAt('high')]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is remembered between recalculations', () => {
  it('never shows: edit after edit, the figures are those of a model never seen before', () => {
    const edit = fc.record({
      index: fc.nat(5),
      figure: cost,
      offer: fc.boolean(),
      uplift: fc.constantFrom(0, 0.05, 0.1),
    });
    fc.assert(
      fc.property(models, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
        let model = first;
        for (const { index, figure, offer, uplift } of edits) {
          model = offer ? edited(model, index, figure, uplift) : editedOwn(model, index, figure);
          expect(recalculate(model)).toEqual(recalculate(structuredClone(model)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

function changed(lines: readonly Line[], index: number, figure: number): Line[] {
  return lines.map((line, at) =>
    at === index % lines.length && isBase(line) ? { ...line, unitCost: range(0, figure, figure * 2) } : line,
  );
}

function edited(model: Model, index: number, figure: number, renewalUplift: number): Model {
  return { ...model, offer: { ...model.offer, renewalUplift, lines: changed(model.offer.lines, index, figure) } };
}

function editedOwn(model: Model, index: number, figure: number): Model {
  return {
    ...model,
    alternatives: model.alternatives.map((own) => ({ ...own, lines: changed(own.lines, index, figure) })),
  };
}
