import { describe, expect, it } from 'vitest';
import type { BenchFigures } from './live';
import { liveReading } from './live-reading';
import type { BenchView } from './view';

const view = (rest: Partial<BenchView>): BenchView => ({
  engagementId: 'e',
  currency: 'EUR',
  renewalDate: '2027-06-30',
  horizonMonths: 36,
  discountRate: 0,
  correlation: 0.2,
  offers: [],
  alternatives: [{ id: 'a', key: 'rival', label: 'Rival', kind: 'competitor', version: 1, lines: [] }],
  chosen: 'rival',
  people: [],
  may: { writeAlternative: true, writeOffer: true, choose: true },
  ...rest,
});

const figures = (offer: number, alternative: number, costed = { offer: true, alternatives: ['a'] }): BenchFigures => {
  const sums = { nominal: 0, byYear: {} };
  const rest = { run: 0, switching: 0, leverage: offer - alternative };
  const vendorVersion = { nominal: 0, presentValue: 0, switching: 0 };
  const breakEven = { discount: null, switchingMultiple: null, month: null };
  const found = { ...sums, ...rest, vendorVersion, breakEven, id: 'a', presentValue: alternative };
  return {
    totals: { offer: { ...sums, presentValue: offer }, alternatives: [found] },
    inflation: {},
    costed,
  };
};

const threshold = { amount: 150, alternativeCost: 100, tolerance: 0.05 };

describe('the reading on the bench', () => {
  it('moves with the figures: 160, 140 and 90 against 100, with a line at 150', () => {
    expect(liveReading(view({ threshold }), figures(160, 100))?.verdict).toBe('walk');
    expect(liveReading(view({ threshold }), figures(140, 100))?.verdict).toBe('press');
    expect(liveReading(view({ threshold }), figures(90, 100))).toEqual({
      favours: 'staying',
      verdict: 'sign',
      beyond: null,
    });
  });

  it('is lost when the alternative moves beyond its tolerance: 106 of 100 is 6 %', () => {
    expect(liveReading(view({ threshold }), figures(160, 106))).toEqual({
      favours: 'leaving',
      verdict: 'incomplete',
      beyond: 0.06,
    });
  });

  it('is incomplete without a threshold, and none at all for whoever may not see one', () => {
    expect(liveReading(view({ threshold: null }), figures(160, 100))?.verdict).toBe('incomplete');
    expect(liveReading(view({}), figures(160, 100))).toEqual({ favours: 'leaving', verdict: null, beyond: null });
  });

  it('says nothing while a side has no line, or nothing is chosen', () => {
    expect(liveReading(view({ threshold }), figures(160, 0, { offer: true, alternatives: [] }))).toBeNull();
    expect(liveReading(view({ threshold }), figures(0, 100, { offer: false, alternatives: ['a'] }))).toBeNull();
    expect(liveReading(view({ threshold, chosen: null }), figures(160, 100))).toBeNull();
  });
});
