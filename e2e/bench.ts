import type { Locator, Page } from '@playwright/test';
import { expect } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

export const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible();
export const total = (page: Page, name: string) =>
  page
    .getByLabel('Totals')
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first();
export const cell = (page: Page, line: string, column: string): Locator =>
  page.getByRole('row', { name: new RegExp(line) }).locator(`[data-column=${column}]`);

/** Makes a cell the active one. A page that has only just come may not listen yet. */
export async function take(page: Page, line: string, column: string): Promise<void> {
  const wanted = cell(page, line, column);
  await expect(async () => {
    await wanted.click();
    await expect(wanted).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass();
}

export async function openAlternative(page: Page, client: string): Promise<string> {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, client);
  await page.goto(`${path}/alternative`);
  await expect(page.getByRole('grid')).toBeVisible();
  return path;
}
