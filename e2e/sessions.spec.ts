import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, listening, test } from './journey';
import { newestMail } from './mailbox';
import { advisorOfOwn, newcomerIn } from './newcomer';

let advisor: Page;
let engagement: string;

test.beforeAll(async ({ browser }) => {
  ({ advisor, engagement } = await advisorOfOwn(browser));
});

// Long journeys: time for a machine that does other things as well.
test.beforeEach(() => test.slow());

test('one’s browsers are listed with device and use, and each is signed out at once', async ({ browser }) => {
  const { newcomer: laptop, email } = await newcomerIn(browser, advisor, engagement);
  const phone = await (
    await browser.newContext({
      viewport: { width: 390, height: 844 },
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    })
  ).newPage();
  const { count } = await newestMail(laptop, email);
  await phone.goto('/sign-in?next=/account');
  await phone.getByLabel('E-mail address').fill(email);
  await phone.getByRole('button', { name: 'Send me a link' }).click();
  await phone.waitForURL('**/sign-in/check');
  const link = await (await newestMail(laptop, email, { after: count })).link();
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Sign in' }).click();
  await phone.waitForURL('**/account');
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await laptop.goto('/account');
  await expect(laptop.getByText('Safari on iPhone')).toBeVisible();
  await expect(laptop.getByText(/this browser/)).toBeVisible();
  await laptop.getByRole('button', { name: 'Sign out Safari on iPhone' }).click();
  await expect(laptop.getByText('Safari on iPhone')).toBeHidden();
  await phone.goto('/account');
  await phone.waitForURL(/\/sign-in\?next=/);

  await phone.goto(link);
  await expect(phone.getByText('This link has been used, or has run out')).toBeVisible();

  await laptop.getByRole('button', { name: 'Sign out everywhere' }).click();
  await laptop.waitForURL('**/sign-in');
  await laptop.goto('/engagements');
  await laptop.waitForURL(/\/sign-in\?next=/);
});

test('a changed role holds at the next click, under a new token; the old one opens nothing', async ({ browser }) => {
  const { newcomer, name } = await newcomerIn(browser, advisor, engagement);
  const tokenOf = async () =>
    (await newcomer.context().cookies()).find((cookie) => cookie.name.endsWith('walk-session'));
  const before = await tokenOf();
  expect(before).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });

  await advisor.goto(`${engagement}/people`);
  await listening(advisor.getByRole('combobox', { name: `Role of ${name}` }));
  await advisor.getByRole('combobox', { name: `Role of ${name}` }).selectOption('Executive');
  await expect(advisor.getByRole('combobox', { name: `Role of ${name}` })).toHaveValue('executive');

  await newcomer.getByRole('link', { name: 'People' }).click();
  await expect(newcomer.getByRole('heading', { name: 'Invite somebody' })).toBeVisible();
  expect(new URL(newcomer.url()).pathname).toBe(`${engagement}/people`);
  const after = await tokenOf();
  expect(after?.value).not.toBe(before?.value);

  const thief = await browser.newContext();
  if (before) await thief.addCookies([before]);
  const page = await thief.newPage();
  await page.goto(engagement);
  await page.waitForURL(/\/sign-in/);
});

test('name and title are one’s own to change; what is one’s own can be taken along', async ({ browser }) => {
  const { newcomer: page, email } = await newcomerIn(browser, advisor, engagement);
  await page.goto('/account');
  await page.getByLabel('Name', { exact: true }).fill('\u202eevil');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Contains characters that cannot be shown')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Noor Haddad');
  await page.getByLabel('What you do').fill('CIO, Averna Industries');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Noor Haddad · CIO/ })).toBeVisible();

  const file = await (await page.request.get('/account/export')).json();
  expect(file).toMatchObject({
    format: 'walk-position/person@1',
    person: { name: 'Noor Haddad', email },
    memberships: [{ engagement: engagement.slice('/engagements/'.length), role: 'contributor' }],
  });
  expect(JSON.stringify(file)).not.toMatch(/[0-9a-f]{64}/);
});
