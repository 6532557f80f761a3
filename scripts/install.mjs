// Runs on any Node from 20 on, before anything is installed: node: imports only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

const windows = process.platform === 'win32';
const stamp = join(root, 'node_modules', '.walk-position-lock');
const nodePackage = join(root, 'node_modules', 'node');

/** The Node that everything after the installation runs on: the one in node_modules, where it could be had. */
export function installedNode() {
  const own = join(nodePackage, 'bin', windows ? 'node.exe' : 'node');
  return existsSync(own) ? own : process.execPath;
}

/** Installs what the lock file names, unless that very lock file is installed already. Speaks on stderr only. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing packages (a minute the first time) …');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const stillInstalling = setInterval(() => console.error(`… still installing, ${seconds()} s`), 10_000);
  const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: windows,
  });
  // Where install scripts are switched off, Node itself is missing, and it is the one that is needed.
  if (code === 0 && installedNode() === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
    await run(process.execPath, ['installArchSpecificPackage.js'], { cwd: nodePackage });
  }
  clearInterval(stillInstalling);
  if (code !== 0) {
    console.error('The packages could not be installed.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
  console.error(`Packages installed in ${seconds()} s.`);
}

/** Runs a program to its end, and ends it when this one is asked to end. */
function run(program, args, options) {
  const env = { ...process.env };
  // Either would leave out what the build and the tests need.
  delete env.NODE_ENV;
  for (const key of Object.keys(env)) if (/^npm_config_(omit|production|only)$/i.test(key)) delete env[key];
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 2, 2], ...options });
    const end = (signal) => {
      child.kill(signal);
      process.exit(130);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, end);
    child.on('error', fail);
    child.on('exit', (code) => {
      for (const signal of signals) process.off(signal, end);
      done(code);
    });
  });
}
