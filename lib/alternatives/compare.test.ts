import { describe, expect, it } from 'vitest';
import { comparedBy } from '@/lib/alternatives/compare';
import type { Line, Model } from '@/lib/model/types';

const once = (id: string, workload: string, amount: number, part?: 'run' | 'switching'): Line => ({
  id,
  label: id,
  category: part === 'switching' ? 'migration' : 'licences',
  ...(workload && { workload }),
  ...(part && { part }),
  kind: 'one-time',
  quantity: 1,
  unitCost: { low: amount, likely: amount, high: amount },
  start: 0,
  end: 1,
});

const model: Model = {
  currency: 'EUR',
  renewalDate: '2027-07-01',
  horizonMonths: 12,
  discountRate: 0,
  correlation: 0.2,
  offer: { label: '', termMonths: 36, renewalUplift: 0, lines: [once('o', 'mail', 500), once('p', 'files', 90)] },
  alternatives: [
    {
      id: 'a',
      label: 'A',
      kind: 'competitor',
      lines: [once('a1', 'mail', 200, 'run'), once('a2', 'mail', 80, 'switching'), once('a3', '', 7, 'switching')],
    },
    {
      id: 'b',
      label: 'B',
      kind: 'hybrid',
      lines: [once('b1', 'mail', 200, 'run'), once('b2', 'mail', 80, 'switching'), once('b3', 'files', 40, 'run')],
    },
  ],
};

describe('alternatives side by side', () => {
  it('by workload, with the offer, in order of first lines, those without one last', () => {
    expect(comparedBy('workload', model)).toEqual([
      {
        name: 'mail',
        offer: 500,
        costs: [
          { run: 200, switching: 80 },
          { run: 200, switching: 80 },
        ],
        differs: false,
      },
      {
        name: 'files',
        offer: 90,
        costs: [
          { run: 0, switching: 0 },
          { run: 40, switching: 0 },
        ],
        differs: true,
      },
      {
        name: '',
        offer: 0,
        costs: [
          { run: 0, switching: 7 },
          { run: 0, switching: 0 },
        ],
        differs: true,
      },
    ]);
  });
  it('by category, on which the offer and an alternative need not agree', () => {
    expect(comparedBy('category', model)).toEqual([
      {
        name: 'licences',
        offer: null,
        costs: [
          { run: 200, switching: 0 },
          { run: 240, switching: 0 },
        ],
        differs: true,
      },
      {
        name: 'migration',
        offer: null,
        costs: [
          { run: 0, switching: 87 },
          { run: 0, switching: 80 },
        ],
        differs: true,
      },
    ]);
  });
});
