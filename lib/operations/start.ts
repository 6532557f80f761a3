import 'server-only';
import { startJobs } from '@/lib/operations/job-runner';
import { environment } from '@/lib/server/environment';
import { onStop } from '@/lib/server/stopping';

/** What runs beside the pages in the serving process. JOBS=apart leaves the queue to `npm run worker`. */
export async function startOperations(): Promise<void> {
  const { jobsApart } = environment();
  if (!jobsApart) onStop(await startJobs());
}
