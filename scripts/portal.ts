/** npm start and npm run dev: builds, starts the database, migrates, seeds the demo once, serves, and stops in order. */
import { type ChildProcess, fork } from 'node:child_process';
import { closeDoors } from '@/db/doors';
import { prepareDatabase } from '@/db/prepare';
import { seedDemoOnce } from '@/scripts/demo/seed';
import { ensureBuilt } from '@/scripts/portal/build';
import { openDatabase } from '@/scripts/portal/database';
import { claim, release, runningPortal } from '@/scripts/portal/running';
import { type Settings, settingsFrom } from '@/scripts/portal/settings';

const dev = process.argv.includes('--dev');
const began = Date.now();
const report = (message: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${message}`);

let server: ChildProcess | undefined;
let stopDatabase: (() => Promise<void>) | undefined;
let settings: Settings | undefined;
let stopping: Promise<void> | undefined;

/** The server first, so that no request loses its database, then the database. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    if (server && server.exitCode === null) {
      const gone = new Promise((done) => server?.once('exit', done));
      server.kill('SIGTERM');
      const late = setTimeout(() => server?.kill('SIGKILL'), 8_000);
      await gone;
      clearTimeout(late);
    }
    await stopDatabase?.();
    if (settings) release(settings.dataDir);
    process.exit(code);
  })();
  return stopping;
}

async function main(): Promise<void> {
  const asked = settingsFrom(process.env);
  const running = runningPortal(asked.dataDir);
  if (running || !claim(asked.dataDir, asked.origin)) {
    console.log(`Walk Position is already running at ${runningPortal(asked.dataDir)?.address ?? asked.origin}`);
    return;
  }
  settings = asked;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!stopping) console.log('\nStopping: the server, then the database …');
      void stop(0);
    });
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(0);
  }, 500).unref();

  if (!dev) await ensureBuilt(report);
  report(asked.databaseUrl ? 'Connecting to the database …' : 'Starting PostgreSQL …');
  const database = await openDatabase(asked);
  stopDatabase = database.stop;
  if (stopping) return;
  const { appUrl, authUrl, jobUrl } = await prepareDatabase({ ownerUrl: database.url, secret: asked.secret });
  const addresses = { APP_DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, JOB_DATABASE_URL: jobUrl };
  if (asked.demo) {
    Object.assign(process.env, addresses);
    if (await seedDemoOnce(database.url)) report('Seeded the demo');
    await closeDoors();
  }
  if (stopping) return;
  await serve(asked, addresses);
  report(`Serving at ${asked.origin}`);
  console.log(
    asked.demo
      ? `\n  Open ${asked.origin}/sign-in and choose somebody to be.\n  Ctrl-C stops it.\n`
      : `\n  npm run sign-in -- ADDRESS prints a sign-in link.\n  Ctrl-C stops it.\n`,
  );
}

/** Resolves once /api/health answers 200. */
async function serve({ demo, host, port, origin, secret }: Settings, addresses: Record<string, string>): Promise<void> {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = fork('scripts/portal/serve.mjs', {
    execArgv: [],
    // A group of its own: Ctrl-C is for the parent, which stops things in order.
    detached: true,
    env: {
      ...inherited,
      ...addresses,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      AUTH_SECRET: secret,
      AUTH_URL: origin,
      DEMO: demo ? '1' : '0',
      HOST: host,
      PORT: String(port),
    },
  });
  server = child;
  await new Promise<void>((done, fail) => {
    child.once('message', (message: { ready?: true; failed?: string }) =>
      message.ready ? done() : fail(new Error(message.failed)),
    );
    child.once('exit', (code) => fail(new Error(`The server ended (${code}).`)));
  });
  child.once('exit', (code) => {
    if (!stopping) console.error(`The server ended unexpectedly (${code}).`);
    void stop(1);
  });
  const health = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/api/health`);
  if (!health.ok) throw new Error('The server is up but its database does not answer.');
}

main().catch(async (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  await stop(1);
});
