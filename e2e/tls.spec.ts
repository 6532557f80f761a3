import { request as plainRequest } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import certificateForLocalhost from 'smtp-server/lib/tls-options.js';
import { expect, test } from './journey';
import { startSecondPortal } from './second-portal';

/** A proxy that speaks TLS, as stands in front of a portal that is run for real. Not yet told where to. */
async function startProxy() {
  let target = '';
  const server = createServer(certificateForLocalhost(), (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https' };
    const passed = plainRequest(target + asked.url, { method: asked.method, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.rawHeaders);
      given.pipe(answer);
    });
    asked.pipe(passed);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    leadTo: (origin: string) => {
      target = origin;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

test('behind a proxy that speaks TLS, cookies and headers are bound to it, and no other name is answered', async ({
  browser,
}) => {
  test.slow();
  const proxy = await startProxy();
  const portal = await startSecondPortal(() => ({ AUTH_URL: proxy.origin, TRUST_PROXY: '1' }));
  proxy.leadTo(portal.origin);
  const link = await portal.command('scripts/sign-in.ts', 'admin@northgate.example', '--first-administrator');
  expect(link.said).toContain(`${proxy.origin}/sign-in/confirm?token=`);

  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(link.said);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${proxy.origin}/today`);
  const [session, ...others] = await context.cookies();
  expect(session).toMatchObject({
    name: '__Host-walk-session',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    domain: 'localhost',
  });
  expect(others).toEqual([]);
  const response = await page.goto(`${proxy.origin}/account`);
  expect(response?.headers()['strict-transport-security']).toBe('max-age=63072000');
  await page.getByLabel('Name', { exact: true }).fill('Ruth Northgate');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  const elsewhere = await context.request.get(`${portal.origin}/account`, { headers: { host: 'evil.example' } });
  expect(elsewhere.status()).toBe(421);
  const plain = await context.request.post(`${portal.origin}/sign-out`, { headers: { origin: portal.origin } });
  expect(plain.status()).toBe(403);
  await context.close();
  await portal.stop();
  await proxy.stop();
});
