import { expectAccessible } from './accessibility';
import { expect, listening, test } from './journey';

test('what is due from one is the first page after signing in, and leads to its row; by mail as often as one likes', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: /Ines Halder/ }).click();
  await page.waitForURL('**/today');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  const due = page.getByRole('main').getByRole('listitem').getByRole('link');
  await expect(due.first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await due.first().click();
  await expect(page).toHaveURL(/\/(engagements|requests)\/[0-9a-f-]{36}/);

  await page.goto('/account');
  const weekly = page.getByRole('radio', { name: 'On Mondays' });
  await listening(weekly);
  await weekly.check();
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(weekly).toBeChecked();
  const off = page.getByRole('radio', { name: 'Off' });
  await listening(off);
  await off.check();
  await expect(page.getByText('Saved.')).toBeVisible();
});
