import type { StoryLine, StoryOffer } from '../story';

/**
 * What Microsoft put on the table over five months. The products are real, the customer and every price are
 * made up; the bands of Unified Support are a published example (see the story's sources).
 */

type Terms = {
  /** EUR per user and month. */
  readonly e5: number;
  readonly f3: number;
  readonly copilot: number;
  readonly copilotSeats: number;
  /** EUR over the first 36 months. */
  readonly commitment: number;
  readonly received: number;
  /** What stands behind an end date that the account team names. */
  readonly quote: string;
};

function lines({ e5, f3, copilot, copilotSeats, commitment, received, quote }: Terms): readonly StoryLine[] {
  const seats = { kind: 'recurring', per: 'month', billed: 'annually', start: 0, end: 60, growth: 0.01 } as const;
  return [
    {
      id: 'm365-e5',
      label: 'Microsoft 365 E5, 2,600 office seats',
      category: 'licences',
      workload: 'productivity',
      ...seats,
      quantity: 2600,
      unitCost: e5,
      origin: ['quote', received, `Fictitious quote ${quote}, page 2`],
    },
    {
      id: 'm365-f3',
      label: 'Microsoft 365 F3, 1,600 shop-floor seats',
      category: 'licences',
      workload: 'productivity',
      ...seats,
      quantity: 1600,
      unitCost: f3,
      origin: ['quote', received, `Fictitious quote ${quote}, page 2`],
    },
    {
      id: 'copilot',
      label: 'Microsoft 365 Copilot, bundled',
      category: 'licences',
      workload: 'productivity',
      ...seats,
      growth: 0,
      quantity: copilotSeats,
      unitCost: copilot,
      origin: ['quote', received, `Fictitious quote ${quote}, page 3`],
    },
    {
      id: 'servers',
      label: 'Windows Server and SQL Server, Software Assurance',
      category: 'licences',
      workload: 'servers',
      kind: 'recurring',
      quantity: 1,
      unitCost: 228000,
      per: 'year',
      billed: 'annually',
      start: 0,
      end: 60,
      origin: ['contract', 900, 'Fictitious: what the agreement that ends now charges a year'],
    },
    {
      id: 'azure',
      label: 'Azure consumption',
      category: 'azure',
      workload: 'cloud',
      kind: 'recurring',
      quantity: 1,
      unitCost: { low: 84000, likely: 92000, high: 104000 },
      per: 'month',
      billed: 'monthly',
      start: 0,
      end: 60,
      growth: 0.06,
      renewalUplift: 0,
      origin: ['measured', 35, 'Fictitious: mean of the last six invoices, grown as in the last two years'],
    },
    {
      id: 'macc',
      label: 'Azure commitment: shortfall over three years',
      category: 'azure commitment',
      workload: 'cloud',
      kind: 'commitment',
      amount: commitment,
      of: ['azure'],
      start: 0,
      end: 36,
      origin: ['quote', received, `Fictitious quote ${quote}, page 5: charged in the last month if unmet`],
    },
    {
      id: 'unified',
      label: 'Unified Support, a share of the spend',
      category: 'support',
      workload: 'support',
      kind: 'graduated',
      tiers: [{ upTo: 1800000, rate: 0.1 }, { rate: 0.07 }],
      of: ['licences', 'azure'],
      start: 0,
      end: 60,
      origin: ['benchmark', received, 'Bands of a published example: 10 % of the first 1.8 million, 7 % above'],
    },
  ];
}

const term = { termMonths: 36 } as const;

export const offers: readonly StoryOffer[] = [
  {
    ...term,
    label: 'Opening offer, everything in',
    receivedDaysAgo: 149,
    expiresAfterDays: 30,
    source: 'Fictitious mail of the account executive, quote AV-01',
    renewalUplift: 0.09,
    lines: lines({
      e5: 55.5,
      f3: 9.4,
      copilot: 27,
      copilotSeats: 2600,
      commitment: 5400000,
      received: 149,
      quote: 'AV-01',
    }),
  },
  {
    ...term,
    label: 'Second offer, “this quarter”',
    receivedDaysAgo: 104,
    expiresAfterDays: 21,
    source: 'Fictitious mail of the account executive, quote AV-02',
    renewalUplift: 0.09,
    lines: lines({
      e5: 53.2,
      f3: 9.2,
      copilot: 26,
      copilotSeats: 1300,
      commitment: 5000000,
      received: 104,
      quote: 'AV-02',
    }),
  },
  {
    ...term,
    label: 'Third offer, after the pilot',
    receivedDaysAgo: 58,
    expiresAfterDays: 30,
    source: 'Fictitious letter of the deal desk, quote AV-03',
    renewalUplift: 0.07,
    lines: lines({
      e5: 51.4,
      f3: 9,
      copilot: 25,
      copilotSeats: 800,
      commitment: 4600000,
      received: 58,
      quote: 'AV-03',
    }),
  },
  {
    ...term,
    label: 'Fourth offer, uplift at 6 %',
    receivedDaysAgo: 9,
    expiresAfterDays: 35,
    source: 'Fictitious letter of the deal desk, quote AV-04',
    renewalUplift: 0.06,
    lines: lines({
      e5: 48.8,
      f3: 8.8,
      copilot: 24,
      copilotSeats: 500,
      commitment: 4000000,
      received: 9,
      quote: 'AV-04',
    }),
  },
];
