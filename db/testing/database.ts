import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { closeDoors } from '@/db/doors';
import { startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { closeOwner } from '@/db/testing/owner';
import { createTenants, type Tenants } from '@/db/testing/tenants';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the prepared database that each test file gets a copy of. */
    readonly templateUrl: string;
    readonly secret: string;
    readonly tenants: Tenants;
  }
}

/** One throw-away cluster for the whole run, holding a prepared database with two tenants to copy from. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(join(tmpdir(), 'walk-position-test-'));
  // PostgreSQL runs as another account where the tests run as root: it must reach its data.
  chmodSync(dir, 0o711);
  const cluster = await startDatabase(dir);
  const teardown = async () => {
    await cluster.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const secret = randomBytes(32).toString('hex');
    const { appUrl, authUrl, jobUrl } = await prepareDatabase({ ownerUrl: cluster.url, secret });
    Object.assign(process.env, { APP_DATABASE_URL: appUrl, AUTH_DATABASE_URL: authUrl, JOB_DATABASE_URL: jobUrl });
    provide('templateUrl', cluster.url);
    provide('secret', secret);
    provide('tenants', await createTenants(cluster.url));
    await Promise.all([closeDoors(), closeOwner()]);
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
