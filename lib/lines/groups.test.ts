import { describe, expect, it } from 'vitest';
import { benchOf } from '@/lib/lines/bench';
import { groupCosts } from '@/lib/lines/groups';
import type { Line, Model } from '@/lib/model/types';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 12 };
const once = (id: string, workload: string, amount: number): Line => ({
  id,
  label: id,
  category: 'migration',
  workload,
  part: 'switching',
  kind: 'one-time',
  quantity: 1,
  unitCost: { low: amount, likely: amount, high: amount },
  start: 0,
  end: 1,
});
const contingency: Line = {
  id: 'c',
  label: 'Contingency',
  category: 'contingency',
  part: 'switching',
  kind: 'percent',
  rate: { low: 0.1, likely: 0.1, high: 0.1 },
  of: ['migration'],
  start: 0,
  end: 12,
};
const model: Model = {
  ...about,
  discountRate: 0,
  correlation: 0.2,
  offer: { label: '', termMonths: 36, renewalUplift: 0, lines: [] },
  alternatives: [],
};

describe('groups of lines', () => {
  it('cost what their lines cost together; a share rests on all of the side: 10 % of 100 + 50 + 30', () => {
    const lines = [once('a', 'mail', 100), once('b', 'mail', 50), once('d', 'files', 30), contingency].map((line) => ({
      id: line.id,
      version: 1,
      line,
      unit: null,
      quote: null,
      basis: null,
      basisOn: null,
      ownerId: null,
      source: '',
    }));
    const bench = benchOf(about, [{ kind: 'alternative', id: 'alt', lines }]);
    const [side] = bench.sides;
    if (!side) throw new Error('no side');
    expect([...groupCosts('workload', side, about, model)]).toEqual([
      ['mail', 150],
      ['files', 30],
      ['', 18],
    ]);
    expect([...groupCosts('part', side, about, model)]).toEqual([['switching', 198]]);
  });
});
