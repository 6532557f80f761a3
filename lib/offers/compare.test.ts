import { describe, expect, it } from 'vitest';
import type { OfferRecord } from '@/lib/engagements/record';
import type { Line, Model } from '@/lib/model/types';
import { compareOffers } from '@/lib/offers/compare';

const about = { currency: 'EUR', renewalDate: '2027-07-01', horizonMonths: 12 };
const line = (id: string, price: number): Line => ({
  id,
  label: `Line ${id}`,
  category: 'licences',
  kind: 'recurring',
  quantity: 10,
  unitCost: { low: price, likely: price, high: price },
  per: 'month',
  billed: 'monthly',
  start: 0,
  end: 12,
  escalator: 0,
  heldUntil: 0,
  growth: 0,
});
const offer = (number: number, lines: Line[], more: Partial<OfferRecord> = {}): OfferRecord => ({
  id: `offer ${number}`,
  number,
  label: `Offer ${number}`,
  receivedOn: null,
  expiresOn: null,
  source: '',
  termMonths: 36,
  renewalUplift: 0.09,
  version: 1,
  lines: lines.map((own) => ({
    id: `${number} ${own.id}`,
    version: 1,
    line: own,
    unit: null,
    quote: null,
    basis: null,
    basisOn: null,
    ownerId: null,
    source: '',
  })),
  ...more,
});
const model: Model = {
  ...about,
  discountRate: 0,
  correlation: 0.2,
  offer: { label: '', termMonths: 36, renewalUplift: 0, lines: [] },
  alternatives: [],
};

describe('two offers compared', () => {
  const first = offer(1, [line('a', 5), line('b', 3), line('c', 1)]);
  const second = offer(2, [line('a', 4), line('b', 3), line('d', 2)], {
    renewalUplift: 0.05,
    receivedOn: '2027-03-01',
  });
  const compared = compareOffers(first, second, model, about);

  it('line by line: 10 × 5 × 12 became 10 × 4 × 12, one went, one came', () => {
    expect(compared.lines).toMatchObject([
      { key: 'a', what: 'changed', before: 600, after: 480, fields: [{ name: 'Likely', before: '5', after: '4' }] },
      { key: 'b', what: 'same', before: 360, after: 360, fields: [] },
      { key: 'd', what: 'new', before: null, after: 240 },
      { key: 'c', what: 'gone', before: 120, after: null },
    ]);
  });

  it('all-in: 600 + 360 + 120 became 480 + 360 + 240', () => {
    expect(compared.costs[0]).toEqual({ name: 'All-in cost', before: 1080, after: 1080 });
  });

  it('term by term', () => {
    expect(compared.terms).toEqual([
      { name: 'Received', before: '', after: '1 Mar 2027' },
      { name: 'Expires', before: '', after: '' },
      { name: 'Term, in months', before: '36', after: '36' },
      { name: 'Uplift at renewal', before: '9 %', after: '5 %' },
    ]);
  });
});

describe('what they moved adds up', () => {
  const longer = { ...about, horizonMonths: 48 };
  const long = { ...model, horizonMonths: 48 };
  const held = (id: string, price: number): Line => ({ ...line(id, price), start: 0, end: 48 }) as Line;
  const support: Line = {
    id: 'support',
    label: 'Support',
    category: 'support',
    kind: 'percent',
    rate: { low: 0.1, likely: 0.1, high: 0.1 },
    of: ['licences'],
    start: 0,
    end: 48,
  };
  const shortened: Line = { ...line('c', 1), id: 'c' };
  const first = offer(1, [held('a', 5), held('b', 3), support, shortened]);
  const second = offer(2, [held('a', 4), held('b', 3), support, shortened], { renewalUplift: 0.05 });
  const { lines, costs } = compareOffers(first, second, long, longer);

  it('a line moved by nothing but the uplift is named: 10 × 3 × 12 × (0.05 − 0.09) = −14.40', () => {
    const moved = lines.find(({ key }) => key === 'b');
    expect(moved).toMatchObject({ what: 'through terms', fields: [] });
    expect((moved?.after ?? 0) - (moved?.before ?? 0)).toBeCloseTo(-14.4, 6);
  });

  it('so is a share of lines that moved, and what moved by neither stays', () => {
    expect(lines.map(({ key, what }) => [key, what])).toEqual([
      ['a', 'changed'],
      ['b', 'through terms'],
      ['support', 'through others'],
      ['c', 'same'],
    ]);
  });

  it('the lines that moved sum to what the offer moved', () => {
    const sum = lines
      .filter(({ what }) => what !== 'same')
      .reduce((total, { before, after }) => total + (after ?? 0) - (before ?? 0), 0);
    const [allIn] = costs;
    expect(sum).not.toBe(0);
    expect(sum).toBeCloseTo((allIn?.after ?? 0) - (allIn?.before ?? 0), 6);
  });
});
