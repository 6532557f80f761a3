import { globSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page, Request } from '@playwright/test';
import { expect, test } from './journey';
import { advisorOfOwn } from './newcomer';
import { signInAs } from './sign-in';

const everyAnswer = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

test('every kind of answer carries the same headers, and none may be kept but what is built once', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  const engagement = await page.getByRole('link', { name: 'Averna Industries' }).getAttribute('href');
  const html = await (await page.request.get('/engagements')).text();
  const built = /\/_next\/static\/[^"]+\.js/.exec(html)?.[0] ?? '';
  const kinds: readonly [path: string, status: number][] = [
    ['/', 200],
    ['/engagements', 200],
    [`${engagement}`, 200],
    [`${engagement}/export`, 200],
    ['/nothing-here', 404],
    ['/engagements/00000000-0000-4000-8000-000000000000', 404],
    ['/api/health', 200],
    ['/api/nothing-here', 404],
    ['/api/events/nonsense', 404],
    ['/sign-in/renew', 303],
    ['/a%00b', 400],
    [built, 200],
    [`${built}.map`, 404],
    ['/icon.svg', 200],
    ['/package.json', 404],
    ['/.env', 404],
  ];
  for (const [path, status] of kinds) {
    const response = await page.request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    expect(response.status(), path).toBe(status);
    expect(headers, path).toMatchObject(everyAnswer);
    expect(headers['content-security-policy'], path).toMatch(/frame-ancestors 'none'/);
    expect(headers['content-security-policy'], path).not.toMatch(/(script|default)-src [^;]*unsafe-inline|unsafe-eval/);
    expect(headers, path).not.toHaveProperty('x-powered-by');
    expect(headers, path).not.toHaveProperty('server');
    if (path === built) expect(headers['cache-control']).toContain('immutable');
    else if (path !== '/icon.svg') expect(headers['cache-control'], path).toContain('no-store');
    if (path === '/') expect(headers).not.toHaveProperty('x-robots-tag');
    else expect(headers['x-robots-tag'], path).toBe('noindex, nofollow');
  }
});

/** The address of a page as its folder has it: ids in brackets. */
const patternOf = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '[id]').replace(/\?.*/, '');

/** Every page there is, by its folder. */
const pages = globSync('app/**/page.tsx').map((file) =>
  patternOf(`/${file.replaceAll('\\', '/').replace(/^app\/|\([^)]*\)\/|\/?page\.tsx$/g, '')}`).replace(
    /\[\w+\]/g,
    '[id]',
  ),
);

test('every page works under its content policy: nothing is blocked and every script has run', async ({ browser }) => {
  test.setTimeout(180_000);
  const visited = new Set<string>();
  const starts = [
    '/',
    '/sign-in',
    '/sign-in/check',
    `/sign-in/confirm?token=${'0'.repeat(64)}`,
    '/invitation',
    '/mailbox',
    '/worksheet/asked',
    `/worksheet/download?token=${'0'.repeat(64)}`,
    '/worksheet/erased',
  ];
  for (const person of [null, 'Ruth Tanaka', 'Ines Halder']) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (/content security policy|refused to/i.test(message.text())) trouble.push(`${page.url()}: ${message.text()}`);
    });
    if (person) await signInAs(page, person);
    const open = person ? ['/engagements', '/account', '/administration', '/nothing-here'] : [...starts];
    const seen = new Set<string>();
    for (let path = open.shift(); path; path = open.shift()) {
      if (seen.has(patternOf(path))) continue;
      seen.add(patternOf(path));
      await page.goto(path);
      await page.waitForFunction(() => 'next' in window);
      if (new URL(page.url()).pathname === path.replace(/\?.*/, '')) visited.add(patternOf(path));
      const links = await page
        .locator('a[href^="/"]:not([download])')
        .evaluateAll((found) => found.map((link) => String(link.getAttribute('href'))));
      // A mail's link into a talk leads on to where it is; this one leads nowhere, so the page itself is seen.
      const engagement = /^\/engagements\/[0-9a-f-]{36}/.exec(path)?.[0];
      const nowhere = engagement ? [`${engagement}/talk/00000000-0000-4000-8000-000000000000`] : [];
      open.push(...links, ...nowhere);
    }
    expect(trouble).toEqual([]);
    // What must not run does not, and this would have been noticed.
    await page.evaluate(() => {
      document.body.setAttribute('onclick', 'document.title = "planted"');
      document.body.click();
    });
    expect(await page.title()).not.toBe('planted');
    expect(trouble).toHaveLength(1);
    await context.close();
  }
  expect(pages.filter((pattern) => !visited.has(pattern))).toEqual([]);
});

/** A site of somebody else's, on the same machine: its browser sends our cookies along. */
async function otherSite(html: string) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => server.close(done)),
  };
}

test('another site can neither sign anybody out, nor show the portal in a frame, nor read from it', async ({
  page,
  baseURL,
}) => {
  await signInAs(page, 'Sofia Duarte');
  const attack = await otherSite(`<!doctype html>
    <form method="post" action="${baseURL}/sign-out"><button>Win a prize</button></form>
    <iframe src="${baseURL}/engagements"></iframe>
    <img src="${baseURL}/icon.svg">`);
  await page.goto(attack.url);
  expect(await page.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(0);
  expect(await page.frameLocator('iframe').locator('body').innerText()).not.toContain('Engagements');
  const read = page.evaluate(
    (url) => fetch(url, { credentials: 'include' }).then(() => 'read'),
    `${baseURL}/engagements`,
  );
  await expect(read).rejects.toThrow();
  await page.getByRole('button', { name: 'Win a prize' }).click();
  await expect(page.getByText('This must come from a page of the portal itself.')).toBeVisible();
  await page.goto('/engagements');
  await expect(page.getByRole('heading', { name: 'Engagements' })).toBeVisible();
  await attack.close();
});

/** The first server action that a page sends while something is done on it. */
async function actionOf(page: Page, act: () => Promise<void>): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((sent) => sent.method() === 'POST' && 'next-action' in sent.headers()),
    act(),
  ]);
  return request;
}

test('a server action is taken from the portal’s own pages alone', async ({ browser, baseURL }) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  await advisor.goto(`${engagement}/plan`);
  const pilot = (months: number) => advisor.getByRole('button', { name: new RegExp(`^Pilot: ${months} months`) });
  const request = await actionOf(advisor, () => pilot(2).press('ArrowRight'));
  await expect(pilot(3)).toBeVisible();
  await advisor.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(pilot(2)).toBeVisible();

  const { origin: _, 'sec-fetch-site': __, 'content-length': ___, ...headers } = await request.allHeaders();
  const send = (from: Record<string, string>) =>
    advisor.request.post(request.url(), {
      headers: { ...withoutPseudo(headers), ...from },
      data: request.postDataBuffer() ?? Buffer.alloc(0),
    });
  const elsewhere: Record<string, string>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: `${baseURL}.evil.example` },
    { origin: String(baseURL), 'sec-fetch-site': 'same-site' },
    { origin: String(baseURL), 'sec-fetch-site': 'cross-site' },
  ];
  for (const from of elsewhere) expect((await send(from)).status(), JSON.stringify(from)).toBe(403);
  await advisor.reload();
  await expect(pilot(2)).toBeVisible();
});

const withoutPseudo = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'host'));

test('what is too large is refused in words, wherever it goes', async ({ page, baseURL }) => {
  await signInAs(page, 'Ines Halder');
  const send = (path: string, bytes: number) =>
    page.request.post(path, { headers: { origin: String(baseURL) }, data: Buffer.alloc(bytes) });
  for (const [path, bytes, words] of [
    ['/engagements/new', 11 * 1024 * 1024, '10 MB'],
    ['/sign-out', 1025 * 1024, '1 MB'],
    ['/api/presence', 65 * 1024, '64 KB'],
  ] as const) {
    const response = await send(path, bytes);
    expect(response.status(), path).toBe(413);
    expect(await response.text()).toBe(`This is more than the portal takes at once, which is ${words}.\n`);
  }
});

test('odd requests get an answer, and never one of our making by accident', async ({ request, baseURL }) => {
  const own = { origin: String(baseURL) };
  const answers: readonly [asked: () => Promise<{ status(): number }>, status: number][] = [
    [() => request.get('/sign-in?next=/a&next=https://evil.example'), 200],
    [() => request.get('/sign-in/confirm?token=a&token=b'), 200],
    [() => request.get('/invitation?token[]=x'), 200],
    [() => request.get('/engagements/..%2f..%2fetc%2fpasswd', { maxRedirects: 0 }), 307],
    [() => request.get(`/${'a'.repeat(5_000)}`), 414],
    [() => request.get('/', { headers: { cookie: `a=${'b'.repeat(20_000)}` } }), 431],
    [() => request.get('/engagements', { headers: { cookie: 'walk-session=%00%ff' }, maxRedirects: 0 }), 307],
    [() => request.get('/engagements', { headers: { 'x-middleware-subrequest': 'proxy' }, maxRedirects: 0 }), 307],
    [() => request.post('/sign-in', { headers: { ...own, 'next-action': 'deadbeef' }, data: '[]' }), 400],
    [() => request.post('/api/presence', { headers: own, data: '{' }), 401],
    [() => request.post('/api/health', { headers: own }), 405],
    [() => request.put('/sign-in', { headers: own }), 405],
    [() => request.delete('/sign-out', { headers: own }), 405],
  ];
  for (const [asked, status] of answers) expect((await asked()).status(), String(asked)).toBe(status);
});
