import type { Page } from '@playwright/test';
import { listening } from './journey';

/** Looks for words in the portfolio, which other journeys may have filled by many pages. */
export async function find(page: Page, words: string): Promise<void> {
  const field = page.getByRole('searchbox', { name: 'Find' });
  await listening(field);
  await field.fill(words);
  await field.press('Enter');
}
