import type { Browser, Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { addAuthenticator } from './authenticator';
import { expect, test } from './journey';
import { newestMail } from './mailbox';
import { advisorOfOwn, newcomerIn } from './newcomer';

test.beforeEach(() => test.slow());

const phone = { width: 390, height: 844 };

async function withPasskey(page: Page): Promise<void> {
  await addAuthenticator(page);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name of the passkey').fill('Phone');
  await page.getByRole('button', { name: 'Create the passkey' }).click();
  await expect(page.getByRole('button', { name: 'Remove Phone' })).toBeVisible();
}

/** Types the newest code that was mailed to somebody, who waits for it on another page. */
async function typeCode(page: Page, mailbox: Page, email: string, after: number): Promise<void> {
  const { text } = await newestMail(mailbox, email, { after });
  await page.getByLabel('Code').fill(/\d{4} \d{4}/.exec(text ?? '')?.[0] ?? '');
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
}

const noWider = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);

async function boardroom(browser: Browser) {
  const { advisor, engagement } = await advisorOfOwn(browser);
  const cfo = await newcomerIn(browser, advisor, engagement, 'Executive');
  const cio = await newcomerIn(browser, advisor, engagement, 'Executive');
  return { advisor, engagement, cfo, cio };
}

test('a threshold is proposed, read and decided on a phone, by passkey and by code, and the deal ends by a word', async ({
  browser,
}) => {
  const { advisor, engagement, cfo, cio } = await boardroom(browser);

  // Leaving costs some 2,246: a line of 3,000 says what premium is in it, and wants a reason.
  await advisor.goto(`${engagement}/threshold`);
  await expect(advisor.getByText('No walk threshold has been proposed yet.')).toBeVisible();
  await advisor.getByRole('button', { name: 'Propose a threshold' }).click();
  await advisor.getByLabel('The line, EUR').fill('1,000');
  await expect(advisor.getByText(/below what leaving costs.*“revisit”/)).toBeVisible();
  await advisor.getByLabel('The line, EUR').fill('3.000,00');
  await expect(advisor.getByText('that is the premium for staying in this amount')).toBeVisible();
  await advisor.getByLabel('What the organisation will do').fill('We move to the rival, and say so once.');
  await advisor.getByRole('button', { name: 'Put it to the approvers' }).click();
  await expect(advisor.getByText('differs from what leaving costs by more than the tolerance: say why')).toBeVisible();
  await expect(advisor.getByLabel('What the organisation will do')).toHaveValue(
    'We move to the rival, and say so once.',
  );
  await expectAccessible(advisor);
  await advisor.getByLabel('Why this amount').fill('A move wears on people.');
  await advisor.getByRole('button', { name: 'Put it to the approvers' }).click();
  const waiting = advisor.getByRole('region', { name: 'Waiting for its approvers' });
  await expect(waiting.getByText('EUR 3,000.00')).toBeVisible();

  // From a mail without a figure to one page on a phone.
  const page = cfo.newcomer;
  const mail = await newestMail(advisor, cfo.email, { after: 1 });
  expect(mail.text).not.toMatch(/3[.,]?000|threshold|rival/i);
  const link = await mail.link();
  await withPasskey(page);
  await page.setViewportSize(phone);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'What could be wrong' })).toBeVisible();
  await expect(page.getByText(cio.name)).toBeVisible();
  await expectAccessible(page);
  await noWider(page);

  // What was read changes before the click: nothing is recorded until it is read again.
  await advisor.goto(`${engagement}/plan`);
  await advisor.getByRole('button', { name: /^Pilot: 2 months/ }).focus();
  await advisor.keyboard.press('ArrowRight');
  await expect(page.getByText('This changed while you were reading')).toBeVisible();
  await expect(page.getByText(/Ines Halder changed the step “Pilot”/)).toBeVisible();
  await page.getByRole('button', { name: 'I have read it as it is now' }).click();
  // The connection is cut after the click, with the word on its way: the page loaded again says that it counted, once.
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.route('**/threshold/**', async (route) => {
    const word = route.request().method() === 'POST' && route.request().postData()?.includes('"snapshotHash"');
    if (!word) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByText(/^Your approval is recorded, at \d/)).toBeVisible();
  await page.unroute('**/threshold/**');
  await page.getByText('What became of it').click();
  await expect(page.getByText(/confirmed by passkey/)).toHaveCount(1);
  // Back and forth: the page is as it is now, and asks for nothing that is given.
  await page.goto(engagement);
  await page.goBack();
  await expect(page.getByText(/^Your approval is recorded, at \d/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve', exact: true })).toHaveCount(0);

  // Without a passkey, by a code; a condition is said, and everybody involved is told of the end.
  const other = cio.newcomer;
  const { count } = await newestMail(advisor, cio.email, { after: 1 });
  await other.goto(link);
  await other.getByRole('button', { name: 'With a condition' }).click();
  await other.getByRole('button', { name: 'Go on' }).click();
  await expect(other.getByText('Say what your condition is')).toBeVisible();
  await other.getByLabel('Your condition').fill('The pilot first.');
  await other.getByRole('button', { name: 'Go on' }).click();
  await expect(other.getByLabel('Code')).toBeVisible();
  await typeCode(other, advisor, cio.email, count);
  await expect(other.getByText(/^Your approval is recorded, at \d/)).toBeVisible();
  await other.goto(`${engagement}/threshold`);
  await expect(other.getByRole('region', { name: 'In force' }).getByText('“The pilot first.”').first()).toBeVisible();

  // The line reads it, and a recorded word ends the deal.
  await page.goto(engagement);
  await expect(page.getByText('Walk', { exact: true })).toBeVisible();
  const honour = page.getByRole('region', { name: 'The offer is above the line' });
  await expect(honour.getByText('We move to the rival, and say so once.')).toBeVisible();
  await expect(honour.getByText('Contract')).toBeVisible();
  await page.goto(`${engagement}/threshold`);
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  const ended = page.getByRole('region', { name: 'How the deal ended' });
  await expect(ended.getByText('Left', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign', exact: true })).toHaveCount(0);
  await page.goto(engagement);
  await expect(ended.getByText('Left', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await noWider(page);
});
