import 'server-only';
import { sql } from 'drizzle-orm';
import type { JobTx } from '@/db/doors';
import { environment } from '@/lib/server/environment';

/** Erases requests that came to nothing, after the months that are set. Returns how many. */
export async function forgetOldRequests(tx: JobTx): Promise<number> {
  const { requestMonths } = environment();
  const [answer] = await tx.execute<{ gone: number }>(sql`select forget_requests(${requestMonths}) as gone`);
  return answer?.gone ?? 0;
}
