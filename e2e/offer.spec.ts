import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { cell, total } from './bench';
import { expect, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

async function openOffer(page: Page, client: string): Promise<string> {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, client);
  await page.goto(`${path}/offer`);
  await expect(page.getByRole('grid')).toBeVisible();
  return path;
}

test('terms that compound are entered once, and the totals follow', async ({ page }) => {
  await openOffer(page, 'Compounding plc');
  await expect(total(page, 'Nominal')).toHaveText('EUR 3,600.00');
  await page.getByLabel('Term, in months').fill('12');
  await page.getByLabel('Uplift at renewal').fill('10');
  // 12 × (100 + 110 + 121), before anything has been entered.
  await expect(total(page, 'Nominal')).toHaveText('EUR 3,972.00');
  await page.getByLabel('Uplift at renewal').press('Enter');
  await page.getByLabel('Term, in months').focus();
  await page.getByLabel('Name', { exact: true }).focus();
  await expect(page.getByText('Saving …')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Uplift at renewal')).toHaveValue('10 %');
  await expect(total(page, 'Nominal')).toHaveText('EUR 3,972.00');
});

test('the next offer starts as a copy of the last, and both stand in order of arrival', async ({ page }) => {
  await openOffer(page, 'Second Round plc');
  await page.getByRole('button', { name: 'The next offer' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(dialog.getByText('Name the offer')).toBeVisible();
  await dialog.getByLabel('Name').fill('After the call');
  await dialog.getByLabel('Received').fill('2026-11-20');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('button', { name: /2 · After the call.*20 Nov 2026.*On the table/ })).toBeVisible();
  await cell(page, 'Suite', 'likely').click();
  await page.keyboard.type('90');
  await page.keyboard.press('Enter');
  await expect(total(page, 'Nominal')).toHaveText('EUR 3,240.00');
  await expect(page.getByText('All changes saved')).toBeVisible();
  await page.getByRole('button', { name: /1 · First offer/ }).click();
  await expect(total(page, 'Nominal')).toHaveText('EUR 3,600.00');
  await expectAccessible(page);
});

test('each clause says what it costs, and a switch takes it out; two offers say what they moved', async ({ page }) => {
  await openOffer(page, 'Clauses plc');
  await page.getByLabel('Term, in months').fill('12');
  await page.getByLabel('Uplift at renewal').fill('10');
  await page.getByLabel('Uplift at renewal').press('Enter');
  const compounds = page.getByRole('region', { name: 'What compounds' });
  await compounds.getByRole('switch', { name: /Renewal uplift/ }).uncheck();
  await expect(compounds.getByRole('status')).toContainText('Without renewal uplift the offer costs EUR 3,224.');

  await page.getByRole('button', { name: 'The next offer' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Second offer');
  await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByRole('grid', { name: 'Lines of Second offer' })).toBeVisible();
  await cell(page, 'Suite', 'likely').click();
  await page.keyboard.type('90');
  await page.keyboard.press('Enter');
  const moved = page.getByRole('table', { name: /Line by line/ });
  await expect(moved.getByRole('row', { name: /Suite/ })).toContainText('Likely: 100 → 90');
  await expect(
    page.getByRole('table', { name: /Terms and costs/ }).getByRole('row', { name: /All-in cost/ }),
  ).toContainText('−');
  await expectAccessible(page);
});

test('whoever may not write offers reads them', async ({ page }) => {
  await signInAs(page, 'Jonas Weber');
  await page
    .getByRole('table')
    .getByRole('link', { name: /Averna|Munich/ })
    .first()
    .click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}$/);
  await page.getByRole('link', { name: 'Offer', exact: true }).click();
  await expect(page.getByRole('grid')).toHaveAttribute('aria-readonly', 'true');
  await expect(page.getByRole('button', { name: 'Add a line' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'The next offer' })).toHaveCount(0);
  await page.getByRole('grid').locator('td').first().click();
  await page.keyboard.type('9');
  await expect(page.getByRole('grid').locator('input')).toHaveCount(0);
});
