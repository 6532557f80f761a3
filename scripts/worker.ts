/** `npm run worker` works on the job queue, for portals that serve with JOBS=apart. Ctrl-C lets what is under way finish. */
import { closeDoors } from '@/db/doors';
import { startJobs } from '@/lib/operations/job-runner';
import { withDatabase } from '@/scripts/portal/database';

await withDatabase(async () => {
  const stopJobs = await startJobs();
  console.log('Working on jobs. Ctrl-C stops it.');
  await new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
  await stopJobs();
  await closeDoors();
});
