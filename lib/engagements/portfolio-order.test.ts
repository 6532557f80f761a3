import { describe, expect, it } from 'vitest';
import { orderPortfolio, portfolioOrder } from './portfolio-order';
import type { PortfolioRow } from './view';

const row = (client: string, rest: Partial<PortfolioRow> = {}): PortfolioRow => ({
  id: client,
  client,
  role: 'advisor',
  archived: false,
  currency: 'EUR',
  renewalDate: '2027-06-30',
  daysLeft: 100,
  offer: null,
  alternative: null,
  leverage: null,
  leverageShare: null,
  level: 'forming',
  ...rest,
});

const rows = [
  row('Averna', { daysLeft: 217, leverageShare: 0.05, reading: 'press' }),
  row('Brackwater', { daysLeft: 126, leverageShare: -0.17, reading: 'sign' }),
  row('Munich', { daysLeft: -8000, leverageShare: 0.33, reading: 'walk' }),
  row('helvia', { daysLeft: 401, reading: 'incomplete' }),
  row('Öresund', { daysLeft: 0, leverageShare: 0.01 }),
];
const ordered = (search: Record<string, string>) =>
  orderPortfolio(rows, portfolioOrder(search)).map(({ client }) => client);

describe('the order of a portfolio', () => {
  it('is by renewal, the next one first and what has passed last', () => {
    expect(ordered({})).toEqual(['Öresund', 'Brackwater', 'Averna', 'helvia', 'Munich']);
  });

  it('turned round still keeps what has no renewal ahead last', () => {
    expect(ordered({ down: '1' })).toEqual(['helvia', 'Averna', 'Brackwater', 'Öresund', 'Munich']);
  });

  it('by client knows no capitals and places an Ö beside the O', () => {
    expect(ordered({ sort: 'client' })).toEqual(['Averna', 'Brackwater', 'helvia', 'Munich', 'Öresund']);
  });

  it('by leverage compares shares of the offer, since currencies differ', () => {
    expect(ordered({ sort: 'leverage', down: '1' })).toEqual(['Munich', 'Averna', 'Öresund', 'Brackwater', 'helvia']);
  });

  it('by reading puts first what needs somebody', () => {
    expect(ordered({ sort: 'reading' })).toEqual(['Munich', 'Averna', 'Brackwater', 'helvia', 'Öresund']);
  });

  it('by readiness puts first what holds least', () => {
    const two = [row('Ready', { level: 'credible' }), row('Bare', { level: 'hollow' }), row('Between')];
    const order = orderPortfolio(two, portfolioOrder({ sort: 'readiness' }));
    expect(order.map(({ client }) => client)).toEqual(['Bare', 'Between', 'Ready']);
  });

  it('finds clients by every word looked for, in any case', () => {
    expect(ordered({ find: ' AVER ' })).toEqual(['Averna']);
    expect(ordered({ find: 'r a' })).toEqual(['Brackwater', 'Averna']);
    expect(ordered({ find: 'nobody' })).toEqual([]);
  });

  it('takes an address that says something else as if it said nothing', () => {
    const odd = { sort: 'threshold', down: 'yes', find: ['a', 'b'] };
    expect(portfolioOrder(odd)).toEqual({ sort: 'renewal', down: false, find: '' });
  });
});
