import type { Page } from '@playwright/test';

/** Signs in as one of the demo's people, by their name on the sign-in page, on the way to their engagements. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in?next=%2Fengagements');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL('**/engagements');
}
