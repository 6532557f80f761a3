import 'server-only';
import { sql } from 'drizzle-orm';
import { drizzle, type PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { withoutValues } from './query-error';

/** The only ways to a row: a transaction of the right role that has set who is asking. */

type Transaction = PostgresJsTransaction<Record<string, never>, Record<string, never>>;

declare const door: unique symbol;

/** A transaction in which row-level security knows the actor. */
export type ActorTx = Transaction & { readonly [door]: 'actor' };
/** A transaction of nobody: row-level security gives it no engagement. */
export type VisitorTx = Transaction & { readonly [door]: 'visitor' };
/** A transaction of sign-in: people and sessions, no engagement. */
export type SystemTx = Transaction & { readonly [door]: 'system' };
/** A transaction of a job: mails and the job queue, no engagement and no session. */
export type JobTx = Transaction & { readonly [door]: 'job' };
/** Through whichever door: for what every role may do, such as leaving a mail or a job behind. */
export type AnyTx = ActorTx | VisitorTx | SystemTx | JobTx;

type Pool = { readonly client: postgres.Sql; readonly database: PostgresJsDatabase };

/** Kept on the process, so that a reload in development does not open new connections each time. */
const kept = globalThis as { walkPositionPools?: Map<string, Pool> };
kept.walkPositionPools ??= new Map();
const pools = kept.walkPositionPools;

function pool(variable: 'APP_DATABASE_URL' | 'AUTH_DATABASE_URL' | 'JOB_DATABASE_URL'): Pool {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set`);
  let opened = pools.get(url);
  if (!opened) {
    const client = postgres(url, {
      max: 10,
      idle_timeout: 60,
      onnotice: () => {},
      connection: { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 },
    });
    opened = { client, database: drizzle(client) };
    pools.set(url, opened);
  }
  return opened;
}

/** One transaction: what throws inside undoes all of it, and comes out without the values that were in it. */
async function transaction<T>(variable: Parameters<typeof pool>[0], run: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await pool(variable).database.transaction((tx) => run(tx as Transaction));
  } catch (error) {
    throw withoutValues(error);
  }
}

/** Runs as one person. */
export function asActor<T>(actor: { readonly userId: string }, run: (tx: ActorTx) => Promise<T>): Promise<T> {
  return transaction('APP_DATABASE_URL', async (tx) => {
    await tx.execute(sql`select set_config('app.actor', ${actor.userId}, true)`);
    return run(tx as ActorTx);
  });
}

/** Runs as nobody in particular. */
export function asVisitor<T>(run: (tx: VisitorTx) => Promise<T>): Promise<T> {
  return transaction('APP_DATABASE_URL', async (tx) => {
    await tx.execute(sql`select set_config('app.actor', '', true)`);
    return run(tx as VisitorTx);
  });
}

/** Runs as sign-in. */
export function asSystem<T>(run: (tx: SystemTx) => Promise<T>): Promise<T> {
  return transaction('AUTH_DATABASE_URL', (tx) => run(tx as SystemTx));
}

/** Runs as a job. */
export function asJob<T>(run: (tx: JobTx) => Promise<T>): Promise<T> {
  return transaction('JOB_DATABASE_URL', (tx) => run(tx as JobTx));
}

/** What the rate limiter counts with: sign-in's role, one statement at a time, in the form of node-postgres. */
export const limitStore = {
  async query({ text, values }: { text: string; values: (string | number | null)[] }) {
    const rows = await pool('AUTH_DATABASE_URL').client.unsafe(text, values);
    return { rows, rowCount: rows.count };
  },
};

/** Closes every connection, for scripts and tests that end. */
export async function closeDoors(): Promise<void> {
  await Promise.all([...pools.values()].map(({ client }) => client.end()));
  pools.clear();
}
