import { standardCategories } from '@/lib/readiness/categories';
import type { Facts, LineFacts, MilestoneFacts, StepFacts } from '@/lib/readiness/facts';

export const today = '2026-11-25';

export const line = (id: string, facts: Partial<LineFacts> = {}): LineFacts => ({
  id,
  label: id,
  presentValue: 100,
  basis: 'quote',
  basisOn: '2026-06-01',
  endsOn: '2031-07-01',
  category: 'licences',
  part: 'run',
  low: 90,
  high: 120,
  reviewed: true,
  ...facts,
});

export const step = (id: string, facts: Partial<StepFacts> = {}): StepFacts => ({
  id,
  label: id,
  owned: true,
  months: 2,
  ...facts,
});

export const milestone = (dueOn: string, facts: Partial<MilestoneFacts> = {}): MilestoneFacts => ({
  id: dueOn,
  label: dueOn,
  dueOn,
  done: false,
  owned: true,
  ...facts,
});

const alternative = {
  lines: [line('suite'), ...standardCategories.map((category) => line(category, { category, part: 'switching' }))],
  excused: [],
  steps: [step('contract'), step('pilot'), step('move')],
  cyclic: false,
  walkBy: '2026-12-31',
};

/** Everything that can be asked for is there. */
export const ready: Facts & { readonly alternative: NonNullable<Facts['alternative']> } = {
  alternative,
  claims: [{ id: 'c', label: 'It takes years.', verdict: true, evidence: true }],
  threshold: { approved: true, waitingFor: [], stale: null, stated: true },
  renewalOn: '2027-06-30',
  noticeOn: '2027-03-31',
  quoteExpiresOn: '2026-12-31',
  milestones: [milestone('2026-11-01', { done: true }), milestone('2026-12-20'), milestone('2027-06-30')],
  posture: {
    brief: true,
    negotiators: [{ id: 'n', label: 'Nadia', acknowledged: true }],
    summary: 'approved',
    spoken: [],
  },
};

/** A new engagement: the renewal is known, and nothing else. */
export const bare: Facts = {
  alternative: null,
  claims: [],
  threshold: null,
  renewalOn: '2027-06-30',
  noticeOn: null,
  quoteExpiresOn: null,
  milestones: [],
  posture: { brief: false, negotiators: [], summary: 'none', spoken: [] },
};
