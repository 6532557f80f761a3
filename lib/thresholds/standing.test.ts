import { describe, expect, it } from 'vitest';
import { standingOf, type ThresholdFacts, type Word } from './standing';
import { standingWords } from './standing-words';

const word = (userId: string, other: Partial<Word> = {}): Word => ({
  userId,
  decision: 'approve',
  alternativeCost: 1_000_000,
  validUntil: '2027-03-31',
  ...other,
});
const approved: ThresholdFacts = {
  alternativeId: 'hybrid',
  tolerance: 0.05,
  quorum: 2,
  approvers: ['cfo', 'cio'],
  decisions: [word('cfo'), word('cio')],
  moves: [{ kind: 'proposed' }],
};
const now = { today: '2027-03-31', chosenId: 'hybrid', alternativeCost: 1_000_000 };
const inForce = { state: 'approved', until: '2027-03-31', alternativeCost: 1_000_000 };

describe('standing of a threshold', () => {
  it('stands on its last day, and is stale the day after', () => {
    expect(standingOf(approved, now)).toEqual(inForce);
    expect(standingOf(approved, { ...now, today: '2027-04-01' })).toEqual({ state: 'stale', why: 'date passed' });
  });

  it('stands at a movement of exactly 5 %: 1,050,000 of 1,000,000', () => {
    expect(standingOf(approved, { ...now, alternativeCost: 1_050_000 })).toEqual(inForce);
  });

  it('is stale beyond it, in either direction: 1,050,001 and 949,999', () => {
    for (const alternativeCost of [1_050_001, 949_999]) {
      expect(standingOf(approved, { ...now, alternativeCost })).toMatchObject({ why: 'alternative moved' });
    }
  });

  it('is stale when another alternative is chosen, or none', () => {
    expect(standingOf(approved, { ...now, chosenId: 'other' })).toMatchObject({ why: 'other alternative chosen' });
    expect(standingOf(approved, { ...now, chosenId: null })).toMatchObject({ why: 'other alternative chosen' });
  });

  it('is drafted before it is proposed, and proposed while the quorum is missing', () => {
    expect(standingOf({ ...approved, moves: [] }, now)).toEqual({ state: 'drafted' });
    expect(standingOf({ ...approved, decisions: [word('cfo')] }, now)).toEqual({ state: 'proposed' });
  });

  it('is over once it is withdrawn or superseded, whatever was said of it', () => {
    for (const kind of ['withdrawn', 'superseded'] as const) {
      expect(standingOf({ ...approved, moves: [...approved.moves, { kind }] }, now)).toEqual({ state: kind });
    }
  });

  it('counts a person once, and only named approvers', () => {
    expect(standingOf({ ...approved, decisions: [word('cfo'), word('cfo')] }, now)).toEqual({ state: 'proposed' });
    expect(standingOf({ ...approved, decisions: [word('cfo'), word('ceo')] }, now)).toEqual({ state: 'proposed' });
  });

  it('takes the latest word of a person: approve, decline, approve', () => {
    const turned = [...approved.decisions, word('cio', { decision: 'decline' })];
    expect(standingOf({ ...approved, decisions: turned }, now)).toEqual({ state: 'declined' });
    expect(standingOf({ ...approved, decisions: [...turned, word('cio')] }, now)).toEqual(inForce);
  });

  it('of two of three bears one decline, and not two', () => {
    const three = { ...approved, approvers: ['cfo', 'cio', 'ceo'] };
    const no = (userId: string) => word(userId, { decision: 'decline' });
    expect(standingOf({ ...three, decisions: [word('cfo'), no('ceo')] }, now)).toEqual({ state: 'proposed' });
    expect(standingOf({ ...three, decisions: [word('cfo'), no('ceo'), word('cio')] }, now)).toEqual(inForce);
    expect(standingOf({ ...three, decisions: [word('cfo'), no('ceo'), no('cio')] }, now)).toEqual({
      state: 'declined',
    });
  });

  it('is re-affirmed by words given anew, and until then stale: 1,072,000 is 7.2 % above 1,000,000', () => {
    const moved = { ...now, alternativeCost: 1_072_000 };
    const again = (userId: string) => word(userId, { alternativeCost: 1_072_000, validUntil: '2027-06-30' });
    const standing = standingOf({ ...approved, decisions: [...approved.decisions, again('cfo')] }, moved);
    expect(standing).toMatchObject({ why: 'alternative moved', moved: 0.072 });
    expect(standingWords(standing, 0.05)).toContain('the alternative rose 7.2 %, tolerance 5 %');
    expect(standingOf({ ...approved, decisions: [...approved.decisions, again('cfo'), again('cio')] }, moved)).toEqual({
      state: 'approved',
      until: '2027-06-30',
      alternativeCost: 1_072_000,
    });
  });

  it('lasts as long as a quorum of its words: the second longest of two', () => {
    const decisions = [word('cfo', { validUntil: '2027-12-31' }), word('cio')];
    expect(standingOf({ ...approved, decisions }, now)).toMatchObject({ until: '2027-03-31' });
  });

  it('needs no division by an alternative that cost nothing', () => {
    const free = { ...approved, decisions: ['cfo', 'cio'].map((who) => word(who, { alternativeCost: 0 })) };
    expect(standingOf(free, { ...now, alternativeCost: 0 })).toMatchObject({ state: 'approved' });
    expect(standingOf(free, { ...now, alternativeCost: 1 })).toMatchObject({ why: 'alternative moved' });
  });
});
