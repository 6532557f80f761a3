import { expectAccessible } from './accessibility';
import { cell, openAlternative, saved, take } from './bench';
import { expect, test } from './journey';
import { signInAs } from './sign-in';

test('a new line shows the fields of its kind, says its formula in words, and counts once it is complete', async ({
  page,
}) => {
  await openAlternative(page, 'New Line plc');
  await page.getByRole('button', { name: 'Add a line' }).click();
  const details = page.getByRole('complementary', { name: 'Details of the line' });
  await expect(details.getByText('Not complete yet')).toBeVisible();
  await details.getByLabel('Line', { exact: true }).fill('Consultants');
  await details.getByLabel('Category', { exact: true }).fill('migration');
  await details.getByLabel('Part', { exact: true }).selectOption('Switching');
  await details.getByLabel('Kind', { exact: true }).selectOption('One-time');
  await expect(details.getByLabel('Billed', { exact: true })).toHaveCount(0);
  await details.getByLabel('Quantity', { exact: true }).fill('20');
  await details.getByLabel('Likely', { exact: true }).fill('1.000,50');
  await details.getByLabel('Low', { exact: true }).fill('900');
  // Low has made a range of the certain figure: High is begun upon what it then holds.
  await details.getByLabel('High', { exact: true }).focus();
  await expect(details.getByLabel('High', { exact: true })).toHaveValue(/^1,?000\.5$/);
  await details.getByLabel('High', { exact: true }).fill('1 200');
  await details.getByLabel('From', { exact: true }).fill('Jan 2099');
  await details.getByLabel('Through', { exact: true }).fill('Jun 2099');
  await details.getByLabel('Source', { exact: true }).fill('Three offers');
  await expect(
    details.getByText(/^20 × 1,000\.5 \(between 900 and 1,200\), spread evenly over 6 months/),
  ).toBeVisible();
  await saved(page);
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await page.reload();
  await expect(cell(page, 'Consultants', 'high')).toHaveText('1,200');
});

test('the starter library says what to include and where figures come from, and adds lines without any', async ({
  page,
}) => {
  await openAlternative(page, 'From The Library plc');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Starter library' }).press('Enter');
  const library = page.getByRole('dialog', { name: 'Starter library' });
  await expect(library.getByLabel('Workload')).toBeFocused();
  await library.getByLabel('Workload').selectOption('Azure');
  await expect(library.getByText('The cost export by service', { exact: false })).toBeVisible();
  await expect(library.getByText(/up to 15 minutes a day.*TechRepublic.*2015/)).toBeVisible();
  await expect(library.getByRole('listitem').filter({ hasText: 'retraining' }).first()).toContainText('one line there');
  const sideways = await library.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(page);
  await library.getByRole('checkbox', { name: /^productivity dip/ }).press('Space');
  await library.getByRole('checkbox', { name: /^bridge/ }).press('Space');
  await library.getByRole('button', { name: 'Add 4 lines' }).press('Enter');
  await expect(page.getByText('4 lines not saved yet')).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  await take(page, 'Bridge, Azure', 'likely');
  await expect(cell(page, 'Bridge, Azure', 'workload')).toHaveText('Azure');
  await expect(cell(page, 'Bridge, Azure', 'likely')).toHaveText('Write a figure: a blank is not a zero');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await take(page, 'Bridge, Azure', 'quantity');
  await page.keyboard.type('300');
  await page.keyboard.press('Enter');
  await take(page, 'Bridge, Azure', 'ownerId');
  await page.keyboard.type('ines');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Bridge, Azure', 'ownerId')).toHaveText('Ines Halder');
  await expect(page.getByText('3 lines not saved yet')).toBeVisible();
  await page.reload();
  await expect(cell(page, 'Bridge, Azure', 'quantity')).toHaveText('300');
});

test('two people: what one writes appears with the other; two values of one cell are shown, and one is asked', async ({
  page,
  browser,
}) => {
  const path = await openAlternative(page, 'Two Browsers plc');
  const other = await (await browser.newContext()).newPage();
  await signInAs(other, 'Ines Halder');
  await other.goto(`${path}/alternative`);
  await take(other, 'Retraining', 'likely');
  await other.keyboard.type('95');
  await other.keyboard.press('Enter');
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('95');

  // Begun upon a value that the other replaces meanwhile.
  await take(page, 'Retraining', 'workload');
  await page.keyboard.type('minds');
  await take(other, 'Retraining', 'workload');
  await other.keyboard.type('people');
  await other.keyboard.press('Enter');
  await saved(other);
  await expect(cell(page, 'Retraining', 'range')).toBeVisible();
  await page.keyboard.press('Enter');
  await take(page, 'Retraining', 'workload');
  await expect(page.getByText(/changed Workload to people while you wrote minds\./)).toBeVisible();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('people');
  await saved(page);
  await other.context().close();
});

test('whoever hears of nothing is refused when stale, with the other’s value and name', async ({ page, browser }) => {
  await page.route('**/api/events/**', (route) => route.abort());
  const path = await openAlternative(page, 'Deaf Browser plc');
  const other = await (await browser.newContext()).newPage();
  await signInAs(other, 'Ines Halder');
  await other.goto(`${path}/alternative`);
  await take(other, 'Retraining', 'likely');
  await other.keyboard.type('95');
  await other.keyboard.press('Enter');
  await saved(other);

  // Another cell of the same line: theirs is taken in, mine is saved upon it.
  await take(page, 'Retraining', 'quantity');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('95');
  await saved(page);
  await expect(cell(other, 'Retraining', 'quantity')).toHaveText('2');

  await take(other, 'Retraining', 'likely');
  await other.keyboard.type('70');
  await other.keyboard.press('Enter');
  await saved(other);
  await take(page, 'Retraining', 'likely');
  await page.keyboard.type('80');
  await page.keyboard.press('Shift+Enter');
  await take(page, 'Retraining', 'likely');
  await expect(page.getByText('Ines Halder changed Likely to 70 while you wrote 80.')).toBeVisible();
  await expect(cell(other, 'Retraining', 'likely')).toHaveText('70');
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await saved(page);
  await expect(cell(other, 'Retraining', 'likely')).toHaveText('80');
  await other.context().close();
});

test('alternatives begin, are copied, renamed, chosen and removed', async ({ page }) => {
  await openAlternative(page, 'Alternatives plc');
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('The rival, cheaper');
  await dialog.getByRole('button', { name: 'Duplicate it' }).click();
  await expect(page.getByRole('grid', { name: 'Lines of The rival, cheaper' })).toBeVisible();
  await expect(cell(page, 'Moving the mail', 'likely')).toHaveText('200');
  await page.getByRole('button', { name: 'Choose as BATNA' }).click();
  await expect(page.getByRole('button', { name: /The rival, cheaper.*BATNA/ })).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByText('Choose another one first')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Rename', exact: true }).click();
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Name the alternative', { exact: true })).toBeVisible();
  await dialog.getByLabel('Name').fill('Cheapest');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /Cheapest/ })).toBeVisible();
});

test('it works on a phone, in the dark, and for screen readers', async ({ page }) => {
  await openAlternative(page, 'Small Screen plc');
  await expectAccessible(page);
  await take(page, 'Retraining', 'likely');
  await page.keyboard.press('Control+Enter');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await page.getByRole('button', { name: /Retraining/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Details of the line' });
  await dialog.getByLabel('Likely', { exact: true }).fill('120');
  await dialog.getByRole('button', { name: 'Close the details' }).click();
  await saved(page);
  await expect(page.getByRole('button', { name: /Retraining/ })).toContainText('EUR 121.55');
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test('a figure in another currency keeps its amount, its rate and where the rate is from', async ({ page }) => {
  await openAlternative(page, 'In Dollars plc');
  await take(page, 'Rival suite', 'likely');
  await page.keyboard.type('60 USD');
  await page.keyboard.press('Shift+Enter');
  await take(page, 'Rival suite', 'likely');
  await expect(page.getByRole('grid').getByText(/Written in USD, but this figure is in EUR/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const details = page.getByRole('complementary', { name: 'Details of the line' });
  await details.getByLabel('Likely', { exact: true }).fill('60');
  await details.getByLabel('Quoted in', { exact: true }).fill('usd');
  await details.getByLabel('Quoted in', { exact: true }).press('Enter');
  await expect(details.getByText('How much is one USD?')).toBeVisible();
  await details.getByLabel('Exchange rate', { exact: true }).fill('0,9125');
  await details.getByLabel('Rate of', { exact: true }).fill('2026-11-24');
  await details.getByLabel('Rate from', { exact: true }).fill('Central bank');
  await details.getByLabel('Unit', { exact: true }).fill('seat');
  await expect(details.getByText(/^1 seat × 54\.75 \(60 USD × 0\.9125\)/)).toBeVisible();
  await saved(page);
  await expect(cell(page, 'Rival suite', 'likely')).toHaveText('54.75');
  await details.getByLabel('Exchange rate', { exact: true }).fill('0.9');
  await details.getByLabel('Exchange rate', { exact: true }).press('Enter');
  await expect(cell(page, 'Rival suite', 'likely')).toHaveText('54');
  await saved(page);
});

test('alternatives stand side by side, and one is put together from them workload by workload', async ({ page }) => {
  await openAlternative(page, 'Side By Side plc');
  await take(page, 'Moving the mail', 'workload');
  await page.keyboard.type('mail');
  await page.keyboard.press('Enter');
  await saved(page);
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('The rival, cheaper');
  await page.getByRole('dialog').getByRole('button', { name: 'Duplicate it' }).click();
  await expect(page.getByRole('grid', { name: 'Lines of The rival, cheaper' })).toBeVisible();
  await take(page, 'Moving the mail', 'likely');
  await page.keyboard.type('50');
  await page.keyboard.press('Enter');
  await saved(page);

  const table = page.getByRole('table', { name: /All-in costs per workload/ });
  await expect(table.getByRole('row', { name: /^mail/ })).toContainText('202.58');
  await expect(table.getByRole('row', { name: /^mail/ })).toContainText('50.6');
  await page.getByLabel('Only what differs').check();
  await expect(table.getByRole('row', { name: /^Without/ })).toHaveCount(0);

  await page.getByRole('button', { name: 'Combine' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('mail from The rival, cheaper')).toBeChecked();
  await dialog.getByLabel('Name').fill('Best of both');
  await dialog.getByLabel('Without a workload from The rival', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Combine them' }).click();
  await expect(page.getByRole('grid', { name: 'Lines of Best of both' })).toBeVisible();
  await expect(cell(page, 'Moving the mail', 'likely')).toHaveText('50');
  await expectAccessible(page);
});
