import type { PersonKey } from './people';
import type { Story, StoryEnding, StoryReadiness, StoryThreshold } from './story';

/**
 * Deals that have ended, told briefly: made-up firms of different readiness, for the picture of outcomes. Without a
 * discount and over one term an all-in cost is seats × price × 36, and what moving costs once on top.
 */

const months = 36;

type Brief = {
  readonly client: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly executives: readonly PersonKey[];
  readonly seats: number;
  /** A seat and month, offer by offer. */
  readonly prices: readonly number[];
  readonly leaving: { readonly label: string; readonly price: number; readonly moving: number };
  readonly threshold?: StoryThreshold;
  readonly ending: StoryEnding;
};

const fictitious = 'Fictitious, for illustration';

function storyOf(brief: Brief): Story {
  const { client, timeZone, currency, executives, seats, prices, leaving } = brief;
  const licence = {
    kind: 'recurring',
    quantity: seats,
    per: 'month',
    billed: 'annually',
    start: 0,
    end: months,
  } as const;
  return {
    client,
    timeZone,
    currency,
    members: executives.map((person) => ({ person, role: 'executive' })),
    story: `${client} is made up. Its deal has ended, and only how it came to that is told here: its lines are few, and what made it ready at the time is in the past.`,
    sources: [],
    renewalInMonths: 0,
    horizonMonths: months,
    discountRate: 0,
    offers: prices.map((unitCost, index) => ({
      label: index === 0 ? 'Opening offer' : index === prices.length - 1 ? 'Last offer' : `Offer ${index + 1}`,
      receivedDaysAgo: 200 - index * 60,
      source: fictitious,
      termMonths: months,
      renewalUplift: 0,
      lines: [
        {
          id: `suite-${index + 1}`,
          label: `Microsoft 365, ${seats.toLocaleString('en-GB')} seats`,
          category: 'licences',
          workload: 'productivity',
          ...licence,
          unitCost,
          origin: ['quote', 200 - index * 60, fictitious],
        },
      ],
    })),
    alternatives: [
      {
        id: 'leave',
        label: leaving.label,
        kind: 'competitor',
        lines: [
          {
            id: 'rival',
            label: `Competitor’s suite, ${seats.toLocaleString('en-GB')} seats`,
            category: 'licences',
            workload: 'productivity',
            ...licence,
            unitCost: leaving.price,
            part: 'run',
            origin: ['quote', 180, fictitious],
          },
          {
            id: 'moving',
            label: 'Moving: mail, files and people',
            category: 'migration services',
            workload: 'productivity',
            kind: 'one-time',
            unitCost: leaving.moving,
            start: -3,
            end: 0,
            part: 'switching',
            origin: ['quote', 170, fictitious],
          },
        ],
      },
    ],
    chosen: 'leave',
    claims: [],
    ...(brief.threshold && { threshold: brief.threshold }),
    ending: brief.ending,
  };
}

type Pillar = StoryReadiness['history'][number][0];

/** Real long before T−3, one after the other; the others were never more than begun. */
function realPillars(...names: Pillar[]): StoryReadiness['history'] {
  const all: readonly Pillar[] = ['alternative', 'leadership', 'switching', 'plan', 'timeline', 'posture'];
  return [
    ...all.map((name, index) => [name, 'forming', 300 - index * 5] as const),
    ...names.map((name, index) => [name, 'real', 240 - index * 15] as const),
  ];
}

const everyPillar: Pillar[] = ['alternative', 'leadership', 'switching', 'plan', 'timeline', 'posture'];

export const ended: readonly Story[] = [
  storyOf({
    client: 'Norwick Rail',
    timeZone: 'Europe/London',
    currency: 'GBP',
    executives: ['norwick-cfo', 'norwick-cio'],
    seats: 2600,
    prices: [46, 43.5, 41],
    leaving: { label: 'Leave, in one summer', price: 21, moving: 920_000 },
    threshold: {
      amount: 3_400_000,
      statement: 'If it costs more than 3.4 million over three years, Norwick Rail moves in the summer.',
      reason: 'The unions want a quiet summer, and that is worth something.',
      tolerance: 0.05,
    },
    ending: {
      kind: 'leave',
      by: 'norwick-cfo',
      reason: 'The last offer stayed above the line. We said what we would do, and do it.',
      history: realPillars(...everyPillar),
      tests: [
        {
          kind: 'called bluff',
          daysAgo: 40,
          theyDid: 'Said that nobody of our size has ever moved, and let the quote lapse.',
          weDid: 'Booked the first wave and told them its date.',
          outcome: 'honoured',
          taught: 'A booked wave needs no sentence about it.',
        },
      ],
    },
  }),
  storyOf({
    client: 'Calder Mutual',
    timeZone: 'Europe/London',
    currency: 'GBP',
    executives: ['calder-cfo', 'calder-coo'],
    seats: 1400,
    prices: [52, 45, 39.5],
    leaving: { label: 'A rival suite, claims desk first', price: 24, moving: 610_000 },
    threshold: {
      amount: 2_050_000,
      statement:
        'If it costs more than 2.05 million over three years, the claims desk moves first and the rest follows.',
      reason: 'A move in the storm season would cost more than the figures say.',
      tolerance: 0.05,
    },
    ending: {
      kind: 'sign',
      by: 'calder-cfo',
      reason: '',
      history: realPillars('alternative', 'leadership', 'switching', 'plan', 'timeline'),
      tests: [
        {
          kind: 'deadline',
          daysAgo: 70,
          theyDid: 'Gave until the end of their quarter.',
          weDid: 'Let it pass and went on with the pilot.',
          outcome: 'held',
          taught: 'The same offer was there the Monday after.',
        },
        {
          kind: 'silence',
          daysAgo: 45,
          theyDid: 'Did not answer for three weeks.',
          weDid: 'Did not ask.',
          outcome: 'held',
          taught: 'Silence was a tactic: the next offer was the better one.',
        },
      ],
    },
  }),
  storyOf({
    client: 'Ostra Glass',
    timeZone: 'Europe/Prague',
    currency: 'EUR',
    executives: ['ostra-cfo', 'ostra-cio'],
    seats: 3100,
    prices: [38, 31, 26],
    leaving: { label: 'Open formats in the plants, a rival in the offices', price: 15, moving: 840_000 },
    threshold: {
      amount: 2_950_000,
      statement: 'If it costs more than 2.95 million over three years, the plants move and the offices follow.',
      reason: 'Staying spares the plants a second change in two years.',
      tolerance: 0.05,
    },
    ending: {
      kind: 'sign',
      by: 'ostra-cfo',
      reason: '',
      history: realPillars(...everyPillar),
      tests: [
        {
          kind: 'over heads',
          daysAgo: 60,
          theyDid: 'Wrote to the owners that IT was about to risk the plants.',
          weDid: 'The owners answered in one line: the plan is ours.',
          outcome: 'honoured',
          taught: 'A letter over heads ends where leadership has signed.',
        },
      ],
    },
  }),
  storyOf({
    client: 'Merrow University',
    timeZone: 'Europe/Dublin',
    currency: 'EUR',
    executives: ['merrow-bursar'],
    seats: 5200,
    prices: [14, 13.4],
    leaving: { label: 'A free suite for teaching', price: 7, moving: 900_000 },
    ending: {
      kind: 'sign',
      by: 'merrow-bursar',
      reason: '',
      history: realPillars('timeline', 'switching'),
      tests: [
        {
          kind: 'deadline',
          daysAgo: 30,
          theyDid: 'Said the education price would end on Friday.',
          weDid: 'Signed on Thursday.',
          outcome: 'yielded',
          taught: 'Without a plan there was nothing to hold on to.',
        },
      ],
    },
  }),
  storyOf({
    client: 'Lindau Foods',
    timeZone: 'Europe/Vienna',
    currency: 'EUR',
    executives: ['lindau-cfo'],
    seats: 900,
    prices: [41, 40.2],
    leaving: { label: 'A rival suite', price: 22, moving: 480_000 },
    ending: {
      kind: 'extend',
      by: 'lindau-cfo',
      reason: 'A year to get ready in earnest.',
      history: realPillars('timeline'),
      tests: [],
    },
  }),
  storyOf({
    client: 'Corvo Media',
    timeZone: 'Europe/Rome',
    currency: 'EUR',
    executives: ['corvo-cfo'],
    seats: 1250,
    prices: [44, 42, 40.5],
    leaving: { label: 'A rival suite, editors last', price: 23, moving: 700_000 },
    ending: {
      kind: 'sign',
      by: 'corvo-cfo',
      reason: '',
      history: realPillars('alternative', 'switching', 'timeline'),
      tests: [
        {
          kind: 'called bluff',
          daysAgo: 35,
          theyDid: 'Asked for the date of the first wave.',
          weDid: 'Had none, and changed the subject.',
          outcome: 'yielded',
          taught: 'They had read the position before we had one.',
        },
      ],
    },
  }),
];
