import { createHash } from 'node:crypto';
import { defineConfig, devices } from '@playwright/test';
import { browserCandidates, launchOptions } from './scripts/test/chromium';

/** A port of this folder's own, so that two copies of the project can be tried side by side. */
const portOfFolder = 20_000 + (createHash('sha256').update(process.cwd()).digest().readUInt16BE() % 10_000);
const port = Number(process.env.JOURNEYS_PORT ?? portOfFolder);
/** A portal that runs already, for somebody who writes a journey: JOURNEYS_URL=http://localhost:3000. */
const running = process.env.JOURNEYS_URL;
const report = process.env.JOURNEYS_REPORT;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/browser',
  forbidOnly: true,
  retries: 0,
  workers: 3,
  timeout: 60_000,
  globalTimeout: 900_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as const] : [])],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: running ?? `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Keeping a trace slows every journey; whoever looks into one has a portal running.
    trace: running ? 'retain-on-failure' : 'off',
    launchOptions: launchOptions(process.env.BROWSER_PATH ?? browserCandidates()[1] ?? 'own'),
  },
  projects: running
    ? [{ name: 'journeys' }]
    : [
        { name: 'journeys', teardown: 'log' },
        // Once every journey is over: what all of them have left in the portal's log.
        { name: 'log', testMatch: '**/log.after.ts' },
      ],
  ...(!running && {
    webServer: {
      command: `exec "${process.execPath}" scripts/test/portal.mjs`,
      url: `http://localhost:${port}/api/health`,
      env: { PORT: String(port) },
      timeout: 180_000,
      gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
    },
  }),
});
