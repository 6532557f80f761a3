import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Account, ownerOf, reachable, reachableFolder, unprivilegedAccount } from '@/db/embedded-account';
import { serverPrograms } from '@/db/embedded-binaries';
import { runningPort } from '@/db/embedded-process';

const run = promisify(execFile);

export type EmbeddedDatabase = {
  /** The owner's address. */
  readonly url: string;
  /** False where a server that was running already has been taken over. */
  readonly started: boolean;
  stop(): Promise<void>;
};

const owner = 'walk_owner';
const database = 'walk_position';

/**
 * Starts the PostgreSQL that npm brought, its data in `dir`, on a free loopback port; or takes over the one that
 * is running on that data already. Data survives a kill: fsync stays on, unless all of it is to be thrown away.
 */
export async function startDatabase(dir: string, { throwAway = false } = {}): Promise<EmbeddedDatabase> {
  mkdirSync(dir, { recursive: true });
  const asRoot = process.getuid?.() === 0;
  const password = secretIn(join(dir, 'postgres-password'));
  const home = asRoot && !reachable(dir) ? reachableFolder(password) : dir;
  const data = join(home, 'postgres');
  const account = asRoot ? (ownerOf(data) ?? unprivilegedAccount()) : null;
  const programs = serverPrograms(home, account);
  const program = (name: string) => join(programs, process.platform === 'win32' ? `${name}.exe` : name);
  const options = { ...(account ?? {}), env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, cwd: home, windowsHide: true };

  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(program('initdb'), data, password, account, options);
  const running = runningPort(data);
  const port = running ?? (await freePort());
  if (running === null) await launch(program('pg_ctl'), data, port, throwAway, options);
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(url);
  return {
    url,
    started: running === null,
    async stop() {
      if (runningPort(data) === null) return;
      await run(
        program('pg_ctl'),
        ['stop', '-D', data, '-m', throwAway ? 'immediate' : 'fast', '-w', '-t', '30'],
        options,
      );
    },
  };
}

/** A random secret kept in a file that only its owner may read. */
export function secretIn(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}

type Options = { uid?: number; gid?: number; env: NodeJS.ProcessEnv; cwd: string; windowsHide: boolean };

/** Made beside its place and moved there when whole: half a cluster would be taken for one the next time. */
async function initialise(initdb: string, data: string, password: string, account: Account | null, options: Options) {
  const making = `${data}.new`;
  const passwordFile = `${data}.initial-password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(initdb, ['-D', making, '-U', owner, '-A', 'scram-sha-256', '--pwfile', passwordFile, ...locale], options);
  } catch (error) {
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr ?? String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, data);
}

/** A server that was killed leaves its workers behind for a moment, and with them the memory they share. */
const launches = 20;

async function launch(pgCtl: string, data: string, port: number, throwAway: boolean, options: Options): Promise<void> {
  const lasting = throwAway ? ' -c fsync=off -c synchronous_commit=off -c full_page_writes=off' : '';
  const settings = `-p ${port} -h 127.0.0.1 -c unix_socket_directories='' -c max_connections=60 -c log_min_messages=warning${lasting}`;
  const log = join(data, 'server.log');
  for (let left = launches; ; left--) {
    const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
    // Apart from our process group: Ctrl-C must reach the portal first and the database last.
    const child = spawn(pgCtl, ['start', '-D', data, '-w', '-t', '60', '-l', log, '-o', settings], {
      ...options,
      detached: true,
      stdio: 'ignore',
    });
    const code = await new Promise((done, fail) => {
      child.on('error', fail);
      child.on('exit', done);
    });
    if (code === 0) return;
    const said = existsSync(log) ? readFileSync(log, 'utf8').slice(before) : '';
    if (left === 0 || !said.includes('still in use')) throw new Error(`PostgreSQL did not start:\n${said}`);
    await pause(250);
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const { default: postgres } = await import('postgres');
  const sql = postgres(url.replace(/\/[^/]*$/, '/postgres'), { max: 1, onnotice: () => {} });
  try {
    const [found] = await onceRecovered(() => sql`select 1 from pg_database where datname = ${database}`);
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}

/** A server that was taken over may still be reading its log after a kill. */
async function onceRecovered<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 60_000; ; ) {
    try {
      return await ask();
    } catch (error) {
      const startingUp = (error as { code?: string }).code === '57P03';
      if (!startingUp || Date.now() > until) throw error;
      await pause(100);
    }
  }
}
