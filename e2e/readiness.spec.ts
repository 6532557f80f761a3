import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

test('a new engagement holds; what is missing is mended from the room, and the days of the deal are laid out', async ({
  page,
}) => {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, 'Readiness of our own');
  await page.goto(`${path}/readiness`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hold: none of six are real.');
  await expect(page.getByText('Do not raise the walk.')).toBeVisible();
  await expect(page.getByText('its weakest link, which is leadership')).toBeVisible();

  // The very row to mend.
  const ranged = page.locator('#criterion-A2');
  await expect(ranged).toContainText('3 of 3 lines have no range, and rest on neither contract nor quote');
  await ranged.getByRole('link', { name: 'Moving the mail' }).click();
  await expect(page).toHaveURL(/alternative\?alternative=rival&line=/);
  await page.goBack();

  // A category that does not apply needs somebody to say why.
  await expect(page.locator('#criterion-S1')).toContainText('7 of 9 standard categories have neither');
  await page.getByRole('button', { name: /^Say why it does not apply.*data transfer/ }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Why does it not apply?')).toBeVisible();
  await page.getByLabel('Why data transfer does not apply').fill('Nothing leaves the house.');
  await page.keyboard.press('Enter');
  await expect(page.locator('#criterion-S1')).toContainText('6 of 9 standard categories');

  await page.getByRole('button', { name: 'Lay out the usual milestones' }).click();
  const milestone = (label: string) =>
    page.locator('li[id^="milestone-"]').filter({ has: page.getByText(label, { exact: true }) });
  const pilot = milestone('Pilot');
  // Nine months before 30 June 2099.
  await expect(pilot).toContainText('30 Sep 2098');

  await pilot.getByRole('button', { name: /^Move/ }).click();
  await page.getByLabel('To which day').fill('2098-10-15');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByText('Why does it move?')).toBeVisible();
  await page.getByLabel('Why it moves').fill('The works council meets later.');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(pilot).toContainText('Moved from 30 Sep 2098: The works council meets later.');

  await pilot.getByRole('button', { name: /^Done/ }).click();
  await page.getByLabel('What shows that it is done').fill('Report of the pilot.');
  await page.getByRole('button', { name: 'It is done' }).click();
  await expect(pilot).toContainText('Report of the pilot. (Ines Halder)');

  // What is not done moves with the renewal: best offer, two months before it.
  await page.getByLabel('Renewal: the agreement ends').fill('2099-09-30');
  await page.getByLabel('Last day for notice').fill('2099-06-30');
  await page.getByRole('button', { name: 'Set the days' }).click();
  await expect(milestone('Best offer')).toContainText('30 Jul 2099');
  await expect(page.locator('#criterion-T1')).toContainText('The expiry of Microsoft’s quote is not set.');

  // The picture with the keyboard alone: from the decision to the renewal, and what is chosen is told.
  await page.getByRole('button', { name: /30 Aug 2099, Decision/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('figure').getByText('30 Sep 2099 · Renewal')).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('figure').getByText('31 Dec 2099 · Microsoft’s quarter end')).toBeVisible();
  await expectAccessible(page);
});

test('an observer learns on a phone how leadership’s pillar stands, and nothing more of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Sofia Duarte');
  await page.getByRole('link', { name: /Averna/ }).click();
  await page.getByRole('link', { name: 'To readiness' }).click();
  const leadership = page.getByRole('article', { name: 'Leadership' });
  await expect(leadership).toContainText('real');
  await expect(leadership).toContainText('Why it stands so is not shown to your role.');
  await expect(page.getByText(/Threshold|first reading|approved/)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Done|Move|Remove|Lay out/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'How the pillars moved' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectAccessible(page);
});

test('leadership sees how the level moved, and why its own pillar stands', async ({ page }) => {
  await signInAs(page, 'Marta Lindqvist');
  await page.getByRole('link', { name: 'Averna Industries', exact: true }).click();
  await page.getByRole('link', { name: 'To readiness' }).click();
  await expect(page.getByRole('article', { name: 'Leadership' })).toContainText('Leadership has approved');
  await expect(page.getByRole('heading', { name: 'How the level moved' })).toBeVisible();
  await expect(page.locator('li[id^="milestone-"]').getByText('Threshold approved', { exact: true })).toBeVisible();
});

test('a calendar is read by its secret address until the address is taken back', async ({ page, request }) => {
  await signInAs(page, 'Paul Okafor');
  await page.goto('/account');
  await page.getByRole('button', { name: 'Make an address' }).click();
  const address = await page.getByLabel('Put this address into your calendar now').inputValue();
  const calendar = await request.get(address);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  const text = await calendar.text();
  expect(text).toContain('SUMMARY:Averna Industries: Renewal');
  expect(text).not.toMatch(/threshold|reading|EUR|million/i);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take the address back' }).click();
  await expect(page.getByRole('button', { name: 'Make an address' })).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
