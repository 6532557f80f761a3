import { expectAccessible } from './accessibility';
import { cell, openAlternative, saved, take } from './bench';
import { expect, test } from './journey';
import { signInAs } from './sign-in';

test('by keyboard from anywhere: a room of another deal, a person, nobody', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  const box = page.getByRole('combobox', { name: /Find an engagement/ });
  const option = page.getByRole('option');
  await expect(page.getByRole('button', { name: 'Find or do' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(option.filter({ hasText: 'New engagement' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('averna ind cla');
  await expect(option.first()).toHaveText('ClaimsAverna Industries');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claims');
  await expect(box).toHaveCount(0);

  // In a deal its own rooms come first.
  await page.keyboard.press('Control+k');
  await expect(option.first()).toHaveText('The lineAverna Industries');
  await page.keyboard.type('thre');
  await expect(option.first()).toHaveText('ThresholdAverna Industries');
  await box.fill('jonas');
  await expect(option.filter({ hasText: 'IT controller' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/people#person-/);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nobody of that name');
  await expect(page.getByText('Nothing of that name is yours to see.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toHaveCount(0);
});

test('opened over a cell that is being typed in, it loses nothing', async ({ page }) => {
  await openAlternative(page, 'Palette plc');
  await take(page, 'Retraining', 'likely');
  await page.keyboard.type('321');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toHaveText('The linePalette plc');
  await page.keyboard.press('Escape');
  await expect(cell(page, 'Retraining', 'likely')).toContainText('321');
  await saved(page);
});

test('on a phone a contributor finds no threshold, and signs out by it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(page, 'Jonas Weber');
  await page.getByRole('button', { name: 'Find or do' }).click();
  const option = page.getByRole('option');
  await page.getByRole('combobox', { name: /Find an engagement/ }).fill('thresh');
  await expect(page.getByText('Nothing of that name is yours to see.')).toBeVisible();
  await page.getByRole('combobox', { name: /Find an engagement/ }).fill('munich pl');
  await expect(option.first()).toHaveText('PlanCity of Munich');
  await expectAccessible(page);
  await page.getByRole('combobox', { name: /Find an engagement/ }).fill('sign out');
  await option.filter({ hasText: 'Sign out' }).click();
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();
});
