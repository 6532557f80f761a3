import { fork } from 'node:child_process';
import type { Settings } from './settings';

export type Server = {
  /** Resolves once /api/health answers 200. */
  readonly ready: Promise<void>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  /** Lets requests under way finish, for a moment. */
  readonly stop: () => Promise<void>;
};

/**
 * The serving process: told where to listen, and given its addresses of the database but never the owner's. What it
 * says goes where this process says things, or to an open file.
 */
export function serve(
  settings: Settings,
  addresses: Readonly<Record<string, string>>,
  dev: boolean,
  output: number | 'inherit' = 'inherit',
): Server {
  const { demo, host, port, origin, proxies, secret } = settings;
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = fork('scripts/portal/serve.ts', {
    execArgv: [],
    stdio: ['ignore', output, output, 'ipc'],
    // A group of its own: Ctrl-C is for the parent, which stops things in order.
    detached: process.platform !== 'win32',
    env: {
      ...inherited,
      ...addresses,
      NODE_ENV: dev ? 'development' : 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      AUTH_SECRET: secret,
      AUTH_URL: origin,
      DEMO: demo ? '1' : '0',
      HOST: host,
      PORT: String(port),
      TRUST_PROXY: String(proxies),
    },
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const listening = new Promise<void>((done, fail) => {
    child.once('message', (message: { ready?: true; failed?: string }) =>
      message.ready ? done() : fail(new Error(message.failed)),
    );
    child.once('error', fail);
    void ended.then((code) => fail(new Error(`The server ended before it was ready (${code}).`)));
  });
  return {
    ready: listening.then(async () => {
      const health = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${port}/api/health`);
      if (!health.ok) throw new Error('The server is up but its database does not answer.');
    }),
    ended,
    async stop() {
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
      await ended;
      clearTimeout(late);
    },
  };
}
