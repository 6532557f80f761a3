/** `npm run threshold:verify` computes the hash of every snapshot anew, and names what is no longer what was decided upon. */
import { asJob, closeDoors } from '@/db/doors';
import { type BrokenSnapshot, verifySnapshots } from '@/lib/thresholds/verify';
import { withDatabase } from '@/scripts/portal/database';

const what: Record<BrokenSnapshot['problem'], string> = {
  changed: 'does not hold what was kept',
  missing: 'is missing',
  'about something else': 'is about something else',
};

async function main(): Promise<void> {
  const { snapshots, decisions, broken } = await withDatabase(async () => {
    const verified = await asJob((tx) => verifySnapshots(tx));
    await closeDoors();
    return verified;
  });
  for (const { engagementId, what: which, problem } of broken) {
    console.error(`Engagement ${engagementId}: ${which} ${what[problem]}.`);
  }
  const state = broken.length === 0 ? 'all as they were kept' : `${broken.length} are not`;
  console.log(`${snapshots} snapshots, ${decisions} decisions that rest on them: ${state}.`);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
