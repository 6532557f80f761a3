import { z } from 'zod';
import type { PortfolioRow } from '@/lib/engagements/view';
import type { Verdict } from '@/lib/model/types';
import { levels } from '@/lib/readiness/level';

export const portfolioColumns = ['client', 'renewal', 'leverage', 'reading', 'readiness'] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];

/** How a portfolio is asked for, as its address says it. What the address says wrong is as if it said nothing. */
export type PortfolioOrder = { readonly sort: PortfolioColumn; readonly down: boolean; readonly find: string };

const query = z.object({
  sort: z.enum(portfolioColumns).catch('renewal'),
  down: z.literal('1').optional().catch(undefined),
  find: z.string().trim().max(120).catch(''),
});

export function portfolioOrder(search: Record<string, string | string[] | undefined>): PortfolioOrder {
  const { sort, down, find } = query.parse(search);
  return { sort, down: down === '1', find };
}

/** The rows whose client holds every word looked for, in the order asked for; what has no value comes last. */
export function orderPortfolio(rows: readonly PortfolioRow[], { sort, down, find }: PortfolioOrder): PortfolioRow[] {
  const words = find.toLocaleLowerCase('en').split(/\s+/);
  return rows
    .filter(({ client }) => words.every((word) => client.toLocaleLowerCase('en').includes(word)))
    .sort((a, b) => {
      const [one, other] = [keyOf(a, sort), keyOf(b, sort)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byClient(a, b);
      const order = typeof one === 'string' ? one.localeCompare(String(other), 'en') : one - Number(other);
      return (down ? -order : order) || byClient(a, b);
    });
}

const byClient = (a: PortfolioRow, b: PortfolioRow) => a.client.localeCompare(b.client, 'en') || (a.id < b.id ? -1 : 1);

/** From what needs somebody most to what can wait. */
const urgency: readonly Verdict[] = ['walk', 'revisit', 'press', 'sign', 'incomplete'];

function keyOf(row: PortfolioRow, column: PortfolioColumn): string | number | null {
  switch (column) {
    case 'client':
      return row.client;
    case 'renewal':
      return row.daysLeft < 0 ? null : row.daysLeft;
    case 'leverage':
      return row.leverageShare;
    case 'readiness':
      return levels.indexOf(row.level);
    case 'reading':
      return row.reading === undefined ? null : urgency.indexOf(row.reading);
  }
}
