import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { newestMail } from './mailbox';
import { advisorOfOwn, newcomerIn } from './newcomer';

test('two people talk about a line: named by keyboard, told by mail without a word of it, answered, settled', async ({
  browser,
}) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  const { newcomer: contributor, email, name } = await newcomerIn(browser, advisor, engagement);
  await advisor.goto(`${engagement}/alternative`);
  await advisor.getByRole('button', { name: 'Details of Moving the mail' }).click();
  const talk = advisor.getByRole('region', { name: 'Talk' });
  await talk.getByLabel('Begin a thread').fill('Is the figure of 4711 with the archive, ');
  await talk.getByLabel('Begin a thread').pressSequentially(`@${name.slice(0, 4)}`);
  await expect(talk.getByRole('button', { name })).toBeVisible();
  await advisor.keyboard.press('Enter');
  await advisor.keyboard.press('Control+Enter');
  await expect(talk.getByText(`@${name}`)).toBeVisible();
  await expectAccessible(advisor);

  const mail = await newestMail(contributor, email, { after: 1 });
  await expect(contributor.getByText('4711')).toHaveCount(0);
  await contributor.goto(await mail.link());
  await expect(contributor).toHaveURL(/\/alternative\?alternative=rival&line=/);
  const theirs = contributor.getByRole('region', { name: 'Talk' });
  await expect(theirs.getByText('Is the figure of 4711')).toBeVisible();
  await theirs.getByRole('button', { name: 'Reply' }).click();
  await theirs.getByLabel('Your reply').fill('It is. See https://supplier.example/quote.');
  await contributor.keyboard.press('Control+Enter');
  await expect(talk.getByRole('link', { name: 'https://supplier.example/quote' })).toBeVisible();

  await theirs.getByRole('button', { name: 'Settle' }).click();
  await talk.getByText('One settled thread').click();
  await expect(talk.getByText(`Settled by ${name}`)).toBeVisible();
  await talk.getByRole('button', { name: 'Withdraw' }).click();
  await expect(talk.getByText('Withdrawn')).toBeVisible();
  await expect(theirs.getByText('4711')).toHaveCount(0);
});

test('what is said about the threshold is there for leadership and the advisor, and for nobody else', async ({
  browser,
}) => {
  const { advisor, engagement } = await advisorOfOwn(browser);
  const { newcomer: contributor } = await newcomerIn(browser, advisor, engagement);
  const { newcomer: executive, email, name } = await newcomerIn(browser, advisor, engagement, 'Executive');
  await advisor.goto(`${engagement}/threshold`);
  const talk = advisor.getByRole('region', { name: 'Talk about the threshold' });
  await talk.getByLabel('Begin a thread').fill(`@${name} would we still go?`);
  await talk.getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(talk.getByText('would we still go?')).toBeVisible();

  const mail = await newestMail(executive, email, { after: 1 });
  const link = await mail.link();
  await executive.goto(link);
  await expect(executive.getByText('would we still go?')).toBeVisible();

  await contributor.goto(engagement);
  await expect(contributor.getByRole('link', { name: 'The line' })).toBeVisible();
  await expect(contributor.getByRole('link', { name: 'Threshold' })).toHaveCount(0);
  expect((await contributor.goto(`${engagement}/threshold`))?.status()).toBe(404);
  await contributor.goto(`${engagement}/activity`);
  await expect(contributor.getByText('commented on')).toHaveCount(0);
  expect((await contributor.goto(link))?.status()).toBe(404);
  await expect(contributor.getByRole('heading', { level: 1 })).toBeVisible();
});
