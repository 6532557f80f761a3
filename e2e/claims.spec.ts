import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

test('claims are entered, contradict each other, are held against the honest figure and set against their line', async ({
  page,
}) => {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, 'Claims of our own');
  await page.goto(`${path}/claims`);
  await expect(page.getByText('No claim yet.')).toBeVisible();

  // What is wrong is said at its field, and nothing typed is lost.
  await page.getByRole('button', { name: 'Enter a claim' }).click();
  await page.getByLabel('What they said').fill('Moving the mail alone is a thousand.');
  await page.getByLabel('They claim, EUR').fill('about a thousand');
  await page.getByRole('button', { name: 'Enter the claim' }).click();
  await expect(page.getByText('Who said it?', { exact: true })).toBeVisible();
  await expect(page.getByText('Write an amount such as')).toBeVisible();
  await expect(page.getByLabel('What they said')).toHaveValue('Moving the mail alone is a thousand.');

  await page.getByLabel('Who said it').fill('Account executive');
  await page.getByLabel('They claim, EUR').fill('1.000,00');
  await page.getByLabel('Our honest figure, EUR').fill('200');
  await page.getByLabel('The line it speaks of').selectOption({ label: 'Moving the mail · The rival' });
  // Nor is it while the portal cannot be reached.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Enter the claim' }).click();
  await expect(page.getByText('The portal could not be reached.')).toBeVisible();
  await expect(page.getByLabel('Who said it')).toHaveValue('Account executive');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Enter the claim' }).click();
  await expect(page.getByRole('article', { name: /Account executive/ })).toBeVisible();

  // The same thing at another figure: they stand together, and the highest counts once. 1,000 − 200 = 800.
  await page.getByRole('button', { name: 'Enter a claim' }).click();
  await page.getByLabel('What they said').fill('The mail is five hundred, with quick savings.');
  await page.getByLabel('Who said it').fill('Specialist');
  await page.getByLabel('They claim, EUR').fill('500');
  await page.getByLabel('The line it speaks of').selectOption({ label: 'Moving the mail · The rival' });
  await page.getByRole('button', { name: 'Enter the claim' }).click();
  await expect(page.getByText('They contradict themselves: 2 figures about Moving the mail.')).toBeVisible();
  await expect(page.getByRole('row', { name: /In EUR/ })).toContainText('800');
  await expectAccessible(page);

  // Set against its line, the claim is what Microsoft's version reckons with.
  const first = page.getByRole('article', { name: /Account executive/ });
  await first.getByRole('button', { name: /Set it against/ }).click();
  await expect(first.getByText('Stands against “Moving the mail” in Microsoft’s version')).toBeVisible();

  await first.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Verdict').selectOption('manufactured');
  await page.getByLabel('Our calm answer').fill('Two hundred, by three quotes.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(first).toContainText('manufactured');
  await expect(first).toContainText('Two hundred, by three quotes.');

  await page
    .getByRole('article', { name: /Specialist/ })
    .getByRole('button', { name: 'Remove' })
    .click();
  await expect(page.getByText(/They contradict themselves/)).toHaveCount(0);
});

test('two people at one claim: the later one reads what the other wrote before anything is replaced', async ({
  browser,
}) => {
  const one = await (await browser.newContext()).newPage();
  const other = await (await browser.newContext()).newPage();
  await signInAs(one, 'Ines Halder');
  const path = await importEngagement(one, 'Claims at once');
  await one.goto(`${path}/claims`);
  await one.getByRole('button', { name: 'Enter a claim' }).click();
  await one.getByLabel('What they said').fill('It takes three years.');
  await one.getByLabel('Who said it').fill('Architect');
  await one.getByLabel('They claim, months').fill('36');
  await one.getByRole('button', { name: 'Enter the claim' }).click();
  await expect(one.getByRole('article')).toBeVisible();

  await signInAs(other, 'Ines Halder');
  await other.goto(`${path}/claims`);
  await other.getByRole('button', { name: 'Edit' }).click();
  await one.getByRole('button', { name: 'Edit' }).click();
  await one.getByLabel('What they said').fill('It takes two years.');
  await one.getByRole('button', { name: 'Save' }).click();
  await expect(one.getByText('“It takes two years.”')).toBeVisible();

  await other.getByLabel('Our calm answer').fill('Nine months.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('It now says: “It takes two years.”')).toBeVisible();
  await expect(other.getByLabel('Our calm answer')).toHaveValue('Nine months.');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByText('Nine months.')).toBeVisible();
});

test('an observer reads the register on a phone, and can change nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Sofia Duarte');
  await page.getByRole('link', { name: /Averna/ }).click();
  await page.getByRole('link', { name: 'Claims', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'What the narrative is worth' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Enter|Edit|Remove/ })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectAccessible(page);
});
