import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startDatabase } from '@/db/embedded';

/** `npm start` for real, as a process, on a data folder of its own; the portal must have been built. */

type Portal = {
  readonly pid: number;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves when it says that it serves; rejects when it ends before. */
  readonly serving: Promise<void>;
};

const running = new Set<Portal>();
let port: number;
let dataDir: string;

/** Waiting for what has no event of its own. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((done) => setTimeout(done, 50));
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'walk position start-'));
  // PostgreSQL runs as another account where the tests run as root: it must reach its data.
  chmodSync(folder, 0o711);
  return folder;
}

function started(program: readonly string[], env: Record<string, string> = {}): Portal {
  const [command = '', ...args] = program;
  const child = spawn(command, args, {
    env: { ...process.env, PORT: String(port), WALK_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const serving = new Promise<void>((done, fail) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Serving at')) done();
      });
    }
    void ended.then((code) => fail(new Error(`ended with ${code}:\n${output}`)));
  });
  serving.catch(() => {});
  const portal = { pid: child.pid ?? 0, output: () => output, ended, serving };
  running.add(portal);
  void ended.then(() => running.delete(portal));
  return portal;
}

const start = (env?: Record<string, string>) => started([process.execPath, resolve('scripts/start.mjs')], env);
const address = (path: string) => `http://127.0.0.1:${port}${path}`;
const answers = () =>
  fetch(address('/api/health')).then(
    (response) => response.ok,
    () => false,
  );
const pidFile = () => join(dataDir, 'postgres', 'postmaster.pid');
const postmaster = () => readFileSync(pidFile(), 'utf8').split('\n');

function asOwner(): postgres.Sql {
  const password = readFileSync(join(dataDir, 'postgres-password'), 'utf8');
  return postgres(`postgres://walk_owner:${password}@127.0.0.1:${postmaster()[3]}/walk_position`, { max: 1 });
}

beforeAll(async () => {
  port = await freePort();
  dataDir = temporaryFolder();
});

afterEach(async () => {
  for (const portal of running) process.kill(portal.pid, 'SIGTERM');
  await Promise.all([...running].map(({ ended }) => ended));
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('npm start', () => {
  it('serves, says where to a second start, and leaves nothing running behind a SIGTERM', async () => {
    const portal = start();
    await portal.serving;
    expect(await answers()).toBe(true);
    expect(portal.output()).toContain(`http://localhost:${port}/sign-in`);

    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain(`already running at http://localhost:${port}`);

    process.kill(portal.pid, 'SIGTERM');
    expect(await portal.ended).toBe(0);
    expect(await answers()).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
    expect(existsSync(join(dataDir, 'running.json'))).toBe(false);
  });

  it('loses no committed row to a kill -9 of everything, and starts again on what is left', async () => {
    const portal = start();
    await portal.serving;
    const sql = asOwner();
    await sql`create table kept (number int)`;
    await sql`insert into kept values (42)`;
    await sql.end();
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number };
    for (const victim of [portal.pid, pid, Number(postmaster()[0])]) process.kill(victim, 'SIGKILL');
    await portal.ended;

    await start().serving;
    expect(await answers()).toBe(true);
    const again = asOwner();
    expect([...(await again`select number from kept`)]).toEqual([{ number: 42 }]);
    await again.end();
  });

  it('takes over the database of a portal that was killed', async () => {
    const portal = start();
    await portal.serving;
    const before = postmaster()[0];
    const { pid } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { pid: number };
    for (const victim of [portal.pid, pid]) process.kill(victim, 'SIGKILL');
    await portal.ended;

    const next = start();
    await next.serving;
    expect(postmaster()[0]).toBe(before);
    process.kill(next.pid, 'SIGTERM');
    expect(await next.ended).toBe(0);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('stops by itself when whoever started it is killed', async () => {
    const launcher = started([
      process.execPath,
      '-e',
      `require('node:child_process').spawn(process.execPath, ['scripts/start.mjs'], { stdio: 'inherit' })`,
    ]);
    await launcher.serving;
    process.kill(launcher.pid, 'SIGKILL');
    await launcher.ended;
    await until(() => !existsSync(join(dataDir, 'running.json')));
    expect(await answers()).toBe(false);
    expect(existsSync(pidFile())).toBe(false);
  });

  it('names a port that something else has', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    const portal = start();
    expect(await portal.ended).toBe(1);
    expect(portal.output()).toContain(`Port ${port} is in use by something else`);
    await new Promise((done) => other.close(done));
  });

  it.each([{ HOST: '0.0.0.0' }, { AUTH_URL: 'https://portal.example' }])(
    'refuses the demo at a public address: %o',
    async (env) => {
      const portal = start(env);
      expect(await portal.ended).toBe(1);
      expect(portal.output()).toContain('refuses a public address');
    },
  );

  it('runs without the demo on a PostgreSQL of one’s own, and leaves that running', async () => {
    const folder = temporaryFolder();
    const own = await startDatabase(folder);
    const portal = start({ DATABASE_URL: own.url });
    await portal.serving;
    expect(await answers()).toBe(true);
    expect((await fetch(address('/mailbox'))).status).toBe(404);
    expect(portal.output()).toContain('npm run sign-in -- ADDRESS');
    process.kill(portal.pid, 'SIGTERM');
    expect(await portal.ended).toBe(0);
    const sql = postgres(own.url, { max: 1 });
    expect([...(await sql`select count(*)::int from engagements`)]).toEqual([{ count: 0 }]);
    await sql.end();
    await own.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});
