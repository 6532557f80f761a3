import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDoors } from '@/db/doors';
import { prepareDatabase } from '@/db/prepare';
import { addressesOf } from '@/db/testing/cluster';
import { closeOwner } from '@/db/testing/owner';

/** Before each test file: a database of its own, copied from the prepared one, and the doors onto it. */
beforeAll(async () => {
  const template = new URL(inject('templateUrl'));
  const name = `test_${randomUUID().slice(0, 8)}`;
  const maintenance = new URL(template);
  maintenance.pathname = '/postgres';
  const sql = postgres(maintenance.href, { max: 1, onnotice: () => {} });
  try {
    await sql`create database ${sql(name)} template ${sql(template.pathname.slice(1))}`;
  } finally {
    await sql.end();
  }
  const own = new URL(template);
  own.pathname = `/${name}`;
  const prepared = await prepareDatabase({ ownerUrl: own.href, secret: inject('secret') });
  Object.assign(process.env, addressesOf(prepared), { OWNER_DATABASE_URL: own.href });
});

afterAll(() => Promise.all([closeDoors(), closeOwner()]));
