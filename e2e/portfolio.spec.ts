import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { find } from './find';
import { expect, listening, test } from './journey';
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

/** The same over all pages of one order, however many other journeys have filled. */
async function shownOnAll(page: Page, order: string): Promise<string[]> {
  const clients: string[] = [];
  for (let number = 1; ; number++) {
    await page.goto(`/engagements?${order}&page=${number}`);
    clients.push(...(await shown(page)));
    if ((await page.getByRole('link', { name: 'Next' }).count()) === 0) return clients;
  }
}

test('the advisor’s portfolio holds every reading, in the order and with the columns they like', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await expect(page.getByRole('columnheader', { name: /Renewal/ })).toHaveAttribute('aria-sort', 'ascending');
  expect(await shownOnAll(page, 'sort=renewal')).toEqual([
    'Brackwater Borough Council',
    'Averna Industries',
    'Tessaro Logistics',
    'Helvia Clinics',
    'City of Munich',
  ]);
  const row = (client: string) => page.getByRole('row').filter({ hasText: client });
  for (const [client, reading] of [
    ['City of Munich', 'Walk'],
    ['Averna Industries', 'Press'],
    ['Brackwater', 'Sign'],
    ['Tessaro', 'Revisit'],
    ['Helvia', 'Incomplete'],
  ] as const) {
    await find(page, client);
    await expect(row(client).getByText(reading, { exact: true })).toBeVisible();
  }
  await find(page, 'Averna');
  await expect(row('Averna Industries')).toContainText('In force');
  await expect(row('Averna Industries')).toContainText('Ines Halder');
  await expectAccessible(page);

  await page.goto('/engagements');
  await page.getByRole('link', { name: 'Client', exact: true }).click();
  await expect(page).toHaveURL(/sort=client/);
  await expect(page.getByRole('columnheader', { name: /Client/ })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('link', { name: /^Client/ }).click();
  await expect(page.getByRole('columnheader', { name: /Client/ })).toHaveAttribute('aria-sort', 'descending');
  expect(await shownOnAll(page, 'sort=client')).toEqual(stories);
  expect(await shownOnAll(page, 'sort=client&down=1')).toEqual(stories.toReversed());
  await page.goto('/engagements');

  // Words stay out of the address, and go with the order.
  await find(page, 'munich');
  await expect.poll(() => shown(page)).toEqual(['City of Munich']);
  await expect(page).not.toHaveURL(/munich/);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(2);
  expect(file).toMatch(/^\ufeffClient,Role,.*Reading,Threshold,Outcome\r\n/);
  expect(file).toMatch(/City of Munich,advisor,.*,Walk,In force/);
  await page.goto('/engagements');

  const reading = page.getByLabel('Reading');
  await listening(reading);
  await reading.selectOption('press');
  await expect(page).toHaveURL(/reading=press/);
  await expect.poll(() => shown(page)).toEqual(['Averna Industries']);

  // A view of one's own, with its filter, and a column less.
  const views = page.getByRole('button', { name: 'Views' });
  await listening(views);
  await views.click();
  await page.getByLabel('Save this order and these filters as').fill('To press');
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(page.getByRole('status')).toHaveText('To press is saved.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Lead' }).click();
  await expect(page.getByRole('columnheader', { name: 'Lead' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/engagements');
  await expect(page.getByRole('columnheader', { name: 'Lead' })).toHaveCount(0);
  await listening(views);
  await views.click();
  await page.getByRole('link', { name: 'To press' }).click();
  await expect(page).toHaveURL(/reading=press/);

  // What needs one, and by keyboard into it.
  await page.goto('/engagements?sort=needs');
  const first = page.getByRole('rowheader').first().getByRole('link');
  await listening(first);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find' })).toBeFocused();
  await first.focus();
  await page.keyboard.press('PageDown');
  await expect(first).not.toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const second = page.getByRole('rowheader').nth(1).getByRole('link');
  await expect(second).toBeFocused();
  const address = await second.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address}$`));
});

test('a contributor and an observer see what the math says, and no reading', async ({ page }) => {
  await signInAs(page, 'Jonas Weber');
  expect(await shown(page)).toEqual(['Averna Industries', 'City of Munich']);
  const munich = page.getByRole('row').filter({ hasText: 'City of Munich' });
  await expect(munich).toContainText('The math favours leaving');
  await expect(munich).toContainText('Contributor');
  await expect(page.getByText(/^(Walk|Press|Sign|Revisit|Incomplete|In force|Stale)$/)).toHaveCount(0);
  await expect(page.getByLabel(/Reading|Threshold/)).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: /Reading|Threshold/ })).toHaveCount(0);
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
  await page.getByText('Order: Renewal, ascending').click();
  await page.getByRole('link', { name: /^Leverage/ }).click();
  await expect.poll(() => shown(page)).toEqual(['City of Munich', 'Averna Industries']);
});
