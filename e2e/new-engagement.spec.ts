import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseModelJson } from '@/lib/model-file/parse';
import { contentOf } from '@/lib/worksheet/content';
import { placesOf } from '@/lib/worksheet/places';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';
import { changed } from '@/lib/worksheet/testing/zip';
import { expectAccessible } from './accessibility';
import { find } from './find';
import { expect, test } from './journey';
import { importEngagement, smallModel } from './own-engagement';
import { signInAs } from './sign-in';

const engagementPage = /\/engagements\/[0-9a-f-]{36}$/;

const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function openNew(page: Page) {
  await signInAs(page, 'Ines Halder');
  await page.getByRole('link', { name: 'New engagement' }).click();
  await expect(page.getByRole('heading', { name: 'New engagement' })).toBeVisible();
}

const byForm = (page: Page) => page.getByRole('region', { name: 'With a short form' });
const byFile = (page: Page) => page.getByRole('region', { name: 'From a model file or a worksheet' });

/** Drops a file as a mouse does. */
async function drop(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName, { type: 'application/json' }));
      return data;
    },
    [name, text] as const,
  );
  await page
    .locator('label', { hasText: 'Drop a model file or a worksheet here' })
    .dispatchEvent('drop', { dataTransfer: transfer });
}

test('the short form names each wrong field and keeps what was typed, then starts an engagement', async ({ page }) => {
  await openNew(page);
  const form = byForm(page);
  await form.getByLabel('Client').fill('Ostwind Foods');
  await form.getByLabel('Currency').fill('EURO');
  await form.getByLabel('Horizon, in months').fill('121');
  await form.getByLabel('Discount rate, in percent').fill('8,25');
  await form.getByRole('button', { name: 'Create the engagement' }).click();

  await expect(form.getByLabel('Currency')).toHaveAccessibleDescription(/ISO 4217/);
  await expect(form.getByLabel('Horizon, in months')).toHaveAccessibleDescription(/at most 120/);
  await expect(form.getByLabel('Renewal date')).toHaveAccessibleDescription(/Choose the day/);
  await expect(form.getByLabel('Renewal date')).toBeFocused();
  await expect(form.getByLabel('First alternative')).toHaveAccessibleDescription(/Name the alternative/);
  await expect(form.getByLabel('Client')).toHaveValue('Ostwind Foods');
  await expect(form.getByLabel('Currency')).toHaveValue('EURO');
  await expect(form.getByLabel('Discount rate, in percent')).toHaveValue('8,25');
  await expectAccessible(page);

  await form.getByLabel('Currency').fill('eur');
  await form.getByLabel('Horizon, in months').fill('48');
  await form.getByLabel('Renewal date').fill('2099-03-31');
  await form.getByLabel('First alternative').fill('A competitor’s suite');
  await form.getByRole('button', { name: 'Create the engagement' }).click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}\/offer$/);

  await page.goto('/engagements');
  await find(page, 'Ostwind');
  const row = page.getByRole('row').filter({ hasText: 'Ostwind Foods' });
  await expect(row).toContainText('31 Mar 2099');
  await expect(row).toContainText('Incomplete');
});

test('a file that is no model is refused by name, with the path inside it; nothing is imported', async ({ page }) => {
  await openNew(page);
  const section = byFile(page);
  const alert = section.getByRole('alert');

  await drop(page, 'broken.json', '{"format": ');
  await expect(alert).toContainText('broken.json could not be read as it is');
  await expect(alert).toContainText('line 1');

  const misspelt = { ...smallModel, discountrate: 0.08, discountRate: undefined };
  await drop(page, 'misspelt.json', JSON.stringify(misspelt));
  await expect(alert).toContainText('discountrate');
  await expect(alert).toContainText('did you mean “discountRate”?');

  const [line] = smallModel.offer.lines;
  const wrong = {
    ...smallModel,
    offer: { ...smallModel.offer, lines: [{ ...line, unitCost: { low: 3, likely: 2, high: 4 } }] },
  };
  await drop(page, 'wrong.json', JSON.stringify(wrong));
  await expect(alert).toContainText('offer.lines[0].unitCost');
  await expect(alert).toContainText('low ≤ likely ≤ high');
  await expectAccessible(page);

  const large = { name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(8 * 1024 * 1024 + 1, ' ') };
  await page.locator('input[type=file]').setInputFiles(large);
  await expect(alert).toContainText('8 MB at most');
  await expect(section.getByRole('button', { name: /Import/ })).toHaveCount(0);
});

test('a model file is dropped in, read, and leaves again byte for byte', async ({ page }) => {
  await openNew(page);
  const section = byFile(page);
  await drop(page, 'a-client-of-mine.json', JSON.stringify(smallModel));
  await expect(section.getByText('Alternative “The rival”: 3 lines, the chosen one')).toBeVisible();
  await expect(section.getByLabel('Client')).toHaveValue('a client of mine');

  await section.getByLabel('Client').fill('');
  await section.getByRole('button', { name: 'Import and read its line' }).click();
  await expect(section.getByLabel('Client')).toHaveAccessibleDescription(/Whose deal is this/);
  await section.getByLabel('Client').fill('Dropped in');
  await section.getByRole('button', { name: 'Import and read its line' }).click();
  await page.waitForURL(engagementPage);
  // 36 × 100 = 3,600 nominal to stay; 36 × 60 + 290 = 2,450 to leave.
  await expect(page.getByText(/EUR 3\.60?k/).first()).toBeVisible();
  await expect(page.getByText(/EUR 2\.45k/).first()).toBeVisible();

  const first = await exported(page);
  await page.goto('/engagements/new');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('input[type=file]').press('Enter'),
  ]);
  await chooser.setFiles(file('again.walk-position.json', first));
  await expect(byFile(page).getByLabel('Client')).toHaveValue('again');
  await byFile(page).getByLabel('Client').press('Enter');
  await page.waitForURL(engagementPage);
  expect(await exported(page)).toBe(first);
});

async function exported(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download model file' }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('a worksheet leaves, is worked on, comes back with what could not be read named by its cell, and is imported', async ({
  page,
}) => {
  await openNew(page);
  await importEngagement(page, 'On a worksheet');
  const bytes = await downloaded(page, 'Worksheet');
  expect((await downloaded(page, 'Worksheet as PDF')).subarray(0, 5).toString()).toBe('%PDF-');

  // Somebody writes words where the quantity of the first offer line belongs.
  const parsed = parseModelJson(smallModel);
  if (!parsed.ok) throw new Error('the small model is none');
  const { offer } = placesOf(contentOf(parsed.model, '')).tables;
  const quantity = `${offer.letter('quantity')}${offer.first}`;
  const spoilt = await changed(new Uint8Array(bytes), (name, text) =>
    name === 'xl/worksheets/sheet3.xml'
      ? text.replace(
          new RegExp(`<c r="${quantity}"([^>]*)><v>1</v></c>`),
          `<c r="${quantity}"$1 t="inlineStr"><is><t>a few</t></is></c>`,
        )
      : text,
  );

  await page.goto('/engagements/new');
  const section = byFile(page);
  const chooser = page.locator('input[type=file]');
  await expect(section.getByText('Drop a model file or a worksheet here')).toBeVisible();
  const drop = (buffer: Uint8Array, name = 'worksheet.xlsx') =>
    chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) });
  await drop(new TextEncoder().encode('no spreadsheet'));
  await expect(section.getByRole('alert')).toContainText('This is no spreadsheet');

  await drop(spoilt);
  await expect(section.getByRole('alert')).toContainText(`Deal!${quantity}: “a few” is not a number`);
  await expect(section.getByText('Offer “First offer”: 0 lines')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Import without them' })).toBeVisible();
  await expectAccessible(page);

  await drop(new Uint8Array(bytes));
  await expect(section.getByText('Alternative “The rival”: 3 lines, the chosen one')).toBeVisible();
  await expect(section.getByRole('alert')).toHaveCount(0);
  await expect(section.getByLabel('Client')).toHaveValue('On a worksheet');
  await section.getByRole('button', { name: 'Import and read its line' }).click();
  await page.waitForURL(engagementPage);
  await expect(page.getByText(/EUR 2\.45k/).first()).toBeVisible();
});

async function downloaded(page: Page, name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

test('the model file of whoever may not see the threshold has none, and is the same otherwise', async ({ browser }) => {
  const texts: string[] = [];
  for (const name of ['Marta Lindqvist', 'Jonas Weber', 'Sofia Duarte']) {
    const page = await browser.newPage();
    await signInAs(page, name);
    await page.getByRole('link', { name: 'City of Munich' }).click();
    await page.waitForURL(engagementPage);
    texts.push(await exported(page));
    const worksheet = await readWorksheet(new Uint8Array(await downloaded(page, 'Worksheet')));
    expect(worksheet.model?.threshold?.amount).toBe(name === 'Marta Lindqvist' ? 29_927_000 : undefined);
    await page.close();
  }
  const [executive = '', contributor, observer] = texts;
  expect(executive).toContain('"threshold": {\n  "amount": 29927000\n }');
  expect(contributor).toBe(executive.replace(/,\n "threshold": \{[^}]*\}/, ''));
  expect(observer).toBe(contributor);
});

test('whoever may not start engagements finds no page for it', async ({ page }) => {
  await signInAs(page, 'Marta Lindqvist');
  await expect(page.getByRole('link', { name: 'New engagement' })).toHaveCount(0);
  expect((await page.goto('/engagements/new'))?.status()).toBe(404);
});
