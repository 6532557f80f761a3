// Runs on any Node from 20 on, before anything is installed: node: imports only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const stamp = join(root, 'node_modules', '.walk-position-lock');

/** The Node that everything after the installation runs on: the one in node_modules, where it could be had. */
export function installedNode() {
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Installs what the lock file names, unless that very lock file is installed already. Speaks on stderr only. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (half a minute the first time) …');
  const started = Date.now();
  const env = { ...process.env };
  // Either would leave out what the build and the tests need.
  delete env.NODE_ENV;
  for (const key of Object.keys(env)) if (/^npm_config_(omit|production|only)$/i.test(key)) delete env[key];
  const code = await new Promise((resolve, reject) => {
    const npm = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      env,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    npm.on('error', reject);
    npm.on('exit', resolve);
  });
  if (code !== 0) {
    console.error('The packages could not be installed.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
  console.error(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}
