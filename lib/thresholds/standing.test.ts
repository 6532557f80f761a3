import { describe, expect, it } from 'vitest';
import { standingOf, type ThresholdFacts } from './standing';

const approved: ThresholdFacts = {
  alternativeId: 'hybrid',
  alternativeCost: 1_000_000,
  tolerance: 0.05,
  validUntil: '2027-03-31',
  quorum: 2,
  approvers: ['cfo', 'cio'],
  decisions: [
    { userId: 'cfo', decision: 'approve' },
    { userId: 'cio', decision: 'approve' },
  ],
};
const now = { today: '2027-03-31', chosenId: 'hybrid', alternativeCost: 1_000_000 };

describe('standing of a threshold', () => {
  it('stands on its last day', () => {
    expect(standingOf(approved, now)).toEqual({ state: 'in force' });
  });

  it('is stale the day after', () => {
    expect(standingOf(approved, { ...now, today: '2027-04-01' })).toEqual({ state: 'stale', why: 'date passed' });
  });

  it('stands at a movement of exactly 5 %: 1,050,000 of 1,000,000', () => {
    expect(standingOf(approved, { ...now, alternativeCost: 1_050_000 })).toEqual({ state: 'in force' });
  });

  it('is stale beyond it, in either direction: 1,050,001 and 949,999', () => {
    expect(standingOf(approved, { ...now, alternativeCost: 1_050_001 })).toMatchObject({ why: 'alternative moved' });
    expect(standingOf(approved, { ...now, alternativeCost: 949_999 })).toMatchObject({ why: 'alternative moved' });
  });

  it('is stale when another alternative is chosen, or none', () => {
    expect(standingOf(approved, { ...now, chosenId: 'other' })).toMatchObject({ why: 'other alternative chosen' });
    expect(standingOf(approved, { ...now, chosenId: null })).toMatchObject({ why: 'other alternative chosen' });
  });

  it('is only proposed while the quorum is missing', () => {
    expect(standingOf({ ...approved, decisions: approved.decisions.slice(0, 1) }, now)).toEqual({ state: 'proposed' });
  });

  it('counts a person once, and only named approvers', () => {
    const twice = { ...approved, decisions: [...approved.decisions.slice(0, 1), ...approved.decisions.slice(0, 1)] };
    expect(standingOf(twice, now)).toEqual({ state: 'proposed' });
    const stranger = {
      ...approved,
      decisions: [...approved.decisions.slice(0, 1), { userId: 'ceo', decision: 'approve' as const }],
    };
    expect(standingOf(stranger, now)).toEqual({ state: 'proposed' });
  });

  it('takes the latest word of a person: approve, then decline', () => {
    const turned = { ...approved, decisions: [...approved.decisions, { userId: 'cio', decision: 'decline' as const }] };
    expect(standingOf(turned, now)).toEqual({ state: 'declined' });
  });

  it('needs no division by an alternative that cost nothing', () => {
    const free = { ...approved, alternativeCost: 0 };
    expect(standingOf(free, { ...now, alternativeCost: 0 })).toEqual({ state: 'in force' });
    expect(standingOf(free, { ...now, alternativeCost: 1 })).toMatchObject({ why: 'alternative moved' });
  });
});
