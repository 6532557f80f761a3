import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

const saved = (page: Page) => expect(page.getByText('All changes saved')).toBeVisible();
const total = (page: Page, name: string) =>
  page
    .getByLabel('Totals')
    .locator('div', { has: page.getByText(name, { exact: true }) })
    .locator('dd')
    .first();
const cell = (page: Page, line: string, column: string): Locator =>
  page.getByRole('row', { name: new RegExp(line) }).locator(`[data-column=${column}]`);

/** Makes a cell the active one. A page that has only just come may not listen yet. */
async function take(page: Page, line: string, column: string): Promise<void> {
  const wanted = cell(page, line, column);
  await expect(async () => {
    await wanted.click();
    await expect(wanted).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass();
}

async function openAlternative(page: Page, client: string): Promise<string> {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, client);
  await page.goto(`${path}/alternative`);
  await expect(page.getByRole('grid')).toBeVisible();
  return path;
}

test('a figure that is typed moves the totals at once, is saved, and the line says the same', async ({ page }) => {
  const path = await openAlternative(page, 'Typed Figures plc');
  await expect(total(page, 'Leverage')).toHaveText('EUR 996.23');
  await take(page, 'Moving the mail', 'likely');
  await page.keyboard.type('5000');
  // Nothing has been entered yet: the totals follow the keys.
  await expect(total(page, 'Leverage')).toHaveText('−EUR 3,865.80');
  await page.keyboard.press('Enter');
  await saved(page);
  await expect(cell(page, 'Moving the mail', 'cost')).toHaveText('5,064.62');
  const allIn = await total(page, 'All-in cost').textContent();

  await expect(page.getByText('The math favours staying.')).toBeVisible();
  await page.getByRole('link', { name: 'The line' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/stay/i);
  await page.goto(`${path}/alternative`);
  await expect(total(page, 'All-in cost')).toHaveText(allIn ?? '');
});

test('with the keyboard alone: move, type, select, fill down, clear, undo and redo', async ({ page }) => {
  await openAlternative(page, 'Keyboard Only plc');
  await take(page, 'Rival suite', 'label');
  await page.keyboard.press('ArrowDown');
  await expect(cell(page, 'Moving the mail', 'label')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(cell(page, 'Moving the mail', 'label')).toBeFocused();

  // F2 edits what is there, Escape leaves it.
  await page.keyboard.press('F2');
  await page.keyboard.type(', all of it');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Moving the mail', 'label')).toHaveText('Moving the mail');

  await cell(page, 'Moving the mail', 'workload').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('mail');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Retraining', 'workload')).toBeFocused();

  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Escape');
  await cell(page, 'Moving the mail', 'workload').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(cell(page, 'Retraining', 'workload')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+d');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('mail');

  await page.keyboard.press('Delete');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('mail');
  await page.keyboard.press('Control+z');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('');
  await page.keyboard.press('Control+Shift+z');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('mail');
  await saved(page);
  await page.reload();
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('mail');
});

test('a text that is no number stays at its cell with the reason, and nothing of it is counted', async ({ page }) => {
  await openAlternative(page, 'Not A Number plc');
  const before = await total(page, 'All-in cost').textContent();
  await take(page, 'Retraining', 'likely');
  await page.keyboard.type('ninety');
  await page.keyboard.press('Shift+Enter');
  await take(page, 'Retraining', 'likely');
  await expect(page.getByText('“ninety” is not a number')).toBeVisible();
  await expect(cell(page, 'Retraining', 'likely')).toContainText('ninety');
  await expect(total(page, 'All-in cost')).toHaveText(before ?? '');
  await page.keyboard.type('1.234,5');
  await page.keyboard.press('Enter');
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('1,234.5');
  await saved(page);
});

test('1.234 is read as one and a bit, and the other reading is one click away', async ({ page }) => {
  await openAlternative(page, 'Two Readings plc');
  await take(page, 'Rival suite', 'quantity');
  await page.keyboard.type('1.234');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Quantity was read as 1.234.')).toBeVisible();
  await page.getByRole('button', { name: 'It is 1,234' }).click();
  await expect(cell(page, 'Rival suite', 'quantity')).toHaveText('1,234');
  await saved(page);
});

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

test('two people at one cell: both values are shown, and one is asked', async ({ page, browser }) => {
  const path = await openAlternative(page, 'Two Browsers plc');
  const other = await (await browser.newContext()).newPage();
  await signInAs(other, 'Ines Halder');
  await other.goto(`${path}/alternative`);
  await take(other, 'Retraining', 'likely');
  await other.keyboard.type('95');
  await other.keyboard.press('Enter');
  await saved(other);

  await take(page, 'Retraining', 'quantity');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  // Another cell of the same line: theirs is taken in, mine is saved upon it.
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('95');
  await saved(page);

  await other.reload();
  await take(other, 'Retraining', 'label');
  await other.keyboard.type('Training');
  await other.keyboard.press('Enter');
  await saved(other);
  await take(page, 'Retraining', 'label');
  await page.keyboard.type('Courses');
  await page.keyboard.press('Enter');
  await page.locator('[data-column=label]', { hasText: 'Courses' }).click();
  await expect(page.getByText('Ines Halder changed Line to Training while you wrote Courses.')).toBeVisible();
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(page.locator('[data-column=label]', { hasText: 'Training' })).toBeVisible();
  await saved(page);
  await other.context().close();
});

test('alternatives begin, are copied, renamed, chosen and removed', async ({ page }) => {
  await openAlternative(page, 'Alternatives plc');
  await page.getByRole('button', { name: 'Duplicate' }).click();
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
  await page.getByRole('button', { name: 'Rename' }).click();
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Name the alternative')).toBeVisible();
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
