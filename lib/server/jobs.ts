import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { AnyTx } from '@/db/doors';

type JobDefinition = {
  /** Ids and dates only: the queue keeps it, and shows it to whoever tends the database. */
  readonly payload: z.ZodType;
  /** Tries before it is given up; the wait between them grows from seconds to hours. */
  readonly attempts: number;
  /** How long one try may take. */
  readonly seconds: number;
};

/**
 * What is done later, in a process of its own or beside the pages. Who may ask for what is decided a second time
 * by `enqueue_job` in the database: a job that a page asks for needs its row there.
 */
export const jobs = {
  'mail.deliver': { payload: z.object({ mailId: z.uuid() }), attempts: 12, seconds: 60 },
  'readiness.judge': { payload: z.object({ engagementId: z.uuid() }), attempts: 5, seconds: 60 },
  'hourly.readiness': { payload: z.object({}), attempts: 3, seconds: 600 },
  'threshold.watch': { payload: z.object({ engagementId: z.uuid() }), attempts: 5, seconds: 60 },
  'hourly.thresholds': { payload: z.object({}), attempts: 2, seconds: 600 },
  'hourly.digests': { payload: z.object({}), attempts: 2, seconds: 600 },
  'nightly.tidy': { payload: z.object({}), attempts: 3, seconds: 60 },
  'nightly.verify': { payload: z.object({}), attempts: 3, seconds: 60 },
} as const satisfies Record<string, JobDefinition>;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.output<(typeof jobs)[Name]['payload']>;

/**
 * Adds a job in the caller's transaction: it exists if, and only if, the change that wants it does.
 * A `key` names it: while one of that key waits, a second one takes its place.
 */
export async function enqueueJob<Name extends JobName>(
  tx: AnyTx,
  name: Name,
  payload: JobPayload<Name>,
  { runAt, key }: { runAt?: Date; key?: string } = {},
): Promise<void> {
  const { payload: schema, attempts } = jobs[name];
  await tx.execute(sql`select enqueue_job(${name}, ${JSON.stringify(schema.parse(payload))}::jsonb,
    ${runAt?.toISOString() ?? null}::timestamptz, ${key ?? null}, ${attempts})`);
}
