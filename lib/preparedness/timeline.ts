import type { MilestoneView } from '@/lib/milestones/view';
import { monthsBefore } from '@/lib/model/plan';

/** Whose day it is: each is a row of the picture. */
export const lanes = ['milestones', 'agreement', 'leaving', 'leadership', 'vendor'] as const;
export type Lane = (typeof lanes)[number];

export type Mark = {
  readonly id: string;
  readonly lane: Lane;
  /** ISO calendar date. */
  readonly on: string;
  readonly label: string;
  readonly detail: string;
  readonly state: 'done' | 'overdue' | 'ahead' | 'fact';
};

export type TimelineFacts = {
  readonly today: string;
  readonly renewalDate: string;
  readonly noticeOn: string | null;
  readonly offers: readonly {
    readonly id: string;
    readonly label: string;
    readonly receivedOn: string | null;
    readonly expiresOn: string | null;
  }[];
  readonly milestones: readonly MilestoneView[];
  readonly walkBy: string | null;
  /** Null for whoever may not see the threshold. */
  readonly leadership: {
    readonly approvals: readonly { readonly on: string; readonly by: string }[];
    readonly validUntil: string;
  } | null;
};

/** The months the picture spans, counted from the renewal. */
export const span = { first: -18, last: 6 } as const;

/** Every day of the deal, in order. */
export function marksOf(facts: TimelineFacts): Mark[] {
  const { today, renewalDate, noticeOn, offers, walkBy, leadership } = facts;
  const fact = (id: string, lane: Lane, on: string, label: string, detail = ''): Mark => ({
    id,
    lane,
    on,
    label,
    detail,
    state: 'fact',
  });
  const marks: Mark[] = [
    ...facts.milestones.map((milestone) => markOf(milestone, today)),
    fact('renewal', 'agreement', renewalDate, 'Renewal', 'The current agreement ends.'),
    ...(noticeOn
      ? [fact('notice', 'agreement', noticeOn, 'Notice', 'The last day on which notice can be given.')]
      : []),
    ...offers.flatMap(({ id, label, receivedOn }) =>
      receivedOn ? [fact(`offer-${id}`, 'agreement', receivedOn, 'Offer', `“${label}” arrived.`)] : [],
    ),
    ...offers
      .slice(-1)
      .flatMap(({ id, label, expiresOn }) =>
        expiresOn
          ? [
              fact(
                `expiry-${id}`,
                'agreement',
                expiresOn,
                'Quote expires',
                `“${label}”. Look at it again the day after.`,
              ),
            ]
          : [],
      ),
    ...(walkBy
      ? [
          fact(
            'walk-by',
            'leaving',
            walkBy,
            'Walk-by date',
            'The last day on which leaving can still be finished in time.',
          ),
        ]
      : []),
    ...(leadership?.approvals ?? []).map(({ on, by }, index) =>
      fact(`approval-${index}`, 'leadership', on, 'Approval', `${by} approved the walk threshold.`),
    ),
    ...(leadership ? [fact('valid-until', 'leadership', leadership.validUntil, 'Threshold valid until', '')] : []),
    ...quarterEnds(monthsBefore(renewalDate, -span.first), monthsBefore(renewalDate, -span.last)).map(
      ({ on, yearEnd }) =>
        fact(
          `quarter-${on}`,
          'vendor',
          on,
          yearEnd ? 'Microsoft’s year end' : 'Microsoft’s quarter end',
          'Its date, not ours.',
        ),
    ),
  ];
  return marks.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : lanes.indexOf(a.lane) - lanes.indexOf(b.lane)));
}

function markOf({ id, label, dueOn, done, ownerName }: MilestoneView, today: string): Mark {
  const state = done ? 'done' : dueOn < today ? 'overdue' : 'ahead';
  const detail = done ? done.evidence : ownerName ? `${ownerName} sees to it.` : 'Nobody owns it yet.';
  return { id, lane: 'milestones', on: done?.on ?? dueOn, label, detail, state };
}

/** 31 March, 30 June (its year end), 30 September and 31 December between two days, both included. */
export function quarterEnds(from: string, to: string): { readonly on: string; readonly yearEnd: boolean }[] {
  const ends: { on: string; yearEnd: boolean }[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const end of ['03-31', '06-30', '09-30', '12-31']) {
      const on = `${String(year).padStart(4, '0')}-${end}`;
      if (from <= on && on <= to) ends.push({ on, yearEnd: end === '06-30' });
    }
  }
  return ends;
}

/** Where a day lies in the picture, in percent of its width; null where it lies outside. */
export function placeOf(day: string, renewalDate: string): number | null {
  const [first, last] = [monthsBefore(renewalDate, -span.first), monthsBefore(renewalDate, -span.last)];
  if (day < first || day > last) return null;
  return ((Date.parse(day) - Date.parse(first)) / (Date.parse(last) - Date.parse(first))) * 100;
}
