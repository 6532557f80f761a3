import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { signInAs } from './sign-in';

test('an advisor sees across their deals that preparation moved offers, and opens one of them from the picture', async ({
  page,
}) => {
  await signInAs(page, 'Ines Halder');
  await page.getByRole('link', { name: 'Outcomes' }).click();
  await expect(page.getByText(/With four or more pillars real at T−3 the offer fell by 24 %/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Norwick Rail/ })).toContainText('6 of 6, credible');
  await expect(page.getByRole('row', { name: /Merrow University/ })).toContainText('1 yielded');
  await expectAccessible(page);
  const mark = page.getByRole('link', { name: 'Ostra Glass: 6 of 6 pillars real, the offer fell by 31.6 %, signed' });
  await mark.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Outcome');
  await expect(page.getByText('Signed', { exact: true })).toBeVisible();
  await expect(page.getByText('Honoured: we did what we had said')).toBeVisible();
  await expect(page.getByText('It fell by 31.6 %')).toBeVisible();
  await expectAccessible(page);
});

test('on a phone the deals are a list, and a deal that goes on says how it stands', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Marta Lindqvist');
  await page.goto('/outcomes');
  await expect(page.getByText('No deal has ended that you may see the outcome of.')).toBeVisible();
  await page.getByRole('link', { name: 'Your engagements' }).click();
  await page.getByRole('link', { name: 'Averna Industries', exact: true }).click();
  await page.getByRole('link', { name: 'Outcome', exact: true }).click();
  await expect(page.getByText('This deal has not ended. So far:')).toBeVisible();
  await expect(page.getByText('It fell by 26 %')).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('a contributor has no outcome room, and is told of no outcome', async ({ page }) => {
  await signInAs(page, 'Jonas Weber');
  await expect(page.getByRole('link', { name: 'Outcomes' })).toHaveCount(0);
  await page.goto('/outcomes');
  await expect(page.getByText('No deal has ended that you may see the outcome of.')).toBeVisible();
  await page.goto('/engagements');
  await page.getByRole('link', { name: 'Averna Industries', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Plan', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Outcome', exact: true })).toHaveCount(0);
});
