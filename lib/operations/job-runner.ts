import 'server-only';
import { sql } from 'drizzle-orm';
import { type JobHelpers, Logger, parseCronItems, run, type Task } from 'graphile-worker';
import { asJob } from '@/db/doors';
import { deliverMail } from '@/lib/mail/deliver';
import { forgetOldMails } from '@/lib/mail/forget';
import { verifyEveryTrail } from '@/lib/operations/alarm';
import { sendDigests } from '@/lib/operations/digests';
import { judgeNewDays, judgeOne } from '@/lib/operations/readiness';
import { watchAll, watchOne } from '@/lib/operations/thresholds';
import { forgetOldRequests } from '@/lib/requests/forget';
import { type JobName, type JobPayload, jobs } from '@/lib/server/jobs';
import { describeError, log } from '@/lib/server/logging';
import { forgetSpentLimits } from '@/lib/server/rate-limits';

/** One try of a job. */
export type Attempt = {
  /** Fired when the process stops or the job's time is over. */
  readonly signal: AbortSignal;
  /** No other try follows if this one fails. */
  readonly last: boolean;
};

const handlers: { readonly [Name in JobName]: (payload: JobPayload<Name>, attempt: Attempt) => Promise<void> } = {
  'mail.deliver': deliverMail,
  'readiness.judge': ({ engagementId }) => judgeOne(engagementId),
  'hourly.readiness': (_payload, { signal }) => judgeNewDays(signal),
  'threshold.watch': ({ engagementId }) => watchOne(engagementId),
  'hourly.thresholds': (_payload, { signal }) => watchAll(signal),
  'hourly.digests': (_payload, { signal }) => sendDigests(signal),
  'nightly.tidy': async () => {
    await forgetOldMails();
    await forgetSpentLimits();
    await forgetDeadJobs();
    await asJob(forgetOldRequests);
  },
  'nightly.verify': verifyEveryTrail,
};

/** At night in UTC, and every hour, since somewhere a new day begins; missed ones are made up for within a day. */
const recurring = parseCronItems([
  {
    task: 'hourly.readiness',
    match: '7 * * * *',
    options: { backfillPeriod: 3_600_000, maxAttempts: jobs['hourly.readiness'].attempts },
  },
  {
    task: 'hourly.thresholds',
    match: '7 * * * *',
    options: { backfillPeriod: 3_600_000, maxAttempts: jobs['hourly.thresholds'].attempts },
  },
  {
    task: 'hourly.digests',
    match: '3 * * * *',
    options: { backfillPeriod: 3_600_000, maxAttempts: jobs['hourly.digests'].attempts },
  },
  {
    task: 'nightly.tidy',
    match: '17 2 * * *',
    options: { backfillPeriod: 24 * 3_600_000, maxAttempts: jobs['nightly.tidy'].attempts },
  },
  {
    task: 'nightly.verify',
    match: '47 2 * * *',
    options: { backfillPeriod: 24 * 3_600_000, maxAttempts: jobs['nightly.verify'].attempts },
  },
]);

/** Seconds after which a job that is still held belongs to a process that has died: twice what a try may take. */
const abandonedAfter = Object.fromEntries(Object.entries(jobs).map(([name, { seconds }]) => [name, 2 * seconds]));

/** Works on the queue until the returned function is called, which lets the jobs under way finish. */
export async function startJobs(): Promise<() => Promise<void>> {
  const connectionString = process.env.JOB_DATABASE_URL;
  if (!connectionString) throw new Error('JOB_DATABASE_URL is not set');
  await releaseAbandonedJobs();
  const runner = await run({
    connectionString,
    taskList: Object.fromEntries((Object.keys(jobs) as JobName[]).map((name) => [name, taskOf(name)])),
    parsedCronItems: recurring,
    concurrency: 3,
    maxPoolSize: 5,
    pollInterval: 5_000,
    noHandleSignals: true,
    // What it says of a single job that failed has been logged already, without the error's message.
    logger: new Logger(() => (level, message) => {
      const told = (level === 'error' || level === 'warning') && !message.startsWith('Failed task');
      if (told) log.warn({ said: message }, 'the job queue');
    }),
  });
  runner.promise.catch((error: unknown) => log.error({ err: describeError(error) }, 'the job queue stopped'));
  const timer = setInterval(() => {
    releaseAbandonedJobs().catch((error: unknown) =>
      log.error({ err: describeError(error) }, 'abandoned jobs could not be released'),
    );
  }, 60_000);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await runner.stop();
  };
}

/** Parses, bounds and reports one job. What the queue keeps of an error is a reference, never its message. */
function taskOf<Name extends JobName>(name: Name): Task {
  const { payload, seconds } = jobs[name];
  const handler = handlers[name];
  return async (raw: unknown, { job, abortSignal }: JobHelpers) => {
    const signal = AbortSignal.any([abortSignal, AbortSignal.timeout(seconds * 1000)]);
    const ended = new Promise<never>((_, fail) => {
      signal.addEventListener('abort', () => fail(new Error(`not done within ${seconds} s, or stopped`)), {
        once: true,
      });
    });
    const attempt = { signal, last: job.attempts >= job.max_attempts };
    try {
      await Promise.race([handler(payload.parse(raw) as JobPayload<Name>, attempt), ended]);
    } catch (error) {
      log.warn({ job: job.id, task: name, attempt: job.attempts, err: describeError(error) }, 'a job failed');
      throw new Error(`see the log for job ${job.id}, attempt ${job.attempts}`);
    }
  };
}

/** Gives back to the queue what a killed process held: graphile-worker itself would wait for four hours. */
async function releaseAbandonedJobs(): Promise<void> {
  await asJob((tx) =>
    tx.execute(sql`update graphile_worker._private_jobs held set locked_at = null, locked_by = null
      from graphile_worker._private_tasks task where task.id = held.task_id
      and held.locked_at < now() - (${JSON.stringify(abandonedAfter)}::jsonb ->> task.identifier)::int * interval '1 second'`),
  );
}

/** Jobs that were given up a month ago. */
async function forgetDeadJobs(): Promise<void> {
  await asJob((tx) =>
    tx.execute(sql`delete from graphile_worker._private_jobs
      where attempts >= max_attempts and locked_at is null and updated_at < now() - interval '30 days'`),
  );
}
