import type { StoryReadiness } from '../story';

/** How Averna got ready: who owns what, what is done and what shows it. Made up, like the people. */
export const readiness: StoryReadiness = {
  noticeMonthsBefore: 3,
  milestones: [
    {
      label: 'Inventory and true usage',
      owner: 'controller',
      done: { daysAgo: 300, evidence: 'Usage export of twelve months: 900 of 4,200 people use what only E3 has.' },
    },
    {
      label: 'Alternatives shortlisted',
      owner: 'controller',
      done: { daysAgo: 230, evidence: 'Minutes of the steering group: hybrid, competitor, reduced footprint.' },
    },
    {
      label: 'Alternative costed',
      owner: 'controller',
      done: { daysAgo: 120, evidence: 'All three alternatives stand line by line, each figure with where it is from.' },
    },
    {
      label: 'Leadership’s first reading',
      owner: 'cfo',
      done: { daysAgo: 90, evidence: 'Read in the executive meeting, minute 4.' },
    },
    {
      label: 'Pilot',
      owner: 'cio',
      done: { daysAgo: 40, evidence: 'Report of the pilot with 150 people over four months.' },
    },
    {
      label: 'Threshold approved',
      owner: 'cfo',
      done: { daysAgo: 0, evidence: 'Both executives have approved; the trail says when.' },
    },
    {
      label: 'Position evident',
      owner: 'advisor',
      moved: { days: 14, reason: 'The data centre tour waits for the pilot’s report to be printed.' },
    },
    { label: 'First offer expected', owner: 'advisor', done: { daysAgo: 150, evidence: 'It came early: offer 1.' } },
    { label: 'Notice date check', owner: 'cio' },
    { label: 'Best offer', owner: 'advisor' },
    { label: 'Decision', owner: 'cfo' },
  ],
  steps: {
    mandate: 'cfo',
    identity: 'cio',
    interfaces: 'controller',
    macros: 'controller',
    'first-wave': 'cio',
    'second-wave': 'cio',
  },
  criteria: { A3: 'controller', A4: 'cio', S3: 'advisor', L2: 'cfo', Q2: 'advisor' },
  history: [
    ['alternative', 'forming', 240],
    ['switching', 'forming', 200],
    ['plan', 'forming', 170],
    ['timeline', 'forming', 160],
    ['leadership', 'forming', 90],
    ['posture', 'forming', 80],
    ['timeline', 'absent', 70],
    ['timeline', 'forming', 55],
  ],
};
