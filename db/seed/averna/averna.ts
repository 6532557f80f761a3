import type { Story } from '../story';
import { claims } from './claims';
import { competitor } from './competitor';
import { hybrid } from './hybrid';
import { notes } from './notes';
import { offers } from './offers';
import { posture } from './posture';
import { readiness } from './readiness';
import { reduced } from './reduced';

/** The full engagement of the demo: a made-up company, near its line. */
export const averna: Story = {
  client: 'Averna Industries',
  timeZone: 'Europe/Berlin',
  members: [
    { person: 'cfo', role: 'executive' },
    { person: 'cio', role: 'executive' },
    { person: 'controller', role: 'contributor' },
    { person: 'observer', role: 'observer' },
  ],
  story: [
    'Averna Industries makes pumps, has 4,200 seats, and is made up, as is every figure of its own here. Its Microsoft agreement ends in a few months: Microsoft 365, an Azure commitment it will not use up, and support that is charged as a share of all of it.',
    'The account team opened high five months ago. Three offers later the price has come down by a quarter, because meanwhile Averna costed three ways of leaving, tried one with 150 people, and said little about it. The fourth offer is on the table, and leaving still costs less: what to do about it is this month’s question.',
  ].join('\n\n'),
  sources: [
    {
      title: 'Unified Support: 10 % of the first 1.8 million and 7 % above, as an example (Dynamic Consultants Group)',
      url: 'https://dynamicconsultantsgroup.com/blogs/how-unified-support-was-built-to-sell-you-more-support',
      published: '2026',
    },
    {
      title: 'Month to month costs about 20 % more than a year’s commitment (Redress Compliance)',
      url: 'https://redresscompliance.com/cio-playbook-navigating-microsofts-new-2025-licensing-pricing-model/',
      published: '2025',
    },
  ],
  currency: 'EUR',
  renewalInMonths: 7,
  horizonMonths: 60,
  discountRate: 0.08,
  offers,
  alternatives: [hybrid, competitor, reduced],
  chosen: 'hybrid',
  claims,
  notes,
  readiness,
  posture,
  threshold: {
    amount: 16000000,
    statement:
      'If the deal on the table costs more than EUR 16.0 million over five years, all in and at today’s value, Averna takes the hybrid and tells its account team so once, in writing.',
    reason:
      'A change of this size wears on people: leadership would pay something to be spared it, and this is how much.',
    conditions: 'The pilot keeps its results, and the works council agrees to the second wave.',
    tolerance: 0.05,
  },
};
