import type { Locator, Page } from '@playwright/test';
import { expect, listening, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

/** Goes to a control as somebody without a mouse does: Tab by Tab, from wherever the focus is. */
async function reach(page: Page, control: Locator): Promise<void> {
  await listening(control);
  for (let presses = 0; presses < 250; presses++) {
    if (await control.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not get there.');
}

async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control);
  await page.keyboard.press('Enter');
}

async function write(page: Page, field: Locator, text: string): Promise<void> {
  await reach(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

const roomOf = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

test('an afternoon at the workbench without a mouse: a line, its talk, an alternative, an offer and a claim', async ({
  page,
}) => {
  await signInAs(page, 'Ines Halder');
  await page.goto(await importEngagement(page, 'Without a mouse'));

  // The alternative: into the grid, to a cell, a figure, the details of the line and back to where one was.
  await press(page, roomOf(page, 'Alternative'));
  const grid = page.getByRole('grid', { name: 'Lines of The rival' });
  await reach(page, grid.locator('td[tabindex="0"]'));
  const likely = grid.getByRole('row', { name: /Moving the mail/ }).locator('[data-column=likely]');
  await page.keyboard.press('ArrowDown');
  while (!(await likely.evaluate((node) => node === document.activeElement))) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('250');
  await page.keyboard.press('Enter');
  await expect(likely).toHaveText('250');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Control+Enter');
  const details = page.getByRole('complementary', { name: 'Details of the line' });
  await write(page, details.getByLabel('Begin a thread'), 'Three quotes say 250.');
  await page.keyboard.press('Control+Enter');
  await expect(details.getByText('Three quotes say 250.')).toBeVisible();
  await press(page, details.getByRole('button', { name: 'Add a link' }));
  await write(page, details.getByLabel('Address'), 'https://supplier.example/quote/250');
  await page.keyboard.press('Enter');
  await expect(details.getByText('leads to supplier.example')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toHaveCount(0);
  await expect(likely).toBeFocused();

  // Another alternative, from this one, and chosen.
  await press(page, page.getByRole('button', { name: 'Duplicate', exact: true }).first());
  await write(page, page.getByRole('dialog').getByLabel('Name'), 'The rival, later');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'Lines of The rival, later' })).toBeVisible();
  await press(page, page.getByRole('button', { name: 'Choose as BATNA' }));
  await expect(page.getByRole('button', { name: /The rival, later.*BATNA/ })).toBeVisible();

  // The next offer, and what a clause of it costs.
  await press(page, roomOf(page, 'Offer'));
  await press(page, page.getByRole('button', { name: 'The next offer' }));
  await write(page, page.getByRole('dialog').getByLabel('Name'), 'After the call');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /2 · After the call/ })).toBeVisible();
  await write(page, page.getByLabel('Uplift at renewal'), '5');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Uplift at renewal')).toHaveValue('5 %');

  // A claim, with a choice made by its letters.
  await press(page, roomOf(page, 'Claims'));
  await press(page, page.getByRole('button', { name: 'Enter a claim' }));
  await write(page, page.getByLabel('What they said'), 'Moving the mail is a thousand.');
  await write(page, page.getByLabel('Who said it'), 'Account executive');
  await write(page, page.getByLabel('They claim, EUR'), '1000');
  await reach(page, page.getByLabel('The line it speaks of'));
  await page.keyboard.type('Moving the mail');
  await press(page, page.getByRole('button', { name: 'Enter the claim' }));
  await expect(page.getByRole('article', { name: /Account executive/ })).toContainText('Moving the mail');
});
