import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { importEngagement, smallModel } from './own-engagement';
import { signInAs } from './sign-in';

/** Opens an engagement's front page from the list. */
async function openLine(page: Page, client: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: client, exact: true }).click();
  await page.waitForURL(/\/engagements\/[0-9a-f-]{36}$/);
}

const phone = { width: 390, height: 844 };

test('a stranger reads of Munich: the city’s own figures say leave, the vendor’s version stay, and by how much', async ({
  page,
}) => {
  await signInAs(page, 'Marta Lindqvist');
  await openLine(page, 'City of Munich');

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Leaving is the right decision/);
  await expect(
    page.getByText('City of Munich’s own figures say leave, Microsoft’s version says stay. They differ by EUR 37.8M'),
  ).toBeVisible();
  await expect(page.getByText('Staying costs EUR 11.3M more than leaving.')).toBeVisible();
  await expect(page.getByText(/On Microsoft’s version the reading would be\s+Revisit/)).toBeVisible();
  const picture = page.getByRole('img', {
    name: /Microsoft’s offer EUR 34.1M; .*LiMux.* EUR 22.8M; Microsoft’s version/,
  });
  await expect(picture).toBeVisible();
  await expect(picture).toHaveAccessibleName(/Walk threshold EUR 29.9M/);
  await expect(page.getByText(/approved by Marta Lindqvist on .* and Paul Okafor on/)).toBeVisible();
  await expect(
    page.getByText('The whole offer would have to fall by 33.1 %, from EUR 34.1M to EUR 22.8M'),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: /city’s comparison/ })).toHaveAttribute('href', /^https?:/);
});

test('every picture has its figures as a table, by keyboard', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await openLine(page, 'Averna Industries');
  const pictures = page.getByRole('figure');
  const count = await pictures.count();
  expect(count).toBeGreaterThanOrEqual(6);
  for (let index = 0; index < count; index++) {
    const picture = pictures.nth(index);
    await expect(picture.getByRole('img')).toHaveAccessibleName(/\S/);
    await expect(picture.getByRole('table')).toBeHidden();
    await picture.getByText('The figures as a table').focus();
    await page.keyboard.press('Enter');
    await expect(picture.getByRole('table')).toBeVisible();
    expect(await picture.getByRole('row').count()).toBeGreaterThan(1);
  }
  await expectAccessible(page);
});

test('on paper the tables lie open and nothing is left to press', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await openLine(page, 'Averna Industries');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table').first()).toBeVisible();
  await expect(page.getByRole('table').last()).toBeVisible();
  await expect(page.getByText('The figures as a table').first()).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme}, on a phone and on a desk`, () => {
    test.use({ colorScheme });

    test('the line is accessible and never wider than the screen', async ({ page }) => {
      await signInAs(page, 'Marta Lindqvist');
      await openLine(page, 'Averna Industries');
      await expectAccessible(page);
      await page.setViewportSize(phone);
      await expectAccessible(page);
      for (const summary of await page.getByText('The figures as a table').all()) await summary.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
      await expectAccessible(page);
    });
  });
}

for (const name of ['Jonas Weber', 'Sofia Duarte']) {
  test(`${name} reads the honest math, and receives nothing of the threshold`, async ({ page }) => {
    await signInAs(page, 'Marta Lindqvist');
    const amounts: string[] = [];
    for (const client of ['City of Munich', 'Averna Industries']) {
      await openLine(page, client);
      amounts.push(await thresholdOnPage(page));
      await page.goto('/engagements');
    }
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signInAs(page, name);
    for (const [index, client] of ['City of Munich', 'Averna Industries'].entries()) {
      await openLine(page, client);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^The math favours (leaving|staying)\.$/);
      const payload = await page.request.get(page.url(), { headers: { rsc: '1' } });
      for (const sent of [await (await page.request.get(page.url())).text(), await payload.text()]) {
        const words = sent.replaceAll('Walk Position', '').replaceAll('walk-position', '');
        expect(
          words.match(/.{0,30}([Tt]hreshold|\b(Walk|Press|Revisit|Incomplete|leadership)\b)/)?.[0],
        ).toBeUndefined();
        const amount = amounts[index] as string;
        const forms = [amount, amount.replaceAll(',', ''), amount.replaceAll(',', '').replace(/\.\d+$/, '')];
        expect(forms.filter((form) => sent.includes(form))).toEqual([]);
      }
      await page.goto('/engagements');
    }
  });
}

/** The threshold to its cents, as whoever may see it finds it in the table under the picture. */
async function thresholdOnPage(page: Page): Promise<string> {
  const picture = page.getByRole('figure').first();
  await picture.getByText('The figures as a table').click();
  const cells = picture.getByRole('row', { name: /^Walk threshold/ }).getByRole('cell');
  const amount = (await cells.first().textContent()) ?? '';
  expect(amount).toMatch(/^[\d,]{7,}\.\d\d$/);
  return amount;
}

test('an imported file reads its line at once, and says what is missing and who can supply it', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  await importEngagement(page, 'Line Journey', smallModel);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^The math favours (leaving|staying)\.$/);
  await expect(page.getByText('Incomplete', { exact: true })).toBeVisible();
  await expect(page.getByText('No walk threshold has been proposed yet.')).toBeVisible();
  await expect(page.getByText('Ines Halder (advisor) can propose one.')).toBeVisible();
});

test('an engagement without figures says what to enter first', async ({ page }) => {
  await signInAs(page, 'Ines Halder');
  const nothing = { ...smallModel, offer: { ...smallModel.offer, lines: [] } };
  await importEngagement(page, 'Line Journey, bare', nothing);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing to compare yet.');
  await expect(page.getByText('The offer has no line yet.')).toBeVisible();
  await expectAccessible(page);
});
