import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['app', 'components', 'lib', 'db', 'public'];
const files = ['package-lock.json', 'next.config.mjs', 'postcss.config.mjs', 'proxy.ts', 'tsconfig.json'];
const stamp = join('.next', 'walk-position-sources');

/** Builds the portal unless it was built from these very sources. */
export async function ensureBuilt(report: (message: string) => void): Promise<void> {
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  report('Building the portal …');
  const output: Buffer[] = [];
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((done) => child.on('exit', done));
  if (code !== 0) throw new Error(`The build failed:\n${Buffer.concat(output).toString()}`);
  writeFileSync(stamp, sources);
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    if (existsSync(path)) hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  };
  for (const file of files) add(file);
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    for (const path of entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()) {
      if (!/\.test\.tsx?$/.test(path)) add(path);
    }
  }
  return hash.digest('hex');
}
