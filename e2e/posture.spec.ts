import { textOfPdf } from '@/lib/posture/testing/pdf-text';
import { expectAccessible } from './accessibility';
import { expect, listening, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

test('a walk spoken too early is flagged and recovered from; brief, register and tests are kept', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, 'Posture of our own');
  await page.goto(`${path}/people`);
  const negotiator = page.getByRole('checkbox', { name: 'Ines Halder is a negotiator' });
  await listening(negotiator);
  await negotiator.click();
  await expect(negotiator).toBeChecked();
  await page.goto(`${path}/posture`);

  // What is missing is said at its field, and nothing typed is lost.
  const log = page.getByRole('button', { name: 'Log a contact' });
  await listening(log);
  await log.click();
  await page.getByLabel('What we said').fill('Then we shall leave.');
  await page.getByLabel('The walk', { exact: true }).selectOption('spoken');
  await page.getByRole('button', { name: 'Log the contact' }).click();
  await expect(page.getByText('Who was it with?')).toBeVisible();
  await expect(page.getByLabel('What we said')).toHaveValue('Then we shall leave.');
  await page.getByLabel('Who with').fill('Account executive');
  await page.getByRole('button', { name: 'Log the contact' }).click();
  const flag = page.getByRole('alert').filter({ hasText: 'The walk was spoken before it was credible.' });
  await expect(flag).toBeVisible();
  const contact = page.getByRole('article', { name: /^Account executive/ });
  await expect(contact).toContainText('How to recover');

  // Readiness says so too, and leads to this very row.
  await page.goto(`${path}/readiness`);
  await page.locator('#criterion-Q3').getByRole('link', { name: 'Account executive' }).click();
  await expect(page).toHaveURL(/posture#contact-/);
  const recover = contact.getByRole('button', { name: 'Record the recovery' });
  await listening(recover);
  await recover.click();
  await page.getByLabel('What was done').fill('Called them: nothing is decided.');
  await page.getByRole('button', { name: 'Record it' }).click();
  await expect(contact).toContainText('Called them: nothing is decided.');
  await expect(flag).toHaveCount(0);

  // Nothing is so yet: nothing may leave the house.
  await page.getByRole('button', { name: 'Draft the summary' }).click();
  await expect(page.getByText('there is nothing to show')).toBeVisible();

  await page.getByRole('button', { name: 'Write the brief' }).click();
  await page.getByLabel('What we say').fill('We prepare for either course.');
  await page.getByLabel('What we never say').fill('That we leave.');
  await page.getByLabel('Who speaks').fill('The CIO.');
  await page.getByRole('button', { name: 'Save as version 1' }).click();
  await page.getByRole('button', { name: 'I have read version 1 and keep to it' }).click();
  await expect(page.locator('[id^=negotiator-]')).toContainText('✓Ines Halder (you)');

  await page.getByRole('button', { name: 'Enter what they have seen' }).click();
  await page.getByLabel('What they saw or heard').fill('The pilot at work');
  await page.getByLabel('By whom').fill('CIO');
  await page.getByLabel('To whom').fill('Account executive');
  await page.getByRole('button', { name: 'Enter it' }).click();
  await page.getByRole('button', { name: 'Write down their answer' }).click();
  await page.getByLabel('What they answered').fill('Silence.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('#register')).toContainText('Silence.');

  await page.getByRole('button', { name: 'Log a test' }).click();
  await page.getByLabel('What they did').fill('The price ends on Friday.');
  await page.getByLabel('How it ended').selectOption('held');
  await page.getByRole('button', { name: 'Log the test' }).click();
  await expect(page.getByText('What did we do?')).toBeVisible();
  await page.getByLabel('What we did').fill('Let Friday pass.');
  await page.getByLabel('What it taught').fill('The price was there on Monday.');
  await page.getByRole('button', { name: 'Log the test' }).click();
  await expect(page.getByRole('article', { name: /^A deadline/ })).toContainText('held');
  await expectAccessible(page);
});

test('what Microsoft sees is approved on a phone before it can be downloaded, and is then exactly that', async ({
  page,
  browser,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Marta Lindqvist');
  await page.getByRole('link', { name: /Averna/ }).click();
  await page.getByRole('link', { name: 'Posture', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This is what Microsoft sees' })).toBeVisible();
  const posture = new URL(page.url()).pathname;
  const paper = async () => textOfPdf(await (await page.request.get(`${posture}/summary`)).body());
  expect(await paper()).not.toMatch(/\d|Nextcloud|Proxmox/);

  // A released name counts for what is drafted from then on, and what was approved stays what it was.
  const release = page.getByRole('button', { name: 'Release or withhold the name' });
  await listening(release);
  await release.click();
  await page.getByLabel('The supplier', { exact: true }).fill('Nordlicht Cloud');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('“Nordlicht Cloud” was released by Marta Lindqvist')).toBeVisible();
  const advisor = await (await browser.newContext()).newPage();
  await signInAs(advisor, 'Ines Halder');
  await advisor.goto(posture);
  const anew = advisor.getByRole('button', { name: /^Draft it anew/ });
  await listening(anew);
  await anew.click();
  const drafted = advisor.getByRole('article', { name: 'Version 2 of the summary' });
  await expect(drafted).toContainText('It waits for an executive.');
  await expect(drafted.getByRole('link', { name: 'Download as PDF' })).toHaveCount(0);
  expect(await paper()).not.toContain('Nordlicht');

  await page.reload();
  const approve = page.getByRole('button', { name: 'Approve it for showing' });
  await listening(approve);
  await approve.click();
  const shown = page.getByRole('article', { name: 'Version 2 of the summary' });
  await expect(shown).toContainText('Approved for showing by Marta Lindqvist');
  const download = page.waitForEvent('download');
  await shown.getByRole('link', { name: 'Download as PDF' }).click();
  expect((await download).suggestedFilename()).toBe('Averna-Industries-preparation.pdf');
  expect(await paper()).toContain('Nordlicht Cloud');
  await page.reload();
  await shown.getByText('Downloaded 2 times').click();
  await expect(shown.getByRole('listitem').filter({ hasText: 'Marta Lindqvist' })).toHaveCount(3);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await expectAccessible(page);

  // Whoever does not negotiate finds no such room.
  const observer = await (await browser.newContext()).newPage();
  await signInAs(observer, 'Sofia Duarte');
  await observer.goto(posture);
  await expect(observer.getByRole('heading', { name: /nothing here/i })).toBeVisible();
});
