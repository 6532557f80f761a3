import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardCategories } from './categories';
import { pillarNames } from './criterion';
import type { Facts } from './facts';
import { levelOf, levels, type PillarStates, saying, states, weakestLink } from './level';
import { readinessOf, statesOf } from './readiness';
import { bare, line, milestone, ready, step, today } from './testing/facts';

const all = (state: PillarStates['plan']) =>
  Object.fromEntries(pillarNames.map((name) => [name, state])) as PillarStates;

describe('the level', () => {
  it('is credible with six of six real: then, and only then, may the walk be raised', () => {
    expect(readinessOf(ready, today)).toMatchObject({ level: 'credible', mayRaise: true, next: [] });
    expect(readinessOf({ ...ready, noticeOn: null }, today)).toMatchObject({ level: 'forming', mayRaise: false });
  });

  it('is hollow without an alternative or without leadership, whatever else is real', () => {
    expect(readinessOf({ ...ready, alternative: null }, today).level).toBe('hollow');
    expect(readinessOf({ ...ready, threshold: null }, today).level).toBe('hollow');
    expect(levelOf({ ...all('real'), plan: 'absent' })).toBe('forming');
  });

  it('says “hold” and counts what is real', () => {
    expect(saying({ ...all('absent'), plan: 'real', timeline: 'real' })).toEqual({
      title: 'Hold: two of six are real.',
      detail: 'Do not raise the walk.',
    });
    expect(saying({ ...all('forming'), plan: 'real' }).title).toBe('Hold: one of six is real.');
    expect(saying(all('real')).detail).toMatch(/evident and not spoken/);
  });
});

describe('a pillar', () => {
  it('is absent with none of its criteria, forming with some, real with all', () => {
    const plan = (facts: Partial<Facts>) => statesOf(readinessOf({ ...ready, ...facts }, today).pillars).plan;
    expect(plan(bare)).toBe('absent');
    expect(plan({ alternative: { ...ready.alternative, steps: [step('a')] } })).toBe('forming');
    expect(plan({})).toBe('real');
  });
});

describe('what to do next', () => {
  it('is in the order of the pillars, what is overdue before everything', () => {
    const facts: Facts = {
      ...ready,
      claims: [{ id: 'c', label: 'c', verdict: false, evidence: false }],
      noticeOn: null,
    };
    expect(readinessOf(facts, today).next.map(({ id }) => id)).toEqual(['S3', 'T1']);
    const late = { ...facts, milestones: [milestone('2026-11-24')] };
    expect(readinessOf(late, today).next.map(({ id }) => id)).toEqual(['T2', 'S3', 'T1']);
  });
});

const flag = fc.boolean();
const anyLine = fc
  .record({
    cost: fc.integer({ min: 1, max: 1_000 }),
    basis: fc.constantFrom('contract', 'quote', 'measured', 'benchmark', 'judgement', 'vendor claim', null),
    part: fc.constantFrom('run', 'switching'),
    category: fc.constantFrom(...standardCategories, 'licences', 'bridge'),
    ranged: flag,
    reviewed: flag,
  })
  .map(({ cost, ranged, ...rest }) => line('line', { presentValue: cost, low: ranged ? 1 : 2, high: 2, ...rest }));
const day = fc
  .integer({ min: -90, max: 90 })
  .map((days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10));
const anyFacts: fc.Arbitrary<Facts> = fc.record({
  alternative: fc.option(
    fc.record({
      lines: fc.array(anyLine, { maxLength: 12 }),
      excused: fc.subarray([...standardCategories]),
      steps: fc.array(
        fc.record({
          id: fc.constant('s'),
          label: fc.constant('s'),
          owned: flag,
          months: fc.integer({ min: 0, max: 3 }),
        }),
        { maxLength: 5 },
      ),
      cyclic: flag,
      walkBy: fc.option(day),
    }),
  ),
  claims: fc.array(fc.record({ id: fc.constant('c'), label: fc.constant('c'), verdict: flag, evidence: flag })),
  threshold: fc.option(
    fc.record({
      approved: flag,
      waitingFor: fc.constant([]),
      stale: fc.constantFrom(null, 'date passed' as const, 'alternative moved' as const),
      stated: flag,
    }),
  ),
  renewalOn: fc.constant('2027-06-30'),
  noticeOn: fc.option(day),
  quoteExpiresOn: fc.option(day),
  milestones: fc.array(
    fc.record({ id: fc.constant('m'), label: fc.constant('m'), dueOn: day, done: flag, owned: flag }),
  ),
  posture: fc.record({
    brief: flag,
    negotiators: fc.array(fc.record({ id: fc.constant('n'), label: fc.constant('n'), acknowledged: flag })),
    summary: fc.constantFrom('none', 'not approved', 'approved'),
    spoken: fc.array(
      fc.record({ id: fc.constant('k'), label: fc.constant('k'), belowCredible: flag, recovered: flag }),
    ),
  }),
});

/** The same, with one more thing shown, reviewed, owned, answered or approved everywhere. */
function withMoreEvidence(facts: Facts): Facts {
  return {
    ...facts,
    alternative: facts.alternative && {
      ...facts.alternative,
      lines: facts.alternative.lines.map((each) => ({ ...each, basis: 'quote', basisOn: today, reviewed: true })),
      excused: [...standardCategories],
      steps: facts.alternative.steps.map((each) => ({ ...each, owned: true })),
    },
    claims: facts.claims.map((claim) => ({ ...claim, verdict: true, evidence: true })),
    milestones: facts.milestones.map((each) => ({ ...each, owned: true, done: true })),
    posture: {
      ...facts.posture,
      negotiators: facts.posture.negotiators.map((each) => ({ ...each, acknowledged: true })),
      spoken: facts.posture.spoken.map((each) => ({ ...each, recovered: true })),
    },
  };
}

describe('whatever the facts', () => {
  it('the level is the weakest link: credible only if none is weaker, hollow if what it hangs on is absent', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { pillars, level, mayRaise, next } = readinessOf(facts, today);
        const found = statesOf(pillars);
        const weakest = weakestLink(found);
        expect(mayRaise).toBe(level === 'credible');
        expect(level === 'credible').toBe(pillars.every(({ state }) => state === 'real'));
        expect(level === 'credible').toBe(next.length === 0);
        expect(level === 'hollow').toBe(found.alternative === 'absent' || found.leadership === 'absent');
        const least = Math.min(...pillars.map(({ state }) => states.indexOf(state)));
        if (weakest) expect(states.indexOf(found[weakest])).toBe(least);
        expect(weakest === null).toBe(level === 'credible');
      }),
    );
  });

  it('more evidence never lowers a pillar, nor the level', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const [before, after] = [readinessOf(facts, today), readinessOf(withMoreEvidence(facts), today)];
        for (const [index, pillar] of before.pillars.entries()) {
          expect(states.indexOf(after.pillars[index]?.state ?? 'absent')).toBeGreaterThanOrEqual(
            states.indexOf(pillar.state),
          );
        }
        expect(levels.indexOf(after.level)).toBeGreaterThanOrEqual(levels.indexOf(before.level));
      }),
    );
  });

  it('every unmet criterion says why, and leads somewhere to mend it', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { met, reason, gaps } of readinessOf(facts, today).pillars.flatMap(({ criteria }) => criteria)) {
          expect(reason).toMatch(/^.+[.]$/);
          expect(gaps.length > 0).toBe(!met);
        }
      }),
    );
  });
});
