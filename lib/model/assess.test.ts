import { describe, expect, it } from 'vitest';
import { assess, inflationOf } from './assess';
import { PlanCycle } from './plan';
import { recalculate } from './recalculate';
import { alternativeOf, certain, modelOf, oneTime, percent, range, recurring } from './testing/models';
import type { Alternative, Line } from './types';

const few = { draws: 100 };
const switching = (id: string, cost: number, claimed?: number): Line =>
  oneTime({ id, unitCost: certain(cost), part: 'switching', ...(claimed !== undefined && { claimed }) });

describe('the vendor’s version', () => {
  const vendorOf = (lines: readonly Line[]) => recalculate(modelOf([], lines)).alternatives[0]?.vendorVersion;

  it('takes the claim in place of the cost, and leaves the rest: 100 + 400 instead of 100 + 300', () => {
    expect(vendorOf([recurring({ end: 1 }), switching('move', 300, 400)])).toEqual({
      nominal: 500,
      presentValue: 500,
      switching: 400,
    });
  });

  it('is ours where Microsoft says nothing', () => {
    expect(vendorOf([recurring({ end: 1 }), switching('move', 300)])).toEqual({
      nominal: 400,
      presentValue: 400,
      switching: 300,
    });
  });

  it('reaches what rests on a claim: 15 % of 400 instead of 300', () => {
    const contingency = percent({ rate: certain(0.15), part: 'switching' });
    expect(vendorOf([switching('move', 300, 400), contingency])?.nominal).toBe(460);
  });

  it('knows a claim on a rate: 30 % instead of 15 % of 300', () => {
    const contingency = percent({ rate: certain(0.15), part: 'switching', claimed: 0.3 });
    expect(vendorOf([switching('move', 300), contingency])?.nominal).toBe(390);
  });

  it('may claim that something costs nothing', () => {
    expect(vendorOf([switching('move', 300, 0)])?.nominal).toBe(0);
  });
});

describe('inflation', () => {
  const inflation = (lines: readonly Line[]) => {
    const alternative = alternativeOf(lines);
    return inflationOf(alternative, modelOf([], alternative));
  };

  it('is claim ÷ cost, over the lines that carry a claim: (900 + 100)/(300 + 200) = 2, whatever the others', () => {
    expect(inflation([switching('a', 300, 900), switching('b', 200, 100), switching('c', 1000)])).toBe(2);
  });

  it('has six decimals: 400/300 = 1.333333', () => {
    expect(inflation([switching('a', 300, 400)])).toBe(1.333333);
  });

  it('does not exist without a claim, nor where the claimed lines cost nothing', () => {
    expect(inflation([switching('a', 300), recurring()])).toBeNull();
    expect(inflation([switching('a', 0, 400)])).toBeNull();
  });
});

describe('run and switching', () => {
  it('are apart: 12 × 60 to run and 300 to move; leverage 12 × 100 − 1,020 = 180', () => {
    const model = modelOf([recurring()], [recurring({ id: 'run', unitCost: certain(60) }), switching('move', 300)]);
    expect(recalculate(model).alternatives[0]).toMatchObject({ run: 720, switching: 300, leverage: 180 });
  });

  it('each side’s percent lines rest on its own lines only: 10 % of 60 a month, not of the offer’s 100', () => {
    const support = percent({ part: 'switching' });
    const model = modelOf([recurring()], [recurring({ id: 'run', unitCost: certain(60) }), support]);
    expect(recalculate(model).alternatives[0]?.switching).toBe(72);
  });
});

describe('an assessment', () => {
  const plan = [{ id: 'move', label: 'Move', months: 5, after: [] }];

  it('carries the plan of an alternative that has one', () => {
    const model = modelOf([], alternativeOf([], { plan }));
    expect(assess(model, few).alternatives[0]?.plan).toEqual({
      months: 5,
      criticalPath: ['move'],
      walkBy: '2027-01-30',
    });
    expect(assess(modelOf([]), few).alternatives[0]).not.toHaveProperty('plan');
    expect(assess(modelOf([], alternativeOf([], { plan: [] })), few).alternatives[0]).not.toHaveProperty('plan');
  });

  it('refuses a plan that waits for itself', () => {
    const circle = [{ id: 'move', label: 'Move', months: 5, after: ['move'] }];
    expect(() => assess(modelOf([], alternativeOf([], { plan: circle })), few)).toThrow(PlanCycle);
  });

  it('has the figures that move while somebody types, and no others under their names', () => {
    const lines = [recurring({ unitCost: range(50, 60, 90) }), switching('move', 300, 900)];
    const model = modelOf([recurring({ end: 36, escalator: 0.05 })], lines, { discountRate: 0.08 });
    const live = recalculate(model);
    const whole = assess(model, few);
    expect(whole.offer).toMatchObject(live.offer);
    expect(whole.alternatives[0]).toMatchObject(live.alternatives[0] as object);
  });

  it('of a model without lines is all zeros and nulls, with nothing to divide by', () => {
    const { offer, alternatives, reading } = assess(modelOf([]), few);
    expect(offer).toMatchObject({ nominal: 0, presentValue: 0 });
    expect(alternatives[0]).toMatchObject({
      inflation: null,
      leverage: 0,
      breakEven: { discount: null, switchingMultiple: null, month: -24 },
      sensitivity: [],
      byWorkload: [],
      simulation: { draws: 100, pOfferCostsMore: 0 },
    });
    expect(reading).toEqual({ verdict: 'incomplete', vendorVersion: 'incomplete' });
  });

  it('is the same for the same model, and does not touch it', () => {
    const model = modelOf([recurring({ unitCost: range(90, 100, 130) })], [switching('move', 300)]);
    const copy = structuredClone(model);
    expect(assess(model)).toEqual(assess(copy));
    expect(model).toEqual(copy);
  });

  it('assesses each alternative in the order given', () => {
    const second: Alternative = alternativeOf([], { id: 'second' });
    const model = { ...modelOf([]), alternatives: [alternativeOf([]), second] };
    expect(assess(model, few).alternatives.map(({ id }) => id)).toEqual(['leave', 'second']);
  });
});
