import { z } from 'zod';
import { plainText } from '@/lib/format/plain-text';
import { searchWords } from '@/lib/format/search-words';
import type { Verdict } from '@/lib/model/types';
import { levels } from '@/lib/readiness/level';

export const portfolioSorts = [
  'needs',
  'client',
  'renewal',
  'offer',
  'alternative',
  'leverage',
  'reading',
  'readiness',
  'threshold',
  'due',
  'lead',
] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

/** From what needs somebody most to what can wait. */
export const verdicts = ['walk', 'revisit', 'press', 'sign', 'incomplete'] as const satisfies readonly Verdict[];

export const thresholdStates = [
  'none',
  'drafted',
  'proposed',
  'approved',
  'stale',
  'declined',
  'withdrawn',
  'superseded',
] as const;
export type ThresholdState = (typeof thresholdStates)[number];

/** What is shown at once: an advisor’s forty on one page. */
export const pageSize = 50;

const filters = {
  reading: z.enum(verdicts).optional(),
  level: z.enum(levels).optional(),
  state: z.enum(thresholdStates).optional(),
  archived: z.boolean(),
};

/** What a search is asked with, once the address has said the rest. Words are never in an address. */
export const askedPortfolio = z.strictObject({
  ...filters,
  sort: z.enum(portfolioSorts),
  down: z.boolean(),
  /** From 1. */
  page: z.int().min(1).max(10_000),
  words: plainText(120),
});
export type AskedPortfolio = z.output<typeof askedPortfolio>;

const address = z.object({
  sort: z.enum(portfolioSorts).catch('renewal'),
  down: z.literal('1').optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  reading: filters.reading.catch(undefined),
  level: filters.level.catch(undefined),
  state: filters.state.catch(undefined),
  archived: z.string().optional().catch(undefined),
});

/** How a portfolio is asked for, as its address says it. What the address says wrong is as if it said nothing. */
export function askedBy(search: Readonly<Record<string, string | string[] | undefined>>): AskedPortfolio {
  const { down, archived, ...rest } = address.parse(search);
  return { ...rest, down: down === '1', archived: archived !== undefined, words: '' };
}

/** The address's query of what is asked: all but the words, and nothing that goes without saying. */
export function queryOf(asked: AskedPortfolio): Record<string, string> {
  return {
    ...(asked.sort !== 'renewal' && { sort: asked.sort }),
    ...(asked.down && { down: '1' }),
    ...(asked.page > 1 && { page: String(asked.page) }),
    ...(asked.reading && { reading: asked.reading }),
    ...(asked.level && { level: asked.level }),
    ...(asked.state && { state: asked.state }),
    ...(asked.archived && { archived: '1' }),
  };
}

/** The words looked for, as PostgreSQL is asked for each: letters and digits alone, and whatever begins so. */
export function searchTerms(words: string): string[] {
  return searchWords(words).map((word) => `${word}:*`);
}
