import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'components', 'lib', 'db', 'public'];
const files = ['package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json'];
const stamp = join('.next', 'walk-position-sources');

/** Builds the portal unless it was built from these very sources. */
export async function ensureBuilt(report: (message: string) => void, signal?: AbortSignal): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  // Half a build must not pass for the whole one before it.
  rmSync(stamp, { force: true });
  report('Building the portal (half a minute) …');
  const stillBuilding = setInterval(() => report('… still building'), 10_000);
  try {
    await build(signal);
  } catch (error) {
    if (signal?.aborted) throw error;
    // A build that was killed may have left a cache that breaks every later one.
    report('The build failed; once more, from nothing …');
    rmSync('.next', { recursive: true, force: true });
    await build(signal);
  } finally {
    clearInterval(stillBuilding);
  }
  writeFileSync(stamp, sources);
}

async function build(signal?: AbortSignal): Promise<void> {
  const output: Buffer[] = [];
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    ...(signal && { signal }),
  });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code !== 0) throw new Error(`The build failed:\n${Buffer.concat(output).toString()}`);
}

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version);
  const add = (path: string) => {
    if (existsSync(path)) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const file of files) add(file);
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      if (!/\.test\.tsx?$/.test(path)) add(path);
    }
  }
  return hash.digest('hex');
}
