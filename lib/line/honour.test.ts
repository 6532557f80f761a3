import { describe, expect, it } from 'vitest';
import { honourOf } from './honour';
import { offersSoFar } from './offers-so-far';
import { engagementOf, inForce, workedCase } from './testing/engagement';

const today = '2026-11-25';

describe('what was agreed for the case that the offer goes above the line', () => {
  const model = workedCase('12');
  const engagement = (amount: number) => engagementOf(model, 'executive', { threshold: inForce(amount) });

  it('is there above it, and not at it or below', () => {
    expect(honourOf(engagement(1_000_000), { offer: 1_000_001, alternative: 1 }, today)?.statement).toBe(
      'Above it we leave.',
    );
    expect(honourOf(engagement(1_000_000), { offer: 1_000_000, alternative: 1 }, today)).toBeNull();
    expect(
      honourOf(engagementOf(model, 'executive', { threshold: null }), { offer: 2_000_000, alternative: 1 }, today),
    ).toBeNull();
  });

  it('is looked at again first where leaving would cost more than the offer: T < O ≤ A', () => {
    const at = (alternative: number) => honourOf(engagement(1_000_000), { offer: 1_100_000, alternative }, today);
    expect([at(1_099_999)?.revisit, at(1_100_000)?.revisit, at(1_200_000)?.revisit]).toEqual([false, true, true]);
  });

  it('names the first three steps of the plan, and the days left to the walk-by date', () => {
    const honour = honourOf(engagement(1), { offer: 2, alternative: 1 }, today);
    expect(honour?.steps.length).toBeGreaterThan(0);
    expect(honour?.steps.length).toBeLessThanOrEqual(3);
    expect(honour?.clock).toMatch(/^Leaving takes \d+ months at the least/);
  });
});

describe('the history of offers against the line', () => {
  const model = workedCase('06');
  const base = engagementOf(model, 'executive');
  const [offer] = base.offers;
  const offers = ['2026-03-01', '2026-06-01', '2026-09-01'].map((receivedOn, at) => ({
    ...(offer as NonNullable<typeof offer>),
    number: at + 1,
    receivedOn,
  }));
  const lines = [
    { amount: 1_000_000, from: '2026-06-01' },
    { amount: 900_000, from: '2026-08-15' },
  ];

  it('sets each offer against the line that was in force on its day: none, then 1,000,000, then 900,000', () => {
    const points = offersSoFar({ ...base, offers }, null, lines);
    expect(points?.map(({ lineThen }) => lineThen)).toEqual([null, 1_000_000, 900_000]);
  });

  it('says nothing of lines to whoever is given none', () => {
    expect(JSON.stringify(offersSoFar({ ...base, offers }, null))).not.toContain('lineThen');
  });
});
