import { expectAccessible } from './accessibility';
import { expect, test } from './journey';
import { portalLog } from './portal-log';

test('the portal says that it is up, explains itself, and leads to signing in', async ({ page, request }) => {
  expect((await request.get('/api/health')).status()).toBe(200);
  await page.goto('/');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
});

test('its log says where it serves, and holds no secret of its environment', async () => {
  expect(portalLog()).toContain('Serving at http://localhost:');
  expect(portalLog()).not.toMatch(/postgres:\/\/|[0-9a-f]{64}/);
});
