import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Page } from '@playwright/test';
import { newestMail } from './mailbox';
import { importEngagement } from './own-engagement';
import { signInAs } from './sign-in';

export const newAddress = () => `newcomer-${randomUUID().slice(0, 8)}@averna.example`;

export type Role = 'Advisor' | 'Executive' | 'Contributor' | 'Observer';

/** Invites an address from the People room of an engagement. */
export async function invite(page: Page, engagement: string, email: string, role: Role): Promise<void> {
  await page.goto(`${engagement}/people`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Invite' }).click();
  await expect(page.getByText(`on its way to ${email}`)).toBeVisible();
}

/** Accepts the newest invitation to an address as somebody new. */
export async function accept(page: Page, email: string, name: string): Promise<void> {
  const mail = await newestMail(page, email);
  await page.goto(await mail.link());
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Accept the invitation' }).click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}$/);
}

/** An engagement of this journey's own, and its advisor in a browser of their own: no other journey meets them. */
export async function advisorOfOwn(browser: Browser) {
  const advisor = await (await browser.newContext()).newPage();
  await signInAs(advisor, 'Ines Halder');
  return { advisor, engagement: await importEngagement(advisor, `Averna ${randomUUID().slice(0, 8)}`) };
}

/** Somebody new in an engagement, in a browser of their own. */
export async function newcomerIn(browser: Browser, advisor: Page, engagement: string, role: Role = 'Contributor') {
  const email = newAddress();
  const name = `Noor ${email.slice(9, 17)}`;
  await invite(advisor, engagement, email, role);
  const newcomer = await (await browser.newContext()).newPage();
  await accept(newcomer, email, name);
  return { newcomer, email, name };
}
