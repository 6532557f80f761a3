import { describe, expect, it } from 'vitest';
import { switchingTopics } from '@/lib/starter/topics';
import type { CriterionId } from './criterion';
import type { AlternativeFacts, Facts, LeadershipFacts, LineFacts, PostureFacts } from './facts';
import { readinessOf } from './readiness';
import { bare, line, milestone, ready, step, today } from './testing/facts';

const found = (id: CriterionId, facts: Partial<Facts>, on = today) => {
  const all = readinessOf({ ...ready, ...facts }, on).pillars.flatMap(({ criteria }) => criteria);
  const criterion = all.find((each) => each.id === id);
  if (!criterion) throw new Error(id);
  return criterion;
};
const withAlternative = (facts: Partial<AlternativeFacts>) => ({ alternative: { ...ready.alternative, ...facts } });
const withLines = (...lines: LineFacts[]) => withAlternative({ lines });
const withThreshold = (facts: Partial<LeadershipFacts>): Partial<Facts> => ({
  threshold: { approved: true, waitingFor: [], stale: null, stated: true, ...facts },
});
const withPosture = (facts: Partial<PostureFacts>) => ({ posture: { ...ready.posture, ...facts } });
const switching = (facts: Partial<LineFacts> = {}) =>
  line('move', { part: 'switching', category: 'migration', ...facts });

describe('the alternative', () => {
  it('A1 is chosen with run lines and switching lines, and not without either', () => {
    expect(found('A1', withLines(line('run'), switching())).met).toBe(true);
    expect(found('A1', withLines(line('run'))).reason).toBe('The chosen alternative has no switching line yet.');
    expect(found('A1', withLines(switching())).reason).toBe('The chosen alternative has no run line yet.');
    expect(found('A1', bare)).toMatchObject({ met: false, reason: 'No alternative is chosen yet.' });
  });

  it('A2 is ranged at 90 … 90.01, not at 90 … 90, unless a contract or a quote says 90', () => {
    const at = (low: number, high: number, basis: LineFacts['basis']) =>
      found('A2', withLines(line('a'), line('b', { low, high, basis }))).met;
    expect(at(90, 90.01, 'judgement')).toBe(true);
    expect(at(90, 90, 'judgement')).toBe(false);
    expect([at(90, 90, 'contract'), at(90, 90, 'quote'), at(90, 90, 'measured'), at(90, 90, null)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('A2 names what has no range, and leads to it', () => {
    const bands = line('Support', { low: null, high: null, basis: 'benchmark' });
    expect(found('A2', withLines(line('a'), bands))).toMatchObject({
      reason: 'The line “Support” has no range, and rests on neither contract nor quote.',
      gaps: [{ kind: 'line', id: 'Support', label: 'Support' }],
    });
  });

  it('A3 is grounded at 80 of 100, not at 79.9, which is not rounded up', () => {
    const at = (grounded: number) =>
      found(
        'A3',
        withLines(
          line('a', { presentValue: grounded }),
          line('b', { presentValue: 100 - grounded, basis: 'judgement' }),
        ),
      );
    expect(at(80).met).toBe(true);
    expect(at(79.9)).toMatchObject({
      met: false,
      reason: '79.9 % of the cost is grounded and recent, 80 % is asked for: first “b” (judgement).',
    });
    expect(at(79.99).reason).toMatch(/^79\.9 %/);
  });

  it('A3 decays: a quote of this day a year ago counts, and tomorrow no more', () => {
    const old = withLines(line('a', { basisOn: '2025-11-25' }));
    expect(found('A3', old, '2026-11-25').met).toBe(true);
    expect(found('A3', old, '2026-11-26').met).toBe(false);
  });

  it('A4 is reviewed when every line is', () => {
    expect(found('A4', withLines(line('a'), line('b'))).met).toBe(true);
    expect(
      found('A4', withLines(line('a'), line('b', { reviewed: false }), line('c', { reviewed: false }))),
    ).toMatchObject({
      reason: '2 of 3 lines have not been reviewed since their last change, first “b”.',
      gaps: [{ id: 'b' }, { id: 'c' }],
    });
  });
});

describe('the switching cost', () => {
  const without = (category: string) => ready.alternative.lines.filter((each) => each.category !== category);

  it('S1 is complete with nine categories, not with eight, and with eight and a reason for the ninth', () => {
    expect(found('S1', {}).met).toBe(true);
    expect(found('S1', withAlternative({ lines: without('exit') }))).toMatchObject({
      met: false,
      reason: '1 of 9 standard categories has neither a line nor a reason: exit.',
      gaps: [{ kind: 'category', label: 'exit' }],
    });
    expect(found('S1', withAlternative({ lines: without('exit'), excused: ['exit'] })).met).toBe(true);
  });

  it('S1 knows categories by the words people use, and counts switching lines alone', () => {
    const named = (category: string, part: LineFacts['part'] = 'switching') =>
      found('S1', withAlternative({ lines: [...without('integration'), line('i', { category, part })] })).met;
    expect(named('integration and interface rework')).toBe(true);
    expect(named('Interfaces')).toBe(true);
    expect(named('integration', 'run')).toBe(false);
  });

  it('S1 is complete with everything the starter library suggests for switching', () => {
    const suggested = switchingTopics.map(({ category }) => line(category, { category, part: 'switching' }));
    expect(found('S1', withLines(...suggested)).met).toBe(true);
  });

  it('S2 is independent until one switching line rests on a vendor claim; a run line may', () => {
    expect(found('S2', withLines(switching(), line('run', { basis: 'vendor claim' }))).met).toBe(true);
    expect(
      found('S2', withLines(switching(), switching({ id: 'x', label: 'Mail', basis: 'vendor claim' }))),
    ).toMatchObject({
      met: false,
      reason: 'The switching line “Mail” rests on a vendor claim.',
    });
    expect(found('S2', withLines(line('run'))).met).toBe(false);
  });

  it('S3 wants a verdict and evidence on every claim; where none was made there is none to answer', () => {
    const claim = (verdict: boolean, evidence: boolean) =>
      found('S3', { claims: [{ id: 'c', label: 'Years.', verdict, evidence }] });
    expect(claim(true, true).met).toBe(true);
    expect(claim(true, false).reason).toBe('The claim “Years” has no evidence yet.');
    expect(claim(false, true).reason).toBe('The claim “Years” has no verdict yet.');
    expect(found('S3', { claims: [] }).met).toBe(true);
  });
});

describe('the plan', () => {
  it('P1 is planned with three steps, each with an owner and a duration; two are none', () => {
    const steps = (...all: AlternativeFacts['steps']) => found('P1', withAlternative({ steps: all }));
    expect(steps(step('a'), step('b'), step('c')).met).toBe(true);
    expect(steps(step('a'), step('b')).reason).toBe('The plan has two steps: three are asked for.');
    expect(steps(step('a'), step('b'), step('c', { months: 0 })).reason).toBe('The step “c” has no duration yet.');
    expect(steps(step('a'), step('b'), step('c', { owned: false })).reason).toBe('The step “c” has no owner yet.');
    expect(found('P1', withAlternative({ cyclic: true })).met).toBe(false);
  });

  it('P2 is in time on the walk-by date, and the day after only with a bridge', () => {
    expect(found('P2', {}, '2026-12-31').met).toBe(true);
    expect(found('P2', {}, '2027-01-01')).toMatchObject({ met: false, overdue: true });
    const bridged = withLines(line('extension', { category: 'bridge' }));
    expect(found('P2', bridged, '2027-01-01').met).toBe(true);
    expect(found('P2', withAlternative({ walkBy: null })).met).toBe(false);
  });
});

describe('leadership', () => {
  it('L1 is approved by its quorum, or waits for somebody', () => {
    expect(found('L1', withThreshold({})).met).toBe(true);
    expect(found('L1', withThreshold({ approved: false, waitingFor: ['Paul'] })).reason).toBe(
      'A walk threshold is proposed and waits for Paul.',
    );
    expect(found('L1', { threshold: null }).met).toBe(false);
  });

  it('L2 stands until it is stale, and what is not approved does not stand', () => {
    expect(found('L2', withThreshold({})).met).toBe(true);
    expect(found('L2', withThreshold({ stale: 'date passed' }))).toMatchObject({ met: false, overdue: true });
    expect(found('L2', withThreshold({ stale: 'alternative moved' }))).toMatchObject({ met: false, overdue: false });
    expect(found('L2', withThreshold({ stale: 'other alternative chosen' })).met).toBe(false);
    expect(found('L2', withThreshold({ approved: false })).met).toBe(false);
  });

  it('L3 is stated, or not', () => {
    expect(found('L3', withThreshold({})).met).toBe(true);
    expect(found('L3', withThreshold({ stated: false })).met).toBe(false);
  });
});

describe('the timeline', () => {
  it('T1 wants three dates', () => {
    expect(found('T1', {}).met).toBe(true);
    expect(found('T1', { noticeOn: null }).reason).toBe('The notice date is not set.');
    expect(found('T1', { noticeOn: null, quoteExpiresOn: null })).toMatchObject({
      reason: 'The notice date and the expiry of Microsoft’s quote are not set.',
      gaps: [{ kind: 'notice date' }, { kind: 'quote' }],
    });
  });

  it('T2 is on course through the day itself, and overdue the day after', () => {
    const due = { milestones: [milestone('2026-11-25')] };
    expect(found('T2', due, '2026-11-25').met).toBe(true);
    expect(found('T2', due, '2026-11-26')).toMatchObject({ met: false, overdue: true });
    expect(found('T2', { milestones: [milestone('2026-11-01', { done: true })] }).met).toBe(true);
    expect(found('T2', { milestones: [] }).met).toBe(false);
  });

  it('T3 asks for an owner 60 days ahead, and not 61', () => {
    const due = (dueOn: string) => found('T3', { milestones: [milestone(dueOn, { owned: false })] });
    // 25 November + 60 days = 24 January.
    expect(due('2027-01-24').met).toBe(false);
    expect(due('2027-01-25').met).toBe(true);
    expect(due('2026-11-01').met).toBe(false);
  });
});

describe('posture', () => {
  it('Q1 is briefed when every negotiator has acknowledged the current brief', () => {
    const two = (acknowledged: boolean) => [
      { id: 'a', label: 'Nadia', acknowledged: true },
      { id: 'b', label: 'Ines', acknowledged },
    ];
    expect(found('Q1', withPosture({ negotiators: two(true) })).met).toBe(true);
    expect(found('Q1', withPosture({ negotiators: two(false) })).reason).toBe(
      'The negotiator “Ines” has not acknowledged the current brief.',
    );
    expect(found('Q1', withPosture({ brief: false })).met).toBe(false);
    expect(found('Q1', withPosture({ negotiators: [] })).met).toBe(false);
  });

  it('Q2 is evident once a summary is approved for showing', () => {
    expect(found('Q2', withPosture({ summary: 'approved' })).met).toBe(true);
    expect(found('Q2', withPosture({ summary: 'not approved' })).met).toBe(false);
  });

  it('Q3 is unspoken: below credible only with a recovery, at credible in any case', () => {
    const spoken = (belowCredible: boolean, recovered: boolean) =>
      found('Q3', withPosture({ spoken: [{ id: 'k', label: 'Call', belowCredible, recovered }] })).met;
    expect([spoken(true, false), spoken(true, true), spoken(false, false)]).toEqual([false, true, true]);
    expect(found('Q3', withPosture({ spoken: [] })).met).toBe(true);
  });
});
