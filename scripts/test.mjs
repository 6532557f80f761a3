// npm test, on any Node from 20 on: everything there is to try, with a sum as its last line.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, installedNode, root } from './install.mjs';
import { browserReport, lastLineReport, noTests, vitestReport } from './test/reports.mjs';
import { environmentForTests, freePort, runUnder, stopEverything } from './test/section.mjs';
import { twoAtATime } from './test/two-at-a-time.mjs';

const began = Date.now();
const results = join(root, 'test-results');
const modules = (path) => join(root, 'node_modules', path);
let passed = 0;
let failed = 0;

function say(text) {
  console.log(`${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);
}

/** Runs one part and adds its sum. A part that crashes, or in which nothing ran, is a failure. */
async function section(name, args, report, env = {}) {
  say(`${name} …`);
  const started = Date.now();
  const { code, output } = await runUnder(name, installedNode(), args, { cwd: root, env: environmentForTests(env) });
  const sum = report(output);
  if (code !== 0 && sum.failed === 0) sum.failed = 1;
  if (sum.passed + sum.failed === 0 && report !== noTests) sum.failed = 1;
  passed += sum.passed;
  failed += sum.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counted = report === noTests ? '' : `${sum.passed} passed, ${sum.failed} failed, `;
  say(`${sum.failed === 0 ? '✓' : '✗'} ${name}: ${counted}in ${seconds} s`);
  return { good: code === 0, output };
}

const script = (file, ...args) => ['--import', 'tsx', '--import', './scripts/server-only.mjs', file, ...args];
const vitest = (project) => [
  [modules('vitest/vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json'].concat(
    `--outputFile.json=${join(results, `${project}.json`)}`,
  ),
  vitestReport(join(results, `${project}.json`)),
];

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    await stopEverything();
    process.exit(130);
  });
}

await ensureInstalled();
rmSync(results, { recursive: true, force: true });

/** Worksheets recalculated by a real spreadsheet. A machine that has none and can get none says so. */
async function spreadsheets() {
  const found = await section('LibreOffice', script('scripts/test/spreadsheet.ts'), noTests);
  if (found.good && found.output.trim().split('\n').at(-1) !== 'none') {
    await section('spreadsheets', ...vitest('spreadsheets'));
  } else {
    say(
      '– spreadsheets: NOT RUN, worksheets were not recalculated. Install LibreOffice (libreoffice-calc), or set LIBREOFFICE to its soffice',
    );
  }
}

const { build, browser } = await twoAtATime([
  { name: 'check', run: () => section('check', script('scripts/check.ts'), lastLineReport) },
  { name: 'pure', run: () => section('pure', ...vitest('pure')) },
  // Checks and build both write Next's types.
  { name: 'build', after: ['check'], run: () => section('build', script('scripts/build.ts'), noTests) },
  { name: 'database', run: () => section('database', ...vitest('database')) },
  { name: 'browser', run: () => section('browser', script('scripts/test/browser.ts'), noTests) },
  {
    name: 'matrix',
    after: ['build'],
    run: async ({ build }) => (build.good ? section('matrix', ...vitest('matrix')) : undefined),
  },
  // Both may have to ask Debian for a package, which serves one at a time.
  { name: 'spreadsheets', after: ['browser'], run: spreadsheets },
  {
    name: 'start',
    after: ['build'],
    run: async ({ build }) => (build.good ? section('start', ...vitest('start')) : undefined),
  },
]);
if (build.good && browser.good) {
  const report = join(results, 'journeys.json');
  await section('journeys', [modules('@playwright/test/cli.js'), 'test'], browserReport(report), {
    BROWSER_PATH: browser.output.trim().split('\n').at(-1),
    JOURNEYS_PORT: String(await freePort()),
    JOURNEYS_REPORT: report,
  });
} else {
  failed++;
  say('✗ journeys: not without a build and a browser');
}

console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
