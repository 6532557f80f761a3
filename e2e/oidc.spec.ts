import type { Browser, Page } from '@playwright/test';
import { type SmtpPeer, startSmtpPeer } from '../lib/mail/testing/smtp-peer';
import { expectAccessible } from './accessibility';
import { type Account, startIssuer } from './issuer';
import { expect, test } from './journey';
import { type SecondPortal, startSecondPortal } from './second-portal';

/** A portal as it is run for real: no demo, mail by SMTP, sign-in by an OpenID Connect issuer. */

const boss = 'admin@northgate.example';
const accounts: Record<string, Account> = {
  known: { email: 'Advisor@Northgate.example', email_verified: true },
  unverified: { email: boss, email_verified: false },
  stranger: { email: 'stranger@elsewhere.example', email_verified: true },
  nameless: {},
};

let mailServer: SmtpPeer;
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let portal: SecondPortal;

test.describe.configure({ mode: 'serial' });

// Long journeys: time for a machine that does other things as well.
test.beforeEach(() => test.slow());

test.beforeAll(async () => {
  test.setTimeout(120_000);
  mailServer = await startSmtpPeer();
  issuer = await startIssuer(accounts);
  portal = await startSecondPortal(() => ({
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'portal@northgate.example',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: issuer.client.client_id,
    OIDC_CLIENT_SECRET: issuer.client.client_secret,
    OIDC_NAME: 'Northgate',
  }));
  issuer.serve(portal.origin, 'when asked');
});

test.afterAll(async () => {
  await portal?.stop();
  await issuer?.close();
  await mailServer?.close();
});

const mailsTo = (address: string) => mailServer.received.filter(({ recipients }) => recipients.includes(address));

const pageOf = async (browser: Browser) => (await browser.newContext({ baseURL: portal.origin })).newPage();

/** Through the issuer's own pages, as somebody it knows by this name. */
async function throughTheIssuer(page: Page, name: string, path = '/sign-in'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Sign in with Northgate' }).click();
  await page.getByPlaceholder('Enter any login').fill(name);
  await page.getByPlaceholder('and password').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${portal.origin}/**`);
}

test('whoever holds the machine makes the first administrator, once', async ({ browser }) => {
  const first = await portal.command('scripts/sign-in.ts', boss, '--first-administrator');
  expect(first).toMatchObject({ code: 0, said: expect.stringMatching(/\/sign-in\/confirm\?token=[0-9a-f]{64}$/) });
  const second = await portal.command('scripts/sign-in.ts', 'other@northgate.example', '--first-administrator');
  expect(second).toMatchObject({ code: 1, said: expect.stringContaining('There is an administrator already') });

  const page = await pageOf(browser);
  await page.goto(first.said);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
  await page.goto('/administration');
  await page.getByLabel('E-mail address').fill('advisor@northgate.example');
  await page.getByRole('radio', { name: 'Advisor' }).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText('on its way to advisor@northgate.example')).toBeVisible();
  await expectAccessible(page);

  await expect.poll(() => mailsTo('advisor@northgate.example').length).toBe(1);
  const invited = await pageOf(browser);
  await invited.goto(String(mailsTo('advisor@northgate.example')[0]?.link));
  await invited.getByLabel('Your name').fill('Ada Visor');
  await invited.getByRole('button', { name: 'Accept the invitation' }).click();
  await invited.waitForURL('**/today');
  await invited.getByRole('link', { name: 'Engagements', exact: true }).click();
  await expect(invited.getByRole('link', { name: 'New engagement' })).toBeVisible();
});

test('a link by mail: the same answer for a stranger, who gets none; used by the button alone, once', async ({
  browser,
}) => {
  const page = await pageOf(browser);
  for (const address of ['stranger@elsewhere.example', boss]) {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await expect(page.getByText('If that address belongs to somebody here')).toBeVisible();
  }
  await expect.poll(() => mailsTo(boss).length).toBe(1);
  expect(mailsTo('stranger@elsewhere.example')).toEqual([]);
  const link = String(mailsTo(boss)[0]?.link);
  expect(link).toMatch(new RegExp(`^${portal.origin}/sign-in/confirm\\?token=[0-9a-f]{64}$`));

  const scanner = await browser.newContext();
  for (let look = 0; look < 3; look += 1) expect((await scanner.request.get(link)).ok()).toBe(true);
  await page.goto(link);
  await expect(page.getByText(`You are signing in as ${boss}`)).toBeVisible();
  await expectAccessible(page);
  const other = await pageOf(browser);
  await other.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByText('That did not sign you in')).toBeVisible();
});

test('a verified address signs in through the issuer, to where one was going; later the identity alone does', async ({
  browser,
}) => {
  const page = await pageOf(browser);
  await throughTheIssuer(page, 'known', '/sign-in?next=/account');
  await page.waitForURL('**/account');
  await expect(page.getByText('advisor@northgate.example', { exact: false })).toBeVisible();
  await expect(page.getByText(/Signed in through your organisation/)).toBeVisible();
  const cookies = await page.context().cookies(portal.origin);
  expect(cookies.filter(({ name }) => /pkce|state|nonce/.test(name))).toEqual([]);

  accounts.known = { email: 'renamed@northgate.example', email_verified: true };
  const again = await pageOf(browser);
  await throughTheIssuer(again, 'known');
  await again.waitForURL('**/today');
});

for (const [tells, name, told] of [
  ['when asked', 'unverified', 'Your organisation did not confirm your address'],
  ['in the ID token', 'stranger', 'Nobody here has that address'],
  ['in the ID token', 'nameless', 'Your organisation did not confirm your address'],
] as const) {
  test(`told ${tells}, somebody ${name} is refused with the reason, and does not come to be`, async ({ browser }) => {
    issuer.serve(portal.origin, tells);
    const page = await pageOf(browser);
    await throughTheIssuer(page, name);
    await expect(page.getByText(told)).toBeVisible();
    expect(await page.context().cookies(portal.origin)).not.toContainEqual(
      expect.objectContaining({ name: 'walk-session' }),
    );
  });
}

test('an answer that nobody here asked for signs nobody in', async ({ browser }) => {
  const page = await pageOf(browser);
  await page.goto('/api/auth/callback/oidc?code=stolen&state=made-up');
  await expect(page.getByText('Your organisation did not sign you in')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/api/auth/callback/oidc?error=access_denied');
  await expect(page.getByText('Your organisation did not sign you in')).toBeVisible();
});

test('afterwards one stays on this site, wherever one was told to go', async ({ browser }) => {
  issuer.serve(portal.origin, 'in the ID token');
  for (const next of ['//evil.example', '/sign-in/..//evil.example']) {
    const page = await pageOf(browser);
    await throughTheIssuer(page, 'known', `/sign-in?next=${encodeURIComponent(next)}`);
    await page.waitForURL(`${portal.origin}/today`);
  }
});

test('outside the demo there is no mailbox and nobody to click on', async ({ browser }) => {
  const page = await pageOf(browser);
  expect((await page.goto('/mailbox'))?.status()).toBe(404);
  await page.goto('/sign-in');
  await expect(page.getByText('Choose somebody to be')).toBeHidden();
  const posted = await page.request.post('/sign-in/demo', {
    form: { email: boss },
    headers: { origin: portal.origin },
  });
  expect(posted.status()).toBe(404);
});
