import type { Page } from '@playwright/test';

/** Signs in as one of the demo's people, by their name on the sign-in page. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL('**/engagements');
}
