import 'server-only';
import { hub } from '@/lib/live/hub';
import { startJobs } from '@/lib/operations/job-runner';
import { environment } from '@/lib/server/environment';
import { takeOverConsole } from '@/lib/server/logging';
import { onStop } from '@/lib/server/stopping';

/** What runs beside the pages in the serving process. JOBS=apart leaves the queue to `npm run worker`. */
export async function startOperations(): Promise<void> {
  if (process.env.NODE_ENV === 'production') takeOverConsole();
  onStop(() => hub().stop());
  const { jobsApart } = environment();
  if (!jobsApart) onStop(await startJobs());
}
