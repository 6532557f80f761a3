import { afterAll, beforeEach, inject } from 'vitest';
import { closeDoors } from '@/db/doors';
import { asOwner, closeOwner } from '@/db/testing/owner';

/** Before each file of the matrix: the doors onto the database of the portal that is asked. */
const { origin, addresses } = inject('portal');
Object.assign(process.env, addresses, {
  OWNER_DATABASE_URL: inject('templateUrl'),
  AUTH_SECRET: inject('secret'),
  AUTH_URL: origin,
});

/** Nobody is held up by what another has used or has put in the archive: everybody comes from one network. */
beforeEach(() =>
  asOwner(async (sql) => {
    await sql`delete from rate_limits`;
    await sql`delete from archives`;
  }),
);

afterAll(() => Promise.all([closeDoors(), closeOwner()]));
