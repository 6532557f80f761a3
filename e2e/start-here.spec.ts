import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { find } from './find';
import { expect, test } from './journey';
import { importEngagement, smallModel } from './own-engagement';

/** Writes into a cell of the grid, with the keyboard, without finishing. */
async function type(page: Page, row: string, cell: string, figure: string) {
  await page.getByRole('row').filter({ hasText: row }).getByRole('gridcell', { name: cell }).nth(1).click();
  await page.keyboard.type(figure);
}

test('a stranger starts here: the Munich case, a figure that moves the reading, a model of one’s own', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await expect(page.getByText('New here? Be Ines Halder')).toBeVisible();
  await page.getByRole('button', { name: /Ines Halder/ }).click();
  await page.getByRole('link', { name: 'Engagements', exact: true }).click();
  // Other journeys have filled the page: whoever has many engagements looks for one by its name.
  await find(page, 'Munich');
  await page.getByRole('link', { name: 'City of Munich', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText('Leaving is the right decision');
  await expect(page.getByText('own figures say leave, Microsoft’s version says stay')).toBeVisible();
  // 60.6 − 22.8 million.
  await expect(page.getByText('They differ by EUR 37.8M')).toBeVisible();
  await expect(page.getByRole('link', { name: /The city’s comparison/ })).toHaveAttribute('href', /itworld\.com/);

  // 13 million more for LiMux, 35.8 against 34.1: the reading turns while one types; nothing is kept.
  await page.getByRole('link', { name: 'Alternative', exact: true }).click();
  const reading = page.getByRole('status', { name: 'Reading' });
  await expect(reading).toContainText('Walk');
  await type(page, 'Staff, training', '22,526,868', '35526868');
  await expect(reading).toContainText('Revisit');
  await page.keyboard.press('Escape');
  await expect(reading).toContainText('Walk');
  await expectAccessible(page);

  const path = await importEngagement(page, 'A stranger’s own');
  // 36 × 100 to stay, 36 × 60 + 290 to leave, at 8 %.
  await expect(page.getByText('say leave').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${path}/alternative`);
  await expect(page.getByRole('status', { name: 'Reading' })).toContainText('The math favours leaving.');
  await expect(page.getByRole('row')).toHaveCount(1 + smallModel.alternatives.flatMap(({ lines }) => lines).length);
});
