import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The real portal with the demo's people, on data of its own and a port that is free. */
export async function startPortal(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-bench-'));
  // PostgreSQL runs as another account where this runs as root: it must reach its data.
  chmodSync(dir, 0o711);
  const port = await freePort();
  const { DATABASE_URL: _, AUTH_URL: __, ...env } = process.env;
  const portal = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...env, PORT: String(port), WALK_DATA_DIR: dir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await serving(portal);
  return {
    origin: `http://localhost:${port}`,
    stop: async () => {
      const gone = new Promise((done) => portal.once('exit', done));
      portal.kill('SIGTERM');
      await gone;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function serving(portal: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    portal.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Serving at') && done());
    portal.once('exit', (code) => fail(new Error(`The portal ended (${code}).`)));
  });
}

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
