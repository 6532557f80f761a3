import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import type { TestProject } from 'vitest/node';
import { startTestCluster } from '@/db/testing/cluster';
import { ensureBuilt } from '@/scripts/portal/build';
import { serve } from '@/scripts/portal/serving';

declare module 'vitest' {
  interface ProvidedContext {
    /** The portal that is asked: the very build, on a database with two tenants. */
    readonly portal: {
      readonly origin: string;
      /** The file that holds what it logs. */
      readonly log: string;
      readonly addresses: Readonly<Record<string, string>>;
    };
  }
}

/** Serves the built portal, the demo on, for everybody to be tried on it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt((message) => process.stderr.write(`${message}\n`));
  const { ownerUrl, addresses, secret, tenants, stop } = await startTestCluster();
  try {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    mkdirSync('test-results', { recursive: true });
    const log = 'test-results/matrix-portal.log';
    const settings = {
      dataDir: '',
      databaseUrl: ownerUrl,
      demo: true,
      host: '127.0.0.1',
      port,
      origin,
      proxies: 0,
      secret,
    };
    const server = serve(settings, addresses, false, openSync(log, 'w'));
    await server.ready;
    provide('templateUrl', ownerUrl);
    provide('secret', secret);
    provide('tenants', tenants);
    provide('portal', { origin, log, addresses });
    return async () => {
      await server.stop();
      await stop();
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}
