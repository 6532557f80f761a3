import { afterAll, inject } from 'vitest';
import { closeDoors } from '@/db/doors';
import { closeOwner } from '@/db/testing/owner';

/** Before each file of the matrix: the doors onto the database of the portal that is asked. */
const { origin, addresses } = inject('portal');
Object.assign(process.env, addresses, {
  OWNER_DATABASE_URL: inject('templateUrl'),
  AUTH_SECRET: inject('secret'),
  AUTH_URL: origin,
});

afterAll(() => Promise.all([closeDoors(), closeOwner()]));
