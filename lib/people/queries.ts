import 'server-only';
import { eq } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { users } from '@/db/schema/people';

/** The id of whoever has an address; null for nobody. */
export async function personWith(tx: SystemTx, email: string): Promise<string | null> {
  const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  return person?.id ?? null;
}
