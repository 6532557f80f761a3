import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { addAuthenticator } from './authenticator';
import { expect, test } from './journey';
import { newestMail } from './mailbox';
import { advisorOfOwn, newcomerIn } from './newcomer';

let advisor: Page;
let engagement: string;

test.beforeAll(async ({ browser }) => {
  ({ advisor, engagement } = await advisorOfOwn(browser));
});

// Long journeys: time for a machine that does other things as well.
test.beforeEach(() => test.slow());

test('a passkey is made, named, signs in by itself, and ends when it is removed', async ({ browser }) => {
  const { newcomer: page } = await newcomerIn(browser, advisor, engagement);
  const authenticator = await addAuthenticator(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await page.getByRole('button', { name: 'Rename Laptop' }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('Desk');
  await page.getByRole('button', { name: 'Save' }).last().click();
  await expect(page.getByRole('button', { name: 'Remove Desk' })).toBeVisible();
  expect(await authenticator.credentials()).toHaveLength(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(/\/$/);
  await page.goto('/sign-in?next=/account');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/account');
  await expect(page.getByText(/Signed in by passkey/)).toBeVisible();

  await page.getByRole('button', { name: 'Remove Desk' }).click();
  await expect(page.getByRole('button', { name: 'Remove Desk' })).toBeHidden();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL(/\/$/);
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page.getByText('That passkey was not accepted')).toBeVisible();
});

test('erasing oneself asks for the passkey, and for its owner; without a passkey, for a code by mail', async ({
  browser,
}) => {
  const { newcomer: page, email, name } = await newcomerIn(browser, advisor, engagement);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Erase what is mine' }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByLabel('Code').fill('1234 5678');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('This is not the code')).toBeVisible();
  await expectAccessible(page);
  expect((await newestMail(advisor, email)).text).toMatch(/erase your account[\s\S]*\d{4} \d{4}/);

  const authenticator = await addAuthenticator(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Laptop');
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await expect(page.getByRole('button', { name: 'Remove Laptop' })).toBeVisible();

  await authenticator.recognise(false);
  await page.getByRole('button', { name: 'Erase what is mine' }).click();
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await expect(page.getByText('No passkey was used')).toBeVisible();
  await authenticator.recognise(true);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForURL(/\/$/);
  await page.goto('/account');
  await page.waitForURL(/\/sign-in/);

  await advisor.goto(`${engagement}/people`);
  await expect(advisor.getByText(name)).toBeHidden();
});
