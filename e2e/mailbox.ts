import { expect, type Page } from '@playwright/test';

/** The newest mail to an address, as the demo shows it. Waits until there is one, or one more than `after`. */
export async function newestMail(page: Page, recipient: string, { after = 0 }: { after?: number } = {}) {
  const mails = page.getByRole('listitem').filter({ hasText: `To ${recipient}` });
  await expect(async () => {
    await page.goto('/mailbox');
    expect(await mails.count()).toBeGreaterThan(after);
  }).toPass();
  const mail = mails.first();
  return {
    count: await mails.count(),
    text: await mail.textContent(),
    link: async () => String(await mail.getByRole('link').getAttribute('href')),
  };
}
