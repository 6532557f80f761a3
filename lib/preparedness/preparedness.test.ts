import { describe, expect, it } from 'vitest';
import { pillarNames } from '@/lib/readiness/criterion';
import { courseOfLevel, courseOfPillar, levelOn, type PillarChange } from './history';
import { placeOfGap } from './places';
import { marksOf, placeOf, quarterEnds, type TimelineFacts } from './timeline';

const change = (on: string, pillar: PillarChange['pillar'], state: PillarChange['state']) => ({ on, pillar, state });

describe('how the level moved', () => {
  const changes = [
    change('2026-03-01', 'alternative', 'forming'),
    change('2026-05-01', 'leadership', 'forming'),
    ...pillarNames.map((pillar) => change('2026-09-01', pillar, 'real')),
    change('2026-10-01', 'timeline', 'forming'),
  ];

  it('is hollow until leadership is there, then forming, credible with all six, and forming again', () => {
    expect(courseOfLevel(changes)).toEqual([
      { on: '2026-03-01', is: 'hollow' },
      { on: '2026-05-01', is: 'forming' },
      { on: '2026-09-01', is: 'credible' },
      { on: '2026-10-01', is: 'forming' },
    ]);
    expect(['2026-04-30', '2026-05-01', '2026-09-30', '2026-10-01'].map((day) => levelOn(changes, day))).toEqual([
      'hollow',
      'forming',
      'credible',
      'forming',
    ]);
    expect(levelOn([], '2026-01-01')).toBe('hollow');
  });

  it('tells a day by its end, and nothing that was taken back within it', () => {
    const twice = [
      change('2026-03-01', 'plan', 'forming'),
      change('2026-03-02', 'plan', 'real'),
      change('2026-03-02', 'plan', 'forming'),
    ];
    expect(courseOfPillar(twice, 'plan')).toEqual([{ on: '2026-03-01', is: 'forming' }]);
  });
});

describe('the timeline', () => {
  const facts: TimelineFacts = {
    today: '2026-11-25',
    renewalDate: '2027-06-30',
    noticeOn: '2027-03-31',
    offers: [
      { id: 'one', label: 'First', receivedOn: '2026-09-01', expiresOn: '2026-10-01' },
      { id: 'two', label: 'Second', receivedOn: '2026-11-01', expiresOn: '2026-12-20' },
    ],
    milestones: [],
    walkBy: '2026-12-30',
    leadership: null,
  };
  const ids = (marks: TimelineFacts) => marksOf(marks).map(({ id }) => id);

  it('spans T−18 to T+6: 0 % and 100 %, and a day outside has no place', () => {
    expect(placeOf('2025-12-30', '2027-06-30')).toBe(0);
    expect(placeOf('2027-12-30', '2027-06-30')).toBe(100);
    expect(placeOf('2025-12-29', '2027-06-30')).toBeNull();
  });

  it('holds the days of the deal in order, the expiry of the offer that stands alone', () => {
    const days = ids(facts).filter((id) => !id.startsWith('quarter'));
    expect(days).toEqual(['offer-one', 'offer-two', 'expiry-two', 'walk-by', 'notice', 'renewal']);
  });

  it('holds leadership’s days only for whoever may know them', () => {
    const leadership = { approvals: [{ on: '2026-11-01', by: 'Marta' }], validUntil: '2027-06-30' };
    expect(ids({ ...facts, leadership })).toEqual(expect.arrayContaining(['approval-0', 'valid-until']));
    expect(marksOf(facts).some(({ lane }) => lane === 'leadership')).toBe(false);
  });

  it('knows Microsoft’s quarters: its year ends on 30 June', () => {
    expect(quarterEnds('2026-12-31', '2027-06-30')).toEqual([
      { on: '2026-12-31', yearEnd: false },
      { on: '2027-03-31', yearEnd: false },
      { on: '2027-06-30', yearEnd: true },
    ]);
  });
});

describe('a gap', () => {
  it('leads to the very row', () => {
    const to = (kind: 'line' | 'step' | 'claim' | 'milestone') =>
      placeOfGap({ kind, id: '7', label: 'x' }, { engagementId: 'e', alternative: 'a b' });
    expect(to('line')).toBe('/engagements/e/alternative?alternative=a%20b&line=7');
    expect(to('step')).toBe('/engagements/e/plan?alternative=a%20b#step-7');
    expect(to('claim')).toBe('/engagements/e/claims#notes-7');
    expect(to('milestone')).toBe('/engagements/e/readiness#milestone-7');
  });
});
