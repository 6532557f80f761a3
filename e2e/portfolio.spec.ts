import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { signInAs } from './sign-in';

const stories = [
  'Averna Industries',
  'Brackwater Borough Council',
  'City of Munich',
  'Helvia Clinics',
  'Tessaro Logistics',
];

/** The demo's own engagements in the order shown, whatever other journeys have added. */
async function shown(page: Page): Promise<string[]> {
  const clients = await page.getByRole('rowheader').allInnerTexts();
  return clients.filter((client) => stories.includes(client));
}

test('the advisor’s portfolio holds every reading, and is put in order by its headings', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await expect(page.getByRole('columnheader', { name: /Renewal/ })).toHaveAttribute('aria-sort', 'ascending');
  expect(await shown(page)).toEqual([
    'Brackwater Borough Council',
    'Averna Industries',
    'Tessaro Logistics',
    'Helvia Clinics',
    'City of Munich',
  ]);
  const readingOf = (client: string) => page.getByRole('row').filter({ hasText: client }).getByRole('cell').nth(4);
  await expect(readingOf('City of Munich')).toContainText('Walk');
  await expect(readingOf('Averna Industries')).toContainText('Press');
  await expect(readingOf('Brackwater')).toContainText('Sign');
  await expect(readingOf('Tessaro')).toContainText('Revisit');
  await expect(readingOf('Helvia')).toContainText('Incomplete');
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Client', exact: true }).click();
  await expect(page).toHaveURL(/sort=client/);
  await expect.poll(() => shown(page)).toEqual(stories);
  await page.getByRole('link', { name: /^Client/ }).click();
  await expect.poll(() => shown(page)).toEqual(stories.toReversed());
});

test('a contributor and an observer see what the math says, and no reading', async ({ page }) => {
  await signInAs(page, 'Jonas Weber');
  expect(await shown(page)).toEqual(['Averna Industries', 'City of Munich']);
  const munich = page.getByRole('row').filter({ hasText: 'City of Munich' });
  await expect(munich).toContainText('The math favours leaving');
  await expect(munich).toContainText('Contributor');
  await expect(page.getByText(/^(Walk|Press|Sign|Revisit|Incomplete)$/)).toHaveCount(0);
});

test('the administrator of the portal is shown no engagement', async ({ page }) => {
  await signInAs(page, 'Ruth Tanaka');
  await expect(page.getByText('You are not a member of any engagement yet.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('on a phone the portfolio is a list of cards that never scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Marta Lindqvist');
  await expect(page.getByRole('link', { name: 'Averna Industries' })).toBeVisible();
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Leverage/ }).click();
  await expect.poll(() => shown(page)).toEqual(['City of Munich', 'Averna Industries']);
});
