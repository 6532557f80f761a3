import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, listening, test } from './journey';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

async function openPlan(page: Page, client: string) {
  await signInAs(page, 'Ines Halder');
  const path = await importEngagement(page, client);
  await page.goto(`${path}/plan`);
  return path;
}

test('a plan is read, and changed with the keyboard alone', async ({ page }) => {
  await openPlan(page, 'Plan by keyboard');
  await expect(page.getByText('Leaving takes 6 months at the least, so it must begin by 30 Dec 2098')).toBeVisible();
  await expectAccessible(page);

  // 1 + 2 + 3 = 6 months; a pilot a month longer makes 7.
  await page.getByRole('button', { name: /^Pilot: 2 months/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Leaving takes 7 months at the least, so it must begin by 30 Nov 2098')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('Pilot now takes 3 months.');
  await page.reload();
  await expect(page.getByRole('button', { name: /^Pilot: 3 months/ })).toBeVisible();

  // Down to the next bar, and a month less for it; then taken back.
  await page.getByRole('button', { name: /^Pilot/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: /^The move: 2 months/ })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(page.getByRole('button', { name: /^The move: 3 months/ })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('Taken back');

  // A circle is refused where it would begin, and named.
  const contract = page.getByRole('listitem').filter({ has: page.locator('input[value="Contract"]') });
  await contract.locator('summary', { hasText: 'Waits for' }).press('Enter');
  await contract.getByLabel('The move').press('Space');
  await expect(contract.getByRole('alert')).toContainText('“Contract” → “The move” → “Pilot” → “Contract”');

  await page.getByLabel(/^New step/).fill('Archive');
  await page.getByLabel('Months').last().fill('1');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Leaving takes 8 months at the least')).toBeVisible();
});

test('dragging a bar’s end changes how long it takes; dragging a bar onto another makes it wait', async ({ page }) => {
  await openPlan(page, 'Plan by mouse');
  const move = page.getByRole('button', { name: /^The move: 3 months/ });
  const box = await move.boundingBox();
  if (!box) throw new Error('no bar');
  await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 2 - box.width / 3, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: /^The move: 2 months/ })).toBeVisible();

  await page.getByLabel(/^New step/).fill('Training');
  await page.getByLabel('Months').last().fill('1');
  await page.getByRole('button', { name: 'Add the step' }).click();
  const training = page.getByRole('listitem').filter({ has: page.locator('input[value="Training"]') });
  await training.locator('summary', { hasText: 'Waits for' }).click();
  await training.getByLabel('The move').uncheck();
  await expect(training.locator('summary', { hasText: 'Waits for' })).toContainText('Waits for: nothing');
  await page.getByRole('button', { name: /^Training/ }).dragTo(page.getByRole('button', { name: /^Pilot/ }));
  await expect(training.locator('summary', { hasText: 'Waits for' })).toContainText('Waits for: Pilot');
});

test('a switching line follows a step, and moves when the plan moves', async ({ page }) => {
  await openPlan(page, 'Plan with a follower');
  const mail = page.getByRole('listitem').filter({ hasText: 'Moving the mail' });
  await listening(mail.getByRole('combobox'));
  await mail.getByRole('combobox').selectOption({ label: 'Follows: Pilot' });
  // The pilot runs over months −5 … −3 before 30 June 2099.
  await expect(mail).toContainText('Jan 2099 – Feb 2099');
  await page.getByRole('button', { name: /^The move: 3 months/ }).press('ArrowRight');
  await expect(mail).toContainText('Dec 2098 – Jan 2099');
});

test('an observer reads the plan on a phone and changes nothing', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Sofia Duarte');
  await page.getByRole('link', { name: /Averna/ }).click();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await expect(page.getByText(/^Leaving takes/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add the step' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Remove/ })).toHaveCount(0);
  await expectAccessible(page);
});
