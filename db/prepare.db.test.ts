import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asActor, asJob, closeDoors } from '@/db/doors';
import { type EmbeddedDatabase, startDatabase } from '@/db/embedded';
import { prepareDatabase } from '@/db/prepare';
import { engagements } from '@/db/schema/engagements';
import { functionLaws, roleLaws, tableLaws } from '@/db/testing/catalogue-laws';
import { addressesOf } from '@/db/testing/cluster';
import { createTenants, type Tenants } from '@/db/testing/tenants';
import { verifyTrails } from '@/lib/activity/verify';

/**
 * A PostgreSQL of one's own: its owner may create roles and is no superuser, so the forced walls hold for the owner
 * too. Roles belong to a whole server, hence a server of this test's own.
 */
let dir: string;
let server: EmbeddedDatabase;
let ownerUrl: string;
let tenants: Tenants;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'walk-position-test-'));
  chmodSync(dir, 0o711);
  server = await startDatabase(dir, { throwAway: true });
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  await sql`create role plain_owner login createrole password 'secret'`;
  await sql`create database portal owner plain_owner`;
  await sql.end();
  const url = new URL(server.url);
  Object.assign(url, { username: 'plain_owner', password: 'secret', pathname: '/portal' });
  ownerUrl = url.href;
  await closeDoors();
  Object.assign(process.env, addressesOf(await prepareDatabase({ ownerUrl, secret: 'of this test' })));
  tenants = await createTenants(ownerUrl);
});

afterAll(async () => {
  await closeDoors();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('a database whose owner is no superuser', () => {
  it('is prepared, and once more without harm', async () => {
    const again = addressesOf(await prepareDatabase({ ownerUrl, secret: 'of this test' }));
    expect(again.APP_DATABASE_URL).toBe(process.env.APP_DATABASE_URL);
  });

  it('shows members what is theirs, and strangers nothing', async () => {
    const seen = (actor: { userId: string }) =>
      asActor(actor, (tx) => tx.select({ id: engagements.id }).from(engagements));
    expect(await seen(tenants.x.observer)).toEqual([{ id: tenants.x.engagementId }]);
    expect(await seen(tenants.outsider)).toEqual([]);
  });

  it('seals and verifies its trails', async () => {
    expect(await asJob(verifyTrails)).toMatchObject({ trails: 2, broken: [] });
  });

  it.each([...tableLaws, ...roleLaws, ...functionLaws])('holds: $law', async ({ offenders }) => {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    try {
      expect([...(await offenders(sql))]).toEqual([]);
    } finally {
      await sql.end();
    }
  });
});
