/** npm start and npm run dev: builds, starts the database, migrates, seeds the demo once, serves, and stops in order. */
import { closeDoors } from '@/db/doors';
import { prepareDatabase } from '@/db/prepare';
import { seedDemoOnce } from '@/scripts/demo/seed';
import { ensureBuilt } from '@/scripts/portal/build';
import { openDatabase } from '@/scripts/portal/database';
import { waitForPort } from '@/scripts/portal/port';
import { claim, release, runningPortal, whereItRuns } from '@/scripts/portal/running';
import { serve } from '@/scripts/portal/serving';
import { type Settings, settingsFrom } from '@/scripts/portal/settings';

const dev = process.argv.includes('--dev');
const began = Date.now();
const report = (message: string) =>
  console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${message}`);

/** What must be closed at the end, in the order it was opened: it is closed from the last to the first. */
const open: (() => void | Promise<void>)[] = [];
const stopped = new AbortController();
let ending: Promise<never> | undefined;

function end(code: number): Promise<never> {
  ending ??= (async () => {
    stopped.abort();
    for (const close of open.reverse()) {
      try {
        await close();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
      }
    }
    process.exit(process.exitCode ?? code);
  })();
  return ending;
}

/** Ctrl-C, a signal, a closed terminal; and a parent that was killed, which passes no signal on. */
function endWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!ending) console.log('\nStopping: the server, then the database …');
      void end(0);
    });
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void end(0);
  }, 500).unref();
}

async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  if (runningPortal(settings.dataDir) || !(await claim(settings.dataDir, settings.origin))) {
    console.log(await whereItRuns(settings.dataDir));
    return;
  }
  open.push(() => release(settings.dataDir));
  endWhenAsked();

  await waitForPort(settings, report);
  if (!dev) await ensureBuilt(report, stopped.signal);
  stopped.signal.throwIfAborted();
  const addresses = await prepare(settings);
  stopped.signal.throwIfAborted();
  const server = serve(settings, addresses, dev);
  open.push(server.stop);
  await server.ready;
  void server.ended.then((code) => {
    if (!ending) console.error(`The server ended unexpectedly (${code}).`);
    void end(1);
  });

  report(`Serving at ${settings.origin}`);
  const how = settings.demo
    ? `Open ${settings.origin}/sign-in and choose somebody to be.`
    : 'npm run sign-in -- ADDRESS prints a sign-in link.';
  console.log(`\n  ${how}\n  Ctrl-C stops it.\n`);
}

/** The database, started, migrated and seeded. Returns the addresses that the server may hold. */
async function prepare(settings: Settings) {
  report(settings.databaseUrl ? 'Connecting to the database …' : 'Starting PostgreSQL …');
  const opening = openDatabase(settings);
  // It may be on its way up when somebody says stop.
  open.push(async () => (await opening.catch(() => null))?.stop());
  const { url: ownerUrl } = await opening;
  const { appUrl, authUrl, jobUrl } = await prepareDatabase({ ownerUrl, secret: settings.secret });
  const addresses = { APP_DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, JOB_DATABASE_URL: jobUrl };
  if (settings.demo) {
    Object.assign(process.env, addresses);
    if (await seedDemoOnce(ownerUrl)) report('Seeded the demo');
    await closeDoors();
  }
  return addresses;
}

main().catch((error: unknown) => {
  if (!ending) console.error(error instanceof Error ? error.message : error);
  void end(1);
});
