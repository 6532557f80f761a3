/** `npm run demo:reset` empties the demo and tells it again, whether the portal is running or not. */
import { closeDoors } from '@/db/doors';
import { emptyDemo } from '@/scripts/demo/empty';
import { seedDemoOnce } from '@/scripts/demo/seed';
import { withDatabase } from '@/scripts/portal/database';
import { settingsFrom } from '@/scripts/portal/settings';

async function main(): Promise<void> {
  if (!settingsFrom(process.env).demo) {
    throw new Error('Only the demo in the embedded database is reset: unset DATABASE_URL and DEMO first.');
  }
  await withDatabase(async (ownerUrl) => {
    await emptyDemo(ownerUrl);
    await seedDemoOnce(ownerUrl);
    await closeDoors();
  });
  console.log('The demo is as it was on the first day. Whoever was signed in signs in again.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
