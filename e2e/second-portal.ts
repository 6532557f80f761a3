import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type SecondPortal = {
  readonly origin: string;
  /** One of the portal's daily commands, such as scripts/sign-in.ts, beside it. */
  command(script: string, ...args: string[]): Promise<{ code: number; said: string }>;
  stop(): Promise<void>;
};

/** A portal that is no demo, on data of its own, in the environment a real one would have. */
export async function startSecondPortal(settings: (origin: string) => Record<string, string>): Promise<SecondPortal> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const data = mkdtempSync(join(tmpdir(), 'walk-position-second-'));
  chmodSync(data, 0o711);
  const env: NodeJS.ProcessEnv = {
    ...ofTheShell(),
    PORT: String(port),
    DEMO: 'off',
    WALK_DATA_DIR: data,
    ...settings(origin),
  };
  const output = openSync('test-results/second-portal.log', 'w');
  const portal = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', output, output] });
  const ended = new Promise<void>((done) => portal.once('exit', () => done()));
  const stop = async () => {
    portal.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  while (!(await fetch(`${origin}/api/health`).catch(() => null))?.ok) {
    if (portal.exitCode !== null) throw new Error('The second portal ended: see test-results/second-portal.log');
    await new Promise((again) => setTimeout(again, 200));
  }
  return {
    origin,
    stop,
    command: (script, ...args) =>
      run(process.execPath, ['scripts/run.mjs', script, ...args], { env }).then(
        ({ stdout }) => ({ code: 0, said: stdout.trim() }),
        ({ code, stderr }) => ({ code: Number(code), said: String(stderr).trim() }),
      ),
  };
}

/** The shell's environment without what would lead the portal to another address, database or mode. */
function ofTheShell(): NodeJS.ProcessEnv {
  const portals =
    /^(NODE_ENV|NODE_OPTIONS|DATABASE_URL|DEMO|HOST|PORT|AUTH_.*|OIDC_.*|SMTP_URL|MAIL_FROM|MAIL_BOUNCES|JOBS|TRUST_PROXY|WALK_DATA_DIR)$/;
  const kept = Object.entries(process.env).filter(([name]) => !portals.test(name));
  return Object.fromEntries(kept) as NodeJS.ProcessEnv;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' ? Number(address?.port) : 0));
    });
  });
}
