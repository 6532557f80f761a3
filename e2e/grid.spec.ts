import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { cell, openAlternative, saved, take, total } from './bench';
import { expect, listening, test } from './journey';

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
  await expect(page.getByRole('grid').getByText('“ninety” is not a number')).toBeVisible();
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

/** Puts a rectangle on the clipboard of the active cell, as a spreadsheet does. */
async function pasteInto(page: Page, clipboard: { text: string; html?: string }): Promise<void> {
  await page.evaluate(({ text, html }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    if (html) clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, clipboard);
}

test('cells from a spreadsheet are looked at before they are pasted, and go back with one undo', async ({ page }) => {
  await openAlternative(page, 'From Excel plc');
  await take(page, 'Retraining', 'label');
  const rows = [
    ['Item', 'Category', 'Part', 'Qty', 'Unit price', 'Colour'],
    ['Consultants', 'migration', 'switching', '1.200', '54,75', 'red'],
    ['Helpdesk', 'support', 'run', 'about 20', '1.500,00', ''],
  ];
  await pasteInto(page, { text: rows.map((row) => row.join('\t')).join('\n') });
  const dialog = page.getByRole('dialog', { name: 'Paste cells' });
  await expect(dialog.getByText('2 lines added, one cell not read.')).toBeVisible();
  await expect(dialog.getByText('Row 3, Quantity: “about 20” is not a number')).toBeVisible();
  await expect(dialog.getByLabel('Column 6')).toHaveValue('');
  await dialog.getByLabel('Column 6').selectOption('Source');
  await expect(dialog.getByRole('cell', { name: '1,200' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await take(page, 'Retraining', 'label');
  await pasteInto(page, { text: rows.map((row) => row.join('\t')).join('\n') });
  await dialog.getByRole('button', { name: 'Paste 2 rows' }).click();
  await expect(cell(page, 'Consultants', 'quantity')).toHaveText('1,200');
  await expect(cell(page, 'Helpdesk', 'quantity')).toHaveText('about 20');
  await expect(page.getByText('One line not saved yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('row', { name: /Consultants/ })).toHaveCount(0);
  await saved(page);
});

test('a title above the headings is no line, merged cells move nothing, and one cell brings its number', async ({
  page,
}) => {
  await openAlternative(page, 'Merged plc');
  await take(page, 'Retraining', 'label');
  const cells = (row: string[]) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`;
  const rows = [
    '<tr><td colspan="3">Cost estimate 2027</td></tr>',
    cells(['Item', 'Category', 'Price']),
    '<tr><td>Consultants</td><td rowspan="2">migration</td><td>54,75</td></tr>',
    cells(['Travel', '1.500,00']),
  ];
  await pasteInto(page, { text: 'as a table', html: `<table>${rows.join('')}</table>` });
  const dialog = page.getByRole('dialog', { name: 'Paste cells' });
  await expect(dialog.getByText('2 lines added.')).toBeVisible();
  await expect(dialog.getByLabel('Row 2 holds headings, and what stands above it is no line')).toBeChecked();
  await expect(dialog.getByRole('row', { name: 'Travel migration 1,500' })).toBeVisible();
  await page.keyboard.press('Escape');

  await take(page, 'Rival suite', 'quantity');
  await pasteInto(page, { text: '1.234', html: '<table><tr><td sdval="1234">1.234</td></tr></table>' });
  await expect(cell(page, 'Rival suite', 'quantity')).toHaveText('1,234');

  await pasteInto(page, { text: 'a\n'.repeat(10_001) });
  await expect(dialog.getByText('10,000 can be pasted at once')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await saved(page);
});

test('in groups cells are pasted over the lines that are shown, and one cell into all that are selected', async ({
  page,
}) => {
  await openAlternative(page, 'In Groups plc');
  const own = (rows: string[]) =>
    `<table data-walk-position-cells>${rows.map((text) => `<tr><td>${text}</td></tr>`).join('')}</table>`;
  await take(page, 'Retraining', 'category');
  await pasteInto(page, { text: 'licences' });
  await page.getByLabel('Group by').selectOption('category');
  await take(page, 'Rival suite', 'workload');
  await pasteInto(page, { text: 'voice and chat', html: own(['voice', 'chat']) });
  await expect(cell(page, 'Rival suite', 'workload')).toHaveText('voice');
  await expect(cell(page, 'Retraining', 'workload')).toHaveText('chat');
  await expect(cell(page, 'Moving the mail', 'workload')).toHaveText('');

  await page.getByLabel('Group by').selectOption('');
  await take(page, 'Rival suite', 'workload');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await pasteInto(page, { text: 'one', html: own(['one']) });
  await expect(page.getByRole('grid').locator('td[data-column=workload]')).toHaveText(['one', 'one', 'one']);
  await saved(page);
});

test('a rectangle of our own is copied and pasted as it is, with the numbers behind it for a spreadsheet', async ({
  page,
}) => {
  await openAlternative(page, 'To Excel plc');
  await take(page, 'Moving the mail', 'likely');
  await page.keyboard.press('Shift+ArrowDown');
  const copied = await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }),
    );
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
  });
  expect(copied.text).toBe('200\n90');
  expect(copied.html).toContain('sdval="200"');
  await take(page, 'Rival suite', 'likely');
  await pasteInto(page, copied);
  await expect(cell(page, 'Rival suite', 'likely')).toHaveText('200');
  await expect(cell(page, 'Moving the mail', 'likely')).toHaveText('90');
  await saved(page);
});

test('lines are duplicated, moved, grouped with their sums, and go to another alternative', async ({ page }) => {
  await openAlternative(page, 'In Order plc');
  const labels = page.getByRole('grid').locator('td[data-column=label]');
  await take(page, 'Retraining', 'label');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(labels).toHaveText(['Rival suite', 'Retraining', 'Moving the mail']);
  await page.getByRole('button', { name: 'Duplicate the line' }).click();
  await expect(labels).toHaveText(['Rival suite', 'Retraining', 'Retraining, copy', 'Moving the mail']);
  await saved(page);
  await page.reload();
  await expect(labels).toHaveText(['Rival suite', 'Retraining', 'Retraining, copy', 'Moving the mail']);
  await take(page, 'Rival suite', 'label');

  await page.getByLabel('Group by').selectOption('category');
  const group = page.getByRole('row', { name: /^retraining 2/ });
  await expect(group).toContainText('182.3');
  await group.getByRole('button').click();
  await expect(page.getByRole('row', { name: /Retraining, copy/ })).toHaveCount(0);
  await page.getByLabel('Group by').selectOption('');

  await page.getByRole('button', { name: 'New alternative' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Another way');
  await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
  await expect(page.getByText('There is no line yet')).toBeVisible();
  await page
    .getByRole('list', { name: 'Alternatives' })
    .getByRole('button', { name: /The rival/ })
    .click();
  await take(page, 'Retraining, copy', 'label');
  await page.getByLabel('Move the line to another alternative').selectOption('Another way');
  await expect(labels).toHaveText(['Rival suite', 'Retraining', 'Moving the mail']);
  await saved(page);
  await page
    .getByRole('list', { name: 'Alternatives' })
    .getByRole('button', { name: /Another way/ })
    .click();
  await expect(labels).toHaveText(['Retraining, copy']);
});

test('what is typed while the portal cannot be reached is kept, and sent when it can', async ({ page, context }) => {
  await openAlternative(page, 'Offline plc');
  await take(page, 'Retraining', 'likely');
  await context.setOffline(true);
  await page.keyboard.type('111');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/The portal cannot be reached\. One line kept here/)).toBeVisible();
  await context.setOffline(false);
  await saved(page);

  // A page that is lost with something unsent brings it back.
  await page.route('**/alternative*', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await take(page, 'Retraining', 'likely');
  await page.keyboard.type('222');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/kept here/)).toBeVisible();
  await page.reload();
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('222');
  await page.unroute('**/alternative*');
  await saved(page);
  await page.reload();
  await expect(cell(page, 'Retraining', 'likely')).toHaveText('222');
});

test('the columns one chooses stay chosen', async ({ page }) => {
  const path = await openAlternative(page, 'Columns plc');
  const head = page.getByRole('columnheader', { name: 'Basis', exact: true });
  await expect(head).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  const kept = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('checkbox', { name: 'Basis', exact: true }).uncheck();
  await expect(head).toHaveCount(0);
  await kept;
  await page.goto(`${path}/alternative`);
  await expect(head).toHaveCount(0);
  await listening(page.getByRole('button', { name: 'Columns' }));
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Basis', exact: true }).check();
  await expect(head).toBeVisible();
});
