import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { advisorOfOwn, newcomerIn } from './newcomer';
import { signInAs } from './sign-in';

const pdf = Buffer.from('%PDF-1.7\nThree quotes for moving the mail.\n%%EOF');

async function openLine(page: Page, engagement: string, line: string) {
  await page.goto(`${engagement}/alternative`);
  await page.getByRole('button', { name: `Details of ${line}` }).click();
  return page.getByRole('complementary', { name: 'Details of the line' });
}

test('a line gets its evidence, which is saved, read, and taken away by whoever may', async ({ browser }) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  const { newcomer: contributor } = await newcomerIn(browser, advisor, engagement);
  const details = await openLine(contributor, engagement, 'Moving the mail');

  // What is no evidence is named with its reason; the rest arrives.
  await details.getByLabel('Add files').setInputFiles([
    { name: 'quotes.pdf', mimeType: 'application/pdf', buffer: pdf },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') },
  ]);
  await expect(details.getByRole('link', { name: 'quotes.pdf' })).toBeVisible();
  await expect(details.getByText('page.html: This kind of file is not taken')).toBeVisible();
  await details.getByRole('button', { name: 'Add a link' }).click();
  await details.getByLabel('Address').fill('javascript:alert(1)');
  await details.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(details.getByText('Write a whole address that begins with https://')).toBeVisible();
  await expect(details.getByLabel('Address')).toHaveValue('javascript:alert(1)');
  await details.getByLabel('Address').fill('https://supplier.example/quote/12');
  await details.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(details.getByText('leads to supplier.example')).toBeVisible();
  await expectAccessible(contributor);

  // The file comes back as it went, to be saved and never shown as a page.
  const link = details.getByRole('link', { name: 'quotes.pdf' });
  const answer = await contributor.request.get((await link.getAttribute('href')) ?? '');
  expect(Buffer.compare(await answer.body(), pdf)).toBe(0);
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(answer.headers()['content-security-policy']).toContain('sandbox');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');

  // An advisor may take it away, and sees first what goes.
  const ours = await openLine(advisor, engagement, 'Moving the mail');
  await ours.getByRole('button', { name: 'Take away quotes.pdf' }).click();
  await advisor.getByRole('button', { name: 'Take it away' }).click();
  await expect(ours.getByRole('link', { name: 'quotes.pdf' })).toHaveCount(0);
  // Whoever has the page open sees it go; the address leads nowhere any more.
  await expect(link).toHaveCount(0);
  expect((await contributor.request.get(answer.url())).status()).toBe(404);
});

test('somebody else reviews a line; the review falls away when its figures change, not when it is renamed', async ({
  browser,
}) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  const { newcomer: contributor, name } = await newcomerIn(browser, advisor, engagement);
  const own = await openLine(advisor, engagement, 'Moving the mail');
  await expect(own.getByRole('button', { name: 'I have reviewed this line' })).toHaveCount(0);

  const details = await openLine(contributor, engagement, 'Moving the mail');
  await details.getByRole('button', { name: 'I have reviewed this line' }).click();
  await expect(details.getByText('Reviewed', { exact: true })).toBeVisible();
  await expect(own.getByText(`Reviewed, by ${name}`)).toBeVisible();

  await own.getByLabel('Line', { exact: true }).fill('Moving all mail');
  await own.getByLabel('Line', { exact: true }).press('Enter');
  await expect(contributor.getByRole('heading', { name: 'Moving all mail' })).toBeVisible();
  await expect(details.getByText('Reviewed', { exact: true })).toBeVisible();
  await own.getByLabel('Quantity').fill('2');
  await own.getByLabel('Quantity').press('Enter');
  await expect(details.getByText('Changed since its review')).toBeVisible();

  // The rest of an afternoon's work, listed before it is done.
  await contributor.getByRole('button', { name: 'Review all unchanged since…' }).click();
  const dialog = contributor.getByRole('dialog');
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  await dialog.getByRole('checkbox', { name: /Retraining/ }).uncheck();
  await expectAccessible(contributor);
  await dialog.getByRole('button', { name: 'Review these 2 lines' }).click();
  await expect(contributor.getByText('2 of 3 lines reviewed')).toBeVisible();
});

test('an observer reads evidence and talk, and adds to neither', async ({ page }) => {
  await signInAs(page, 'Sofia Duarte');
  await page.getByRole('link', { name: 'Averna Industries', exact: true }).click();
  await page.getByRole('link', { name: 'Claims', exact: true }).click();
  await page.getByText('Evidence and talk').first().click();
  await expect(page.getByText('Both quotes are for the same scope')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add|^Comment|^Take away/ })).toHaveCount(0);
  await expect(page.getByLabel('Add files')).toHaveCount(0);
});

test('an alternative says how much of it is grounded, and a claim carries its evidence, on a phone', async ({
  browser,
}) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  await advisor.setViewportSize({ width: 390, height: 844 });
  await advisor.goto(`${engagement}/alternative`);
  await advisor.getByText('0.0 % grounded').click();
  await expect(advisor.getByRole('list', { name: 'What is not grounded' })).toContainText(
    'says nothing of what it rests on',
  );
  expect(await advisor.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await advisor.goto(`${engagement}/plan`);
  await advisor.getByText('Evidence and talk').first().click();
  await advisor.getByRole('button', { name: 'Add a note' }).click();
  await advisor.getByLabel('What it rests on').fill('The supplier said so.');
  await advisor.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(advisor.getByText('The supplier said so.')).toBeVisible();
  expect(await advisor.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectAccessible(advisor);
});
