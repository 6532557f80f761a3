import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { newestMail } from './mailbox';
import { accept, advisorOfOwn, invite, newAddress, newcomerIn } from './newcomer';
import { signInAs } from './sign-in';

let advisor: Page;
let engagement: string;

test.beforeAll(async ({ browser }) => {
  ({ advisor, engagement } = await advisorOfOwn(browser));
});

// Long journeys: time for a machine that does other things as well.
test.beforeEach(() => test.slow());

test('somebody new is invited, says who they are, joins once, and is shown to the others', async ({ browser }) => {
  const { newcomer, email, name } = await newcomerIn(browser, advisor, engagement, 'Executive');
  expect(new URL(newcomer.url()).pathname).toBe(engagement);

  await advisor.goto(`${engagement}/people`);
  await expect(advisor.getByText(name)).toBeVisible();
  await expect(advisor.getByRole('combobox', { name: `Role of ${name}` })).toHaveValue('executive');
  await expectAccessible(advisor);

  const used = await (await newestMail(advisor, email)).link();
  await newcomer.goto(used);
  await expect(newcomer.getByText('This invitation no longer works')).toBeVisible();
  await expectAccessible(newcomer);
});

test('looking at an invitation uses nothing up; another address is refused and told why', async ({ browser }) => {
  const email = newAddress();
  await invite(advisor, engagement, email, 'Observer');
  const link = await (await newestMail(advisor, email)).link();

  const sofia = await (await browser.newContext()).newPage();
  await signInAs(sofia, 'Sofia Duarte');
  await sofia.goto(link);
  await expect(sofia.getByText('This invitation is for another address')).toBeVisible();
  await expect(sofia.getByText(`It was sent to ${email}`)).toBeVisible();
  await expect(sofia.getByRole('button', { name: 'Accept' })).toBeHidden();
  await expectAccessible(sofia);

  const scanner = await browser.newContext();
  for (let look = 0; look < 3; look += 1) expect((await scanner.request.get(link)).ok()).toBe(true);

  const invited = await (await browser.newContext()).newPage();
  await accept(invited, email, 'Noor Haddad');
  await expect(invited.getByText('Noor Haddad')).toBeVisible();
});

test('somebody who is known joins by the button and signs in as always', async ({ browser }) => {
  await invite(advisor, engagement, 'jonas.weber@averna.example', 'Contributor');
  const link = await (await newestMail(advisor, 'jonas.weber@averna.example')).link();
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByText('You have joined')).toBeVisible();
  await page.getByRole('button', { name: /Jonas Weber/ }).click();
  await page.waitForURL(`**${engagement}`);
});

test('an invitation is sent again, and withdrawn', async ({ browser }) => {
  const email = newAddress();
  await invite(advisor, engagement, email, 'Observer');
  const first = await newestMail(advisor, email);
  const firstLink = await first.link();
  await advisor.goto(`${engagement}/people`);
  await advisor.getByRole('button', { name: `Send again to ${email}` }).click();
  await expect(advisor.getByText('The earlier link no longer works')).toBeVisible();
  const second = await newestMail(advisor, email, { after: first.count });
  const secondLink = await second.link();

  const page = await (await browser.newContext()).newPage();
  await page.goto(firstLink);
  await expect(page.getByText('This invitation no longer works')).toBeVisible();
  await page.goto(secondLink);
  await expect(page.getByRole('button', { name: 'Accept the invitation' })).toBeVisible();

  await advisor.goto(`${engagement}/people`);
  await advisor.getByRole('button', { name: `Withdraw ${email}` }).click();
  await expect(advisor.getByText(email)).toBeHidden();
  await page.getByLabel('Your name').fill('Too late');
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await expect(page.getByText('used already, withdrawn or replaced')).toBeVisible();
});

test('whoever is removed sees nothing of it at the next click, and the last advisor stays', async ({ browser }) => {
  const { newcomer, name } = await newcomerIn(browser, advisor, engagement);
  await advisor.goto(`${engagement}/people`);
  await advisor.getByRole('button', { name: `Remove ${name} …` }).click();
  await advisor.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(advisor.getByText(name, { exact: true })).toBeHidden();
  expect((await newcomer.goto(engagement))?.status()).toBe(404);
  await newcomer.goto('/engagements');
  await expect(newcomer.getByText('You are not a member of any engagement yet')).toBeVisible();

  await advisor.getByRole('button', { name: 'Leave this engagement …' }).click();
  await advisor.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(advisor.getByText('An engagement keeps at least one advisor')).toBeVisible();
});

test('what is typed badly is told at its field, and nothing typed is lost', async () => {
  await advisor.goto(`${engagement}/people`);
  await advisor.getByLabel('E-mail address').fill('no address');
  await advisor.getByLabel('A few words').fill('Until Tuesday, then?');
  await advisor.getByRole('button', { name: 'Invite' }).click();
  await expect(advisor.getByText('This does not look like an e-mail address')).toBeVisible();
  await expect(advisor.getByText('Choose a role')).toBeVisible();
  await expect(advisor.getByLabel('E-mail address')).toHaveValue('no address');
  await expect(advisor.getByLabel('A few words')).toHaveValue('Until Tuesday, then?');
  await expectAccessible(advisor);
});
