import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { newestMail } from './mailbox';

const known = 'gwen.pryce@brackwater.example';

async function askFor(page: Page, email: string) {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await page.waitForURL(/\/sign-in\/check/);
}

const mails = (page: Page, recipient: string) => page.getByRole('listitem').filter({ hasText: `To ${recipient}` });

async function mailsSoFar(page: Page, recipient: string): Promise<number> {
  await page.goto('/mailbox');
  return mails(page, recipient).count();
}

test('a link from the mailbox signs in once, with one click on a page that opening does not use up', async ({
  browser,
  page,
}) => {
  const before = await mailsSoFar(page, known);
  await askFor(page, `  ${known.toUpperCase()} `);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'open the mailbox' }).click();
  await expectAccessible(page);
  const link = await (await newestMail(page, known, { after: before })).link();

  // A scanner that follows links, and the person again: still good.
  const scanner = await browser.newPage();
  await scanner.goto(link);
  await scanner.close();
  await page.goto(link);
  await expect(page.getByText(`You are signing in as ${known}.`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
  await page.getByRole('link', { name: 'Engagements', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Brackwater Borough Council', exact: true })).toBeVisible();

  const thief = await browser.newPage();
  await thief.goto(link);
  await expect(thief.getByText('This link has been used, or has run out')).toBeVisible();
  await expect(thief.getByRole('button', { name: 'Sign in' })).toHaveCount(0);
  await thief.close();
});

test('two tabs with one link: the second is told, and signs nobody in', async ({ browser, page }) => {
  const before = await mailsSoFar(page, known);
  await askFor(page, known);
  const link = await (await newestMail(page, known, { after: before })).link();
  const [first, second] = await Promise.all([browser.newPage(), browser.newPage()]);
  for (const tab of [first, second]) await tab.goto(link);
  await first.getByRole('button', { name: 'Sign in' }).click();
  await first.waitForURL('**/today');
  await second.getByRole('button', { name: 'Sign in' }).click();
  await expect(second.getByText('That did not sign you in')).toBeVisible();
  await second.goto('/engagements');
  await expect(second).toHaveURL(/\/sign-in/);
});

test('an unknown address is answered like a known one, and sent nothing', async ({ page }) => {
  const answers: string[] = [];
  for (const email of ['nobody@nowhere.example', 'tom.aldous@brackwater.example']) {
    await askFor(page, email);
    answers.push(await page.getByRole('main').innerText());
  }
  expect(answers[0]).toBe(answers[1]);
  await newestMail(page, 'tom.aldous@brackwater.example');
  await expect(mails(page, 'nobody@nowhere.example')).toHaveCount(0);
});

test('what is no address is said at the field, and stays there', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('ines.halder@');
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/does not look like an e-mail address/);
  await expect(page.getByLabel('E-mail address')).toHaveValue('ines.halder@');
});

test('half a link and a made-up one lead back to asking for a new one', async ({ page }) => {
  await page.goto('/sign-in/confirm?token=abc');
  await expect(page.getByText('This link is not complete')).toBeVisible();
  await page.goto(`/sign-in/confirm?token=${'0'.repeat(64)}`);
  await expect(page.getByText('This link has been used, or has run out')).toBeVisible();
  await page.getByRole('link', { name: 'Ask for a new link' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
