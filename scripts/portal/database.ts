import { type EmbeddedDatabase, startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { runningPortal } from './running';
import { type Settings, settingsFrom } from './settings';

/** The owner's address: DATABASE_URL, or the embedded database's, started where it does not run. */
export async function openDatabase(settings: Settings): Promise<EmbeddedDatabase> {
  if (settings.databaseUrl) return { url: settings.databaseUrl, started: false, stop: async () => {} };
  return startDatabase(settings.dataDir);
}

/**
 * For the daily commands: runs with a prepared database and the portal's environment, and stops the embedded
 * server afterwards only if it was started for this.
 */
export async function withDatabase<T>(run: (ownerUrl: string, settings: Settings) => Promise<T>): Promise<T> {
  const asked = settingsFrom(process.env);
  // Links lead to where the portal is, if it runs: its port was perhaps named on another command line.
  const settings = { ...asked, origin: runningPortal(asked.dataDir)?.address ?? asked.origin };
  const database = await openDatabase(settings);
  try {
    const { appUrl, authUrl, jobUrl } = await prepareDatabase({ ownerUrl: database.url, secret: settings.secret });
    Object.assign(process.env, {
      APP_DATABASE_URL: appUrl,
      AUTH_DATABASE_URL: authUrl,
      JOB_DATABASE_URL: jobUrl,
      AUTH_SECRET: settings.secret,
      AUTH_URL: settings.origin,
      DEMO: settings.demo ? '1' : '0',
    });
    return await run(database.url, settings);
  } finally {
    if (database.started) await database.stop();
  }
}
