import fc from 'fast-check';
import type { Estimate, Line, Model } from '../types';
import { alternativeOf, modelOf, offerOf } from './models';

/** Random lines and models of every kind: costs only (no gains, no declines), unless a name says otherwise. */

const horizonMonths = 36;
const categories = ['licences', 'consumption', 'migration'] as const;

const decimal = (max: number, places: number) =>
  fc.integer({ min: 0, max: max * 10 ** places }).map((digits) => digits / 10 ** places);

/** Often certain, often on the verge of rounding, and now and then with six decimals. */
export const cost = fc.oneof(
  decimal(5_000, 2),
  decimal(100, 3),
  decimal(10, 6),
  fc.constantFrom(0, 0.005, 1.005, 0.335, 2.675, 1_000_000),
);

const estimateOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Estimate> =>
  fc.oneof(
    value.map((figure) => ({ low: figure, likely: figure, high: figure })),
    fc.tuple(value, value, value).map((three) => {
      const [low, likely, high] = three.toSorted((a, b) => a - b) as [number, number, number];
      return { low, likely, high };
    }),
  );

const rate = fc.oneof(fc.constant(0), decimal(0, 0), decimal(1, 2), decimal(1, 4));

const span = (from: number) =>
  fc
    .tuple(fc.integer({ min: from, max: horizonMonths - 1 }), fc.integer({ min: 1, max: horizonMonths - from }))
    .map(([start, months]) => ({ start, end: Math.min(start + months, horizonMonths) }));

const shared = { label: fc.constant('Line'), category: fc.constantFrom(...categories) };

const recurring = (from: number) =>
  fc
    .record({
      ...shared,
      kind: fc.constant('recurring' as const),
      quantity: decimal(500, 1),
      unitCost: estimateOf(cost),
      per: fc.constantFrom('month' as const, 'year' as const),
      billed: fc.constantFrom('monthly' as const, 'quarterly' as const, 'annually' as const),
      escalator: rate,
      growth: rate,
      hold: fc.integer({ min: 0, max: 30 }),
      span: span(from),
    })
    .map(({ hold, span, ...line }) => ({ ...line, ...span, heldUntil: span.start + hold }));

const oneTime = (from: number) =>
  fc
    .record({
      ...shared,
      kind: fc.constant('one-time' as const),
      quantity: decimal(500, 1),
      unitCost: estimateOf(cost),
      span: span(from),
    })
    .map(({ span, ...line }) => ({ ...line, ...span }));

const of = fc.subarray([...categories], { minLength: 1 });

const derived = fc
  .oneof(
    fc.record({ kind: fc.constant('percent' as const), rate: estimateOf(decimal(1, 3)), of, span: span(-24) }),
    fc.record({
      kind: fc.constant('commitment' as const),
      amount: estimateOf(decimal(100_000, 2)),
      of,
      span: span(-24),
    }),
    fc.record({
      kind: fc.constant('graduated' as const),
      tiers: fc.constantFrom(
        [{ rate: 0.1 }],
        [{ upTo: 1000, rate: 0.1 }, { rate: 0.07 }],
        [{ upTo: 100.5, rate: 0.05 }, { upTo: 2000, rate: 0.2 }, { rate: 0.015 }],
      ),
      of,
      span: span(-24),
    }),
  )
  .map(({ span, ...line }) => ({ ...line, ...span, label: 'Line', category: 'on top' }));

/** A line that costs, starting at `from` or later, and rests on no other. */
export const baseLine = (from = -24): fc.Arbitrary<Line> =>
  fc.oneof(recurring(from), oneTime(from)).map((line) => ({ ...line, id: 'line' }));

/** The lines of one side. One commitment at most: a euro may meet two at once, and then spending more costs less. */
export const sideLines: fc.Arbitrary<Line[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: recurring(-24) }, { weight: 2, arbitrary: oneTime(-24) }, derived), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => {
    const first = lines.find(({ kind }) => kind === 'commitment');
    const kept = lines.filter((line) => line.kind !== 'commitment' || line === first);
    return kept.map((line, index) => ({ ...line, id: `line-${index}` }));
  });

export const discountRate = decimal(0.5, 3).filter((value) => value <= 0.5);

export const model: fc.Arbitrary<Model> = fc
  .record({
    offer: sideLines,
    alternative: sideLines,
    parts: fc.array(fc.constantFrom('run' as const, 'switching' as const), { minLength: 6, maxLength: 6 }),
    claims: fc.array(fc.option(fc.nat(1_000_000)), { minLength: 6, maxLength: 6 }),
    renewalUplift: rate,
    termMonths: fc.constantFrom(12, 24, 36),
    discountRate,
  })
  .map(({ offer, alternative, parts, claims, renewalUplift, termMonths, discountRate }) => {
    const own = alternative.map((line, index): Line => {
      const part = parts[index] ?? 'run';
      const digits = claims[index] ?? null;
      if (part === 'run' || digits === null || line.kind === 'graduated') return { ...line, id: `own-${index}`, part };
      return { ...line, id: `own-${index}`, part, claimed: digits / (line.kind === 'percent' ? 1_000_000 : 100) };
    });
    return modelOf(offerOf(offer, { termMonths, renewalUplift }), alternativeOf(own), { discountRate });
  });
