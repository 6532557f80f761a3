import { join, resolve } from 'node:path';
import { secretIn } from '@/db/embedded';

export type Settings = {
  /** Where the embedded database and the secrets live. */
  readonly dataDir: string;
  /** The owner's address of a PostgreSQL of one's own; undefined for the embedded one. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly host: string;
  readonly port: number;
  /** Where people reach the portal. */
  readonly origin: string;
  /** How many proxies stand in front and are believed in what they say of the client. */
  readonly proxies: number;
  readonly secret: string;
};

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/;

/** What the environment asks for. Throws, in a sentence, for what cannot be. */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const dataDir = resolve(env.WALK_DATA_DIR || '.data');
  const databaseUrl = env.DATABASE_URL || undefined;
  const demo = !databaseUrl && !/^(0|off|no|false)$/i.test(env.DEMO ?? '');
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is no port: ${env.PORT}`);
  const proxies = Number(env.TRUST_PROXY || 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9) {
    throw new Error(`TRUST_PROXY is how many proxies stand in front, 0 to 9: ${env.TRUST_PROXY}`);
  }
  const host = env.HOST || '127.0.0.1';
  const address = env.AUTH_URL || `http://localhost:${port}`;
  if (!URL.canParse(address)) throw new Error(`AUTH_URL is no address: ${address}`);
  const origin = new URL(address).origin;
  if (demo && !(loopback.test(host) && loopback.test(new URL(origin).hostname))) {
    throw new Error(
      'The demo signs anybody in with one click, so it refuses a public address. Unset HOST and AUTH_URL, or set DEMO=off.',
    );
  }
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error('DATABASE_URL is no address of a PostgreSQL: postgres://user:password@host/database');
  }
  if (env.AUTH_SECRET && env.AUTH_SECRET.length < 32) throw new Error('AUTH_SECRET needs at least 32 characters.');
  return {
    dataDir,
    databaseUrl,
    demo,
    host,
    port,
    origin,
    proxies,
    secret: env.AUTH_SECRET || secretIn(join(dataDir, 'secret')),
  };
}
