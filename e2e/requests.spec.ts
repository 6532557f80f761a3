import { readFile } from 'node:fs/promises';
import { expectAccessible } from './accessibility';
import { expect, listening, test } from './journey';
import { newestMail } from './mailbox';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

test('a visitor without scripts, on a phone, asks; an advisor releases; the file is downloaded; the request becomes an engagement in three clicks and is erased', async ({
  browser,
}) => {
  const plain = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } };
  const visitor = await (await browser.newContext(plain)).newPage();
  const email = 'vera.lund@norda.example';
  await visitor.goto('/');
  await visitor.getByRole('link', { name: 'Ask for the worksheet' }).first().click();
  await expect(visitor.getByLabel('Work e-mail')).toBeVisible();
  const opened = Date.now();

  // What is wrong is said at its field, and nothing typed is lost.
  await visitor.getByLabel('Name', { exact: true }).fill('Vera Lund');
  await visitor.getByLabel('Work e-mail').fill('vera.lund');
  await visitor.getByLabel('Organisation').fill('Norda Shipping');
  await visitor.getByLabel('Seats').selectOption('250-999');
  await visitor.getByRole('button', { name: 'Ask for the worksheet' }).click();
  await expect(visitor.getByText('This does not look like an e-mail address')).toBeVisible();
  await expect(visitor.getByText('Without this we may not keep your request')).toBeVisible();
  await expect(visitor.getByLabel('Organisation')).toHaveValue('Norda Shipping');
  await expect(visitor.getByLabel('Seats')).toHaveValue('250-999');

  await visitor.getByLabel('Work e-mail').fill(email);
  await visitor.getByLabel('Your role there').fill('CFO');
  await visitor.getByLabel('Kind of agreement').selectOption('ea');
  await visitor.getByLabel('It is renewed in').selectOption({ index: 8 });
  await visitor.getByLabel('What do you hope for?').fill('To know. <b>See</b> https://norda.example');
  await visitor.getByRole('checkbox').check();
  // Whoever is faster than a person is taken for a machine.
  await expect.poll(() => Date.now() - opened).toBeGreaterThan(3_500);
  await visitor.getByRole('button', { name: 'Ask for the worksheet' }).click();
  await expect(visitor.getByRole('heading', { name: 'Thank you' })).toBeVisible();

  const advisor = await (await browser.newContext()).newPage();
  await signInAs(advisor, 'Ines Halder');
  await advisor.getByRole('link', { name: 'Requests' }).click();
  const request = advisor.getByRole('article', { name: 'Vera Lund, Norda Shipping' });
  await expect(request.getByText('<b>See</b> https://norda.example')).toBeVisible();
  await expect(request.getByRole('link', { name: /norda/ })).toHaveCount(0);
  await expectAccessible(advisor);
  await request.getByRole('button', { name: 'Release' }).click();
  await expect(request).toHaveCount(0);
  await advisor.getByRole('link', { name: /^Released/ }).click();
  await expect(request.getByText('The mail is in the demo’s mailbox')).toBeVisible();

  const link = await (await newestMail(visitor, email)).link();
  await visitor.goto(link);
  expect(await visitor.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  const downloading = visitor.waitForEvent('download');
  await visitor.getByRole('button', { name: 'Download the worksheet' }).click();
  const file = await readFile(await (await downloading).path());
  expect(file.subarray(0, 2).toString()).toBe('PK');

  // Three clicks: make, create, there.
  await request.getByRole('link', { name: 'Make an engagement' }).click();
  await expect(advisor.getByLabel('Client', { exact: true })).toHaveValue('Norda Shipping');
  await expectAccessible(advisor);
  await advisor.getByRole('button', { name: 'Create the engagement' }).click();
  await advisor.waitForURL(/\/engagements\/[0-9a-f-]{36}\/offer$/);

  await visitor.goto(link);
  await visitor.getByRole('button', { name: 'Erase my request now' }).click();
  await expect(visitor.getByRole('heading', { name: 'Your request is erased' })).toBeVisible();
  await visitor.goto(link);
  await expect(visitor.getByText('This link opens nothing')).toBeVisible();
});

test('what anybody may read fits a phone and everybody, is found by searches, and the rest is not', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/', '/worksheet', '/privacy']) {
    const answer = await page.goto(path);
    expect(answer?.headers()['x-robots-tag']).toBeUndefined();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await expectAccessible(page);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('index, follow');
  }
  const picture = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect((await request.get(String(picture))).headers()['content-type']).toBe('image/png');
  expect(await (await request.get('/sitemap.xml')).text()).toContain('/worksheet</loc>');
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /engagements');
  const portal = await request.get('/sign-in');
  expect(portal.headers()['x-robots-tag']).toBe('noindex, nofollow');
  expect(await portal.text()).toContain('noindex');
});

test('a filled-in worksheet, dropped on its request, becomes an engagement in three clicks: client, people and figures carried over', async ({
  page,
}) => {
  await signInAs(page, 'Ines Halder');
  await importEngagement(page, 'On paper');
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Worksheet', exact: true }).click();
  const worksheet = await (await downloading).path();
  await page.goto('/requests');
  const request = page.getByRole('article', { name: /Judith Okonjo/ });
  await request.getByRole('link', { name: 'Make an engagement' }).click();
  const section = page.getByRole('region', { name: 'With their filled-in worksheet' });
  await listening(section.getByLabel('Invite Judith Okonjo'));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'worksheet.xlsx', mimeType: 'application/octet-stream', buffer: await readFile(worksheet) });
  await expect(section.getByText('Alternative “The rival”: 3 lines, the chosen one')).toBeVisible();
  await expect(section.getByLabel('Client')).toHaveValue('Harrowgate Insurance');
  await expectAccessible(page);
  await section.getByRole('button', { name: 'Import and read its line' }).click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}$/);
  // 36 × 100 = 3,600 nominal to stay; 36 × 60 + 290 = 2,450 to leave.
  await expect(page.getByText(/EUR 2\.45k/).first()).toBeVisible();
  await expect(page.getByText('Harrowgate Insurance').first()).toBeVisible();
  await page.getByRole('link', { name: 'People' }).click();
  await expect(page.getByText(/judith\.okonjo@/i).first()).toBeVisible();
});

test('several requests at once are declined together, on the oldest first', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await page.goto('/requests?state=spam');
  await expect(page.getByText('filled in the hidden field')).toBeVisible();
  await page.getByRole('link', { name: /^New/ }).click();
  await listening(page.getByRole('checkbox', { name: /Karin Solberg/ }));
  await page.getByRole('checkbox', { name: /Karin Solberg/ }).check();
  await page.getByRole('checkbox', { name: /Anders Lie/ }).check();
  await page
    .getByRole('region', { name: 'Several at once' })
    .getByLabel('Give them to')
    .selectOption({ label: 'Ines Halder' });
  await expect(page.getByText('Looked after by Ines Halder')).toHaveCount(2);
  await page.getByLabel('Note on Karin Solberg’s request').fill('Called back.');
  await page
    .getByRole('article', { name: /Karin Solberg/ })
    .getByRole('button', { name: 'Note' })
    .click();
  await page
    .getByRole('article', { name: /Karin Solberg/ })
    .getByText('What was done')
    .click();
  await expect(page.getByText('Called back.')).toBeVisible();
});
