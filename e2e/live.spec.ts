import type { Page } from '@playwright/test';
import { cell, saved, take } from './bench';
import { expect, test } from './journey';
import { advisorOfOwn, newcomerIn } from './newcomer';
import { signInAs } from './sign-in';

let advisor: Page;
let engagement: string;

test.beforeAll(async ({ browser }) => {
  ({ advisor, engagement } = await advisorOfOwn(browser));
});

/** Resolves once the page's event stream stands. */
const streaming = (page: Page) => page.waitForResponse((response) => response.url().includes('/api/events/'));

test('what one changes is on the other’s screen at once, without a click', async ({ browser }) => {
  const { newcomer } = await newcomerIn(browser, advisor, engagement);
  const [stream] = await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/plan`)]);
  await expect(newcomer.getByText('Leaving takes 6 months at the least')).toBeVisible();
  // Neither kept nor packed on its way, which would hold it back and cost memory for each.
  expect(await stream.allHeaders()).toMatchObject({ 'cache-control': 'no-store, no-transform' });
  expect(await stream.allHeaders()).not.toHaveProperty('content-encoding');

  await advisor.goto(`${engagement}/plan`);
  await advisor.getByRole('button', { name: /^Pilot: 2 months/ }).press('ArrowRight');
  await expect(newcomer.getByRole('button', { name: /^Pilot: 3 months/ })).toBeVisible();
  await expect(newcomer.getByText('Leaving takes 7 months at the least')).toBeVisible();
});

test('others see at which cell somebody is, and no more once they have left', async ({ browser }) => {
  const { newcomer } = await newcomerIn(browser, advisor, engagement);
  await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/alternative`)]);
  await advisor.goto(`${engagement}/alternative`);
  const place = (page: Page) => page.getByRole('row', { name: /Retraining/ }).locator('[data-column=likely]');
  await expect(async () => {
    await place(advisor).click();
    await expect(place(advisor)).toHaveAttribute('aria-selected', 'true', { timeout: 500 });
  }).toPass();
  await expect(place(newcomer)).toHaveAccessibleDescription('Ines Halder is here');
  await expect(newcomer.getByText('Here too: Ines Halder, at Retraining')).toBeVisible();
  await advisor.getByRole('link', { name: 'Plan' }).click();
  await expect(place(newcomer)).not.toHaveAccessibleDescription(/is here/);
  await expect(newcomer.getByText('Here too')).toHaveCount(0);
});

test('a figure that is being typed in a line somebody else removes is kept, and asks', async ({ browser }) => {
  const { newcomer } = await newcomerIn(browser, advisor, engagement);
  await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/alternative`)]);
  await take(newcomer, 'Moving the mail', 'likely');
  await newcomer.keyboard.type('333');
  await advisor.goto(`${engagement}/alternative`);
  await take(advisor, 'Moving the mail', 'label');
  await advisor.getByRole('button', { name: 'Remove the line' }).click();
  await saved(advisor);
  await expect(newcomer.getByText('removed by somebody else while you were changing it')).toBeVisible();
  await newcomer.keyboard.press('Enter');
  await expect(cell(newcomer, 'Moving the mail', 'likely')).toHaveText('333');
  await advisor.getByRole('button', { name: 'Undo' }).click();
  await saved(advisor);
});

test('what happened while the line was down is there when it comes back', async ({ browser }) => {
  const { newcomer } = await newcomerIn(browser, advisor, engagement);
  await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/plan`)]);
  await expect(newcomer.getByRole('button', { name: /^Contract: 1 months?/ })).toBeVisible();
  await newcomer.context().setOffline(true);
  await advisor.goto(`${engagement}/plan`);
  await advisor.getByRole('button', { name: /^Contract: 1 months?/ }).press('ArrowRight');
  await expect(advisor.getByRole('button', { name: /^Contract: 2 months/ })).toBeVisible();
  await newcomer.context().setOffline(false);
  await expect(newcomer.getByRole('button', { name: /^Contract: 2 months/ })).toBeVisible();
});

test('whoever is removed loses the page that is open before them', async ({ browser }) => {
  const { newcomer, name } = await newcomerIn(browser, advisor, engagement);
  await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/plan`)]);
  await expect(newcomer.getByText(/^Leaving takes/)).toBeVisible();
  await advisor.goto(`${engagement}/people`);
  await advisor.getByRole('button', { name: `Remove ${name} …` }).click();
  await advisor.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(newcomer.getByText(/There is nothing here/)).toBeVisible();
  await expect(newcomer.getByText(/^Leaving takes/)).toHaveCount(0);
});

test('whoever is signed out elsewhere loses it too', async ({ browser }) => {
  const { newcomer } = await newcomerIn(browser, advisor, engagement);
  const account = await newcomer.context().newPage();
  await Promise.all([streaming(newcomer), newcomer.goto(`${engagement}/plan`)]);
  await account.goto('/account');
  await account.getByRole('button', { name: 'Sign out everywhere' }).click();
  await newcomer.waitForURL(/\/sign-in/);
});

test('a stream is not there for strangers, and nobody says where they are in what is not theirs', async ({
  browser,
  page,
}) => {
  const id = engagement.split('/').at(-1);
  const nobody = await browser.newContext();
  expect((await nobody.request.get(`/api/events/${id}`)).status()).toBe(401);
  await signInAs(page, 'Sofia Duarte');
  const status = (path: string) => page.evaluate((url) => fetch(url).then((response) => response.status), path);
  for (const other of [id, '00000000-0000-4000-8000-000000000000', 'nonsense']) {
    expect(await status(`/api/events/${other}`), other).toBe(404);
  }
  const report = (body: unknown) =>
    page.evaluate(
      (sent) => fetch('/api/presence', { method: 'POST', body: sent }).then((response) => response.status),
      JSON.stringify(body),
    );
  const place = `line:${id}`;
  expect(await report({ engagementId: id, place })).toBe(404);
  expect(await report({ engagementId: id, place: 'threshold' })).toBe(400);
  expect(await report(null)).toBe(400);
  // Nor does anybody say it without end.
  const statuses = await page.evaluate(() =>
    Promise.all(
      Array.from({ length: 125 }, () =>
        fetch('/api/presence', { method: 'POST', body: 'null' }).then((response) => response.status),
      ),
    ),
  );
  expect(new Set(statuses)).toEqual(new Set([400, 429]));
});
