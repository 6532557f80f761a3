import { runMigrations } from 'graphile-worker';
import type postgres from 'postgres';

/**
 * The job queue's own schema, as graphile-worker makes it, and the walls around it: the owner's tables, worked on
 * by walk_job alone. Everybody else adds a job through `enqueue_job`. Idempotent.
 */
export async function prepareJobQueue(sql: postgres.Sql, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  // Only what a new version of the package brought: the queue may be at work.
  const open = await sql<{ name: string }[]>`
    select tablename as name from pg_tables t where schemaname = 'graphile_worker' and not exists (
      select from pg_policies p where p.schemaname = t.schemaname and p.tablename = t.tablename and policyname = 'work')`;
  if (open.length === 0) return;
  await sql.begin(async (tx) => {
    await tx`revoke all on schema graphile_worker from public`;
    await tx`grant usage on schema graphile_worker to walk_job`;
    await tx`grant execute on all functions in schema graphile_worker to walk_job`;
    for (const { name } of open) {
      await tx`alter table graphile_worker.${tx(name)} enable row level security`;
      await tx`create policy work on graphile_worker.${tx(name)} for all to walk_job using (true) with check (true)`;
      if (name === 'migrations') await tx`grant select on graphile_worker.migrations to walk_job`;
      else await tx`grant select, insert, update, delete on graphile_worker.${tx(name)} to walk_job`;
    }
  });
}
