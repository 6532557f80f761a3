import type { TestProject } from 'vitest/node';
import { startTestCluster } from '@/db/testing/cluster';
import type { Tenants } from '@/db/testing/tenants';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the prepared database, of which each test file gets a copy. */
    readonly templateUrl: string;
    readonly secret: string;
    readonly tenants: Tenants;
  }
}

/** One throw-away cluster for the whole run, holding a prepared database with two tenants to copy from. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { ownerUrl, secret, tenants, stop } = await startTestCluster();
  provide('templateUrl', ownerUrl);
  provide('secret', secret);
  provide('tenants', tenants);
  return stop;
}
