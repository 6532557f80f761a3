import { test as base, expect, type Locator } from '@playwright/test';

export { expect } from '@playwright/test';

/**
 * A journey. Windows it opened for other people close behind it: left open, each would go on listening to its
 * engagement, and one person may have only so many windows that do.
 */
export const test = base.extend<{ closedWindows: undefined }>({
  closedWindows: [
    async ({ browser }, use) => {
      const open = new Set(browser.contexts());
      await use(undefined);
      for (const context of browser.contexts()) if (!open.has(context)) await context.close();
    },
    { auto: true },
  ],
});

/** Waits until a control of a page that has only just come listens to what is done with it. */
export async function listening(control: Locator): Promise<void> {
  await expect(async () => {
    const marks = await control.evaluate((node) => Object.keys(node).filter((key) => key.startsWith('__reactProps$')));
    expect(marks).not.toEqual([]);
  }).toPass();
}
