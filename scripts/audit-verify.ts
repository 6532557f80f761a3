/** `npm run audit:verify` walks the trail of every engagement and names the first broken link of each that has one. */
import { asJob, closeDoors } from '@/db/doors';
import { type BrokenLink, verifyTrails } from '@/lib/activity/verify';
import { withDatabase } from '@/scripts/portal/database';

const what: Record<BrokenLink['problem'], string> = {
  changed: 'does not hold what was written',
  missing: 'is missing',
  'out of line': 'does not follow the entry before it',
  'cut off': 'is where the trail was cut off',
};

async function main(): Promise<void> {
  const { trails, entries, broken } = await withDatabase(async () => {
    const verified = await asJob((tx) => verifyTrails(tx));
    await closeDoors();
    return verified;
  });
  for (const { engagementId, number, problem } of broken) {
    console.error(`Engagement ${engagementId}: entry ${number / 1_000_000} ${what[problem]}.`);
  }
  console.log(`${trails} trails, ${entries} entries: ${broken.length === 0 ? 'unbroken' : `${broken.length} broken`}.`);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
