import { describe, expect, it } from 'vitest';
import { adviceOn, type Beside, needsReason } from './proposal';

const beside: Beside = { currency: 'EUR', offer: 1_050_000, alternative: 1_000_000, p80: 1_100_000, vendor: 2_000_000 };
const said = (amount: number, other: Partial<Beside> = {}) =>
  adviceOn(amount, { ...beside, ...other }).map(
    ({ tone, sentence }) => `${tone}: ${sentence.replaceAll('\u00a0', ' ')}`,
  );

describe('an amount beside what leaving costs', () => {
  it('says what premium for staying it holds: 1,080,000 is 80,000, or 8 %, above 1,000,000', () => {
    expect(said(1_080_000)).toEqual([
      'plain: Leadership would pay EUR 80.0k (8 %) more than leaving costs before it left: that is the premium for staying in this amount.',
      'plain: The offer that stands is EUR 30.0k below it.',
    ]);
  });

  it('warns in words below it: between 900,000 and 1,000,000 the line would read “revisit”', () => {
    const [warning, offer] = said(900_000);
    expect(warning).toMatch(/^warn: This lies EUR 100k \(10 %\) below .*“revisit”/);
    expect(offer).toBe('plain: The offer that stands is EUR 150k above it.');
  });

  it('holds no premium at exactly what leaving costs, and says nothing of an offer that is not there', () => {
    expect(said(1_000_000, { offer: null })).toEqual([
      'plain: Exactly what leaving costs: no premium for staying is in it.',
    ]);
  });

  it('needs a reason beyond the tolerance: 1,050,000 of 1,000,000 at 5 % does not, 1,050,001 does, 949,999 too', () => {
    expect([1_050_000, 1_050_001, 949_999].map((amount) => needsReason(amount, beside, 0.05))).toEqual([
      false,
      true,
      true,
    ]);
    expect(needsReason(1, { alternative: 0 }, 0.05)).toBe(true);
  });
});
