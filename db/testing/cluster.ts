import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDoors } from '@/db/doors';
import { startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { closeOwner } from '@/db/testing/owner';
import { createTenants, type Tenants } from '@/db/testing/tenants';

export type TestCluster = {
  readonly ownerUrl: string;
  /** The environment with which a process may open the doors. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly secret: string;
  readonly tenants: Tenants;
  stop(): Promise<void>;
};

/** A throw-away cluster with a prepared database and two tenants in it. Nothing is connected to it any more. */
export async function startTestCluster(): Promise<TestCluster> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-test-'));
  // PostgreSQL runs as another account where the tests run as root: it must reach its data.
  chmodSync(dir, 0o711);
  const cluster = await startDatabase(dir, { throwAway: true });
  const stop = async () => {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const secret = randomBytes(32).toString('hex');
    const addresses = addressesOf(await prepareDatabase({ ownerUrl: cluster.url, secret }));
    Object.assign(process.env, addresses);
    const tenants = await createTenants(cluster.url);
    await Promise.all([closeDoors(), closeOwner()]);
    return { ownerUrl: cluster.url, addresses, secret, tenants, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The names under which the doors look for their addresses. */
export function addressesOf({ appUrl, authUrl, jobUrl }: Awaited<ReturnType<typeof prepareDatabase>>) {
  return { APP_DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, JOB_DATABASE_URL: jobUrl };
}
