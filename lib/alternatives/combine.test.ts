import { describe, expect, it } from 'vitest';
import { combinable } from '@/lib/alternatives/combine';
import type { Line, Model } from '@/lib/model/types';

const once = (workload: string, amount: number): Line => ({
  id: `${workload} ${amount}`,
  label: workload,
  category: 'licences',
  ...(workload && { workload }),
  part: 'run',
  kind: 'one-time',
  quantity: 1,
  unitCost: { low: amount, likely: amount, high: amount },
  start: 0,
  end: 1,
});

const model = (a: readonly Line[], b: readonly Line[]): Model => ({
  currency: 'EUR',
  renewalDate: '2027-07-01',
  horizonMonths: 12,
  discountRate: 0,
  correlation: 0.2,
  offer: { label: '', termMonths: 36, renewalUplift: 0, lines: [once('only on offer', 9)] },
  alternatives: [
    { id: 'a', label: 'A', kind: 'competitor', lines: a },
    { id: 'b', label: 'B', kind: 'hybrid', lines: b },
  ],
});

describe('what can be combined', () => {
  it('begins with the cheapest of those that have lines: mail from B, 80 < 200', () => {
    expect(combinable(model([once('mail', 200)], [once('mail', 80)]))).toEqual([
      { workload: 'mail', costs: [200, 80], cheapest: 'b' },
    ]);
  });

  it('never takes a workload from an alternative without lines for it, as if it cost nothing', () => {
    expect(combinable(model([once('mail', 200)], [once('files', 40)]))).toEqual([
      { workload: 'mail', costs: [200, null], cheapest: 'a' },
      { workload: 'files', costs: [null, 40], cheapest: 'b' },
    ]);
  });

  it('takes lines that cost nothing, 50 − 50, for what they are: lines', () => {
    expect(combinable(model([once('mail', 200)], [once('mail', 50), once('mail', -50)]))).toEqual([
      { workload: 'mail', costs: [200, 0], cheapest: 'b' },
    ]);
    expect(combinable(model([once('mail', 0)], []))).toEqual([{ workload: 'mail', costs: [0, null], cheapest: 'a' }]);
  });
});
