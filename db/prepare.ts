import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { prepareJobQueue } from './job-queue';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
const groups = ['walk_app', 'walk_auth', 'walk_job', 'walk_system'] as const;
const logins = ['walk_app', 'walk_auth', 'walk_job'] as const;

/** One at a time, whichever process comes first. */
const preparationLock = 7_311_906;

/**
 * Makes a database ready: roles, tables, walls, job queue. Idempotent, as the owner. Returns the addresses the
 * portal's process may hold; none of their roles owns anything. Throws for a PostgreSQL older than 15.
 */
export async function prepareDatabase({ ownerUrl, secret }: { ownerUrl: string; secret: string }) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [server] =
      await sql`select current_setting('server_version_num')::int as version, current_database() as name`;
    if (server?.version < 150_000) throw new Error('PostgreSQL 15 or newer is needed');
    const name = String(server?.name);
    await sql`select pg_advisory_lock(${preparationLock})`;
    await createRoles(sql, name, secret);
    await migrate(drizzle(sql), { migrationsFolder });
    await prepareJobQueue(sql, ownerUrl);
    return {
      appUrl: loginUrl(ownerUrl, 'walk_app', name, secret),
      authUrl: loginUrl(ownerUrl, 'walk_auth', name, secret),
      jobUrl: loginUrl(ownerUrl, 'walk_job', name, secret),
    };
  } finally {
    await sql.end();
  }
}

/** Groups hold the grants and belong to the whole server; the logins in them belong to one database each. */
async function createRoles(sql: postgres.Sql, database: string, secret: string): Promise<void> {
  const existing = new Set((await sql`select rolname from pg_roles`).map((row) => row.rolname as string));
  for (const group of groups) if (!existing.has(group)) await sql`create role ${sql(group)} nologin`;
  await sql`grant walk_system to current_user`;
  // Nobody else's login enters, and none makes a table that could stand in front of ours.
  await sql`revoke connect, temporary on database ${sql(database)} from public`;
  for (const group of logins) {
    const login = loginName(group, database);
    if (!existing.has(login)) await sql`create role ${sql(login)} login in role ${sql(group)}`;
    // The password is hexadecimal, and a utility statement takes no parameters.
    await sql.unsafe(`alter role ${quoted(login)} password '${passwordOf(login, secret)}'`);
    await sql`grant connect on database ${sql(database)} to ${sql(login)}`;
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** PostgreSQL cuts names at 63 bytes. */
function loginName(group: string, database: string): string {
  return `${group}_${database}`.slice(0, 63);
}

function passwordOf(login: string, secret: string): string {
  return createHmac('sha256', secret).update(login).digest('hex');
}

function loginUrl(ownerUrl: string, group: string, database: string, secret: string): string {
  const url = new URL(ownerUrl);
  const login = loginName(group, database);
  url.username = login;
  url.password = passwordOf(login, secret);
  return url.href;
}
