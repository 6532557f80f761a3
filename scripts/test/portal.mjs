// The real portal for the browser tests: the demo on data of its own, fresh each time, its output in a file that the
// tests can read.
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../install.mjs';
import { environmentForTests } from './section.mjs';

const log = join(root, 'test-results', 'portal.log');
mkdirSync(join(root, 'test-results'), { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'walk-position-journeys-'));
// PostgreSQL runs as another account where this runs as root: it must reach its data.
chmodSync(data, 0o711);

const output = openSync(log, 'w');
const env = { ...environmentForTests(), PORT: process.env.PORT, WALK_DATA_DIR: data };
const portal = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
  cwd: root,
  env,
  stdio: ['ignore', output, output],
});

const stop = () => portal.kill('SIGTERM');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
// A runner that was killed says nothing.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(), 500).unref();
portal.on('exit', (code) => {
  rmSync(data, { recursive: true, force: true });
  if (code !== 0) console.error(`The portal ended (${code}): see test-results/portal.log`);
  process.exit(code ?? 1);
});
