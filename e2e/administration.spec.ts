import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

test('an engagement is archived, read but not changed, and erased on its lead’s word', async ({ browser }) => {
  const advisor = await (await browser.newContext()).newPage();
  const administrator = await (await browser.newContext()).newPage();
  await signInAs(advisor, 'Ines Halder');
  const path = await importEngagement(advisor, 'A deal that is over');
  await signInAs(administrator, 'Ruth Tanaka');

  // By name alone: the administrator reads none of it.
  await administrator.goto('/administration');
  const row = administrator.getByRole('listitem').filter({ hasText: 'A deal that is over' }).last();
  await expect(row).toContainText('Led by Ines Halder');
  expect((await administrator.goto(path))?.status()).toBe(404);
  await administrator.goto('/administration');
  await expectAccessible(administrator);

  await advisor.goto(`${path}/people`);
  await advisor.getByRole('button', { name: 'Put it in the archive' }).click();
  await expect(advisor.getByText('In the archive: read only')).toBeVisible();
  await advisor.goto(`${path}/plan`);
  await expect(advisor.getByText('Leaving takes 6 months')).toBeVisible();
  await expect(advisor.getByRole('button', { name: 'Add the step' })).toHaveCount(0);
  await advisor.goto('/engagements');
  await expect(advisor.getByRole('link', { name: 'A deal that is over' })).toHaveCount(0);
  await advisor.getByRole('link', { name: /^In the archive/ }).click();
  await expect(advisor.getByRole('link', { name: 'A deal that is over' })).toBeVisible();

  await administrator.reload();
  await row.getByRole('button', { name: 'Ask to erase it' }).click();
  await expect(row).toContainText('You asked to erase it');
  await expect(row.getByRole('button', { name: /Erase it/ })).toHaveCount(0);

  await advisor.goto(`${path}/people`);
  await expect(advisor.getByText('An administrator asks to erase this engagement')).toBeVisible();
  await advisor.getByRole('button', { name: 'Erase it …' }).click();
  await advisor.getByRole('button', { name: 'Erase everything it holds, for good' }).click();
  await advisor.waitForURL('**/engagements');
  expect((await advisor.goto(path))?.status()).toBe(404);

  await administrator.goto('/administration?events=engagement');
  await expect(administrator.getByText('confirmed the erasure of an engagement').first()).toBeVisible();
  await expect(administrator.getByRole('list').filter({ hasText: 'A deal that is over' })).toHaveCount(0);
});

test('the activity room tells what happened, in words, and what it knows can be taken along', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, 'A deal that is told');
  await page.goto(`${path}/plan`);
  await page.getByRole('button', { name: /^Pilot: 2 months/ }).press('ArrowRight');
  await expect(page.getByRole('button', { name: /^Pilot: 3 months/ })).toBeVisible();
  await page.goto(`${path}/activity?subject=step`);
  const entry = page.getByRole('listitem').filter({ hasText: 'changed the step' });
  await expect(entry).toContainText('Ines Halder changed the step “Pilot”');
  await entry.locator('summary').click();
  await expect(entry.getByRole('row', { name: /months/ })).toContainText('23');
  await expect(page.getByText(/The chain holds: \d+ entries/)).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download the trail' }).click();
  const text = await (await download).createReadStream().then(async (stream) => {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8');
  });
  const rows = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { wall: string; previousHash: string; hash: string });
  // Each row rests on the one before it on its side of the wall, from the first on.
  const ends = new Map<string, string>();
  for (const { wall, previousHash, hash } of rows) {
    expect(previousHash).toBe(ends.get(wall) ?? '0'.repeat(64));
    ends.set(wall, hash);
  }
  expect(rows.length).toBeGreaterThan(1);
});
