import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criterionIds } from '@/lib/readiness/criterion';
import { states } from '@/lib/readiness/level';
import { fieldWithAmount } from './amounts';
import { movedSince, readAnswers, writtenAnswers } from './brief-answers';
import { type Known, mayLeave } from './may-leave';
import { canonical, notYetSaid, readSummary, summaryOf } from './summary';

const state = fc.constantFrom(...states);
const known: fc.Arbitrary<Known> = fc.record({
  met: fc.subarray(criterionIds).map((ids) => new Set(ids)),
  pillars: fc.record({
    alternative: state,
    switching: state,
    plan: state,
    leadership: state,
    timeline: state,
    posture: state,
  }),
  supplier: fc.constantFrom(null, 'Rival Works'),
});
const everything: Known = {
  met: new Set(criterionIds),
  pillars: {
    alternative: 'real',
    switching: 'real',
    plan: 'real',
    leadership: 'real',
    timeline: 'real',
    posture: 'real',
  },
  supplier: 'Rival Works',
};

describe('what Microsoft may be shown', () => {
  it('holds no figure, no month, and no name but the client’s, whatever is known', () => {
    fc.assert(
      fc.property(known, (all) => {
        const text = canonical({ ...summaryOf('Client', all), format: 'walk-position/preparation-summary@1' });
        const words = text.replace('walk-position/preparation-summary@1', '');
        expect(words).not.toMatch(/\d|%|€|\$|£|walk|threshold/i);
        expect(words).not.toMatch(
          /\b(January|February|March|April|June|July|August|September|October|November|December)\b/,
        );
        if (all.supplier === null) expect(words).not.toContain('Rival');
      }),
    );
  });

  it('says the whole list where all is so, and nothing where nothing is', () => {
    expect(summaryOf('Client', everything).statements.map(({ heading }) => heading)).toEqual(
      mayLeave.map(({ heading }) => heading),
    );
    const nothing: Known = {
      met: new Set(),
      pillars: { ...everything.pillars, leadership: 'forming', timeline: 'forming' },
      supplier: 'Rival Works',
    };
    expect(summaryOf('Client', nothing).statements).toEqual([]);
    expect(notYetSaid(nothing)).toHaveLength(mayLeave.length - 1);
  });

  it('speaks of leadership by the state of its pillar alone, which every member may know', () => {
    const leading = (leadership: Known['pillars']['leadership'], met: Known['met']) =>
      summaryOf('Client', { ...everything, met, pillars: { ...everything.pillars, leadership } }).statements.some(
        ({ heading }) => heading === 'Leadership',
      );
    expect(leading('forming', everything.met)).toBe(false);
    expect(leading('real', new Set())).toBe(true);
  });

  it('is read back as it was written, and is the same text whatever the order of its keys', () => {
    const summary = summaryOf('Client', everything);
    expect(readSummary(canonical(summary))).toEqual(summary);
    const { format, client, statements } = summary;
    expect(canonical({ statements, client, format })).toBe(canonical(summary));
  });
});

describe('words that hold an amount', () => {
  it.each([
    ['We leave at 8642173.', 'say'],
    ['We leave at 8,642,173.', 'say'],
    ['We leave at 8.642.173 euro', 'say'],
    ['We leave at 8 642 173', 'say'],
    ['Call +49 86421730', null],
    ['Seats: 8,642', null],
    ['We leave at 8.64 million.', 'say'],
    ['Nicht über 8,64 Mio. Euro', 'say'],
    ['Not above EUR 8.6m', 'say'],
    ['8,642k at most', 'say'],
    ['Nine million devices, 9 million mailboxes', null],
    ['8.5 million is what they earn', null],
    ['The 8.6 metre rack', null],
  ])('%s', (say, field) => {
    expect(fieldWithAmount({ kind: 'paper', say, released: true }, [8_642_173])).toBe(field);
  });
});

describe('a brief and the claims', () => {
  const answer = { claimId: 'a', statement: 'It takes years.', saidBy: 'Architect', answer: 'Nine months.' };

  it('is read back as it was written', () => {
    expect(readAnswers(writtenAnswers([answer]))).toEqual([answer]);
  });

  it('counts what came, went and was answered otherwise: 1 + 1 + 1 = 3', () => {
    const then = [answer, { ...answer, claimId: 'b' }, { ...answer, claimId: 'c' }];
    const now = [answer, { ...answer, claimId: 'b', answer: 'Ten.' }, { ...answer, claimId: 'd' }];
    expect(movedSince(then, now)).toBe(3);
    expect(movedSince(then, then)).toBe(0);
  });
});
