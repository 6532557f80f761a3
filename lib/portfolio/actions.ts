'use server';

import { askedPortfolio } from '@/lib/portfolio/asked';
import { portfolioPage } from '@/lib/portfolio/queries';
import { defineAction } from '@/lib/server/define-action';
import { todayIn } from '@/lib/server/today';

/** Looks for words: by an action, since an address would keep them. */
export const findEngagements = defineAction({
  input: askedPortfolio,
  may: () => 'self',
  run: ({ tx, actor, input }) => portfolioPage(tx, actor, input, todayIn),
  refresh: () => [],
});
