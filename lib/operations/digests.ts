import 'server-only';
import { sql } from 'drizzle-orm';
import { asActor, asJob } from '@/db/doors';
import { digestDue, leaveDigest } from '@/lib/today/send-digest';

/** Sends every digest whose morning has come, each read in the name of whoever asked for it: the job itself sees nothing due. */
export async function sendDigests(signal: AbortSignal): Promise<void> {
  const asked = await asJob((tx) => tx.execute<{ user_id: string }>(sql`select user_id from digest_readers()`));
  for (const { user_id: userId } of asked) {
    if (signal.aborted) return;
    const digest = await asActor({ userId }, (tx) => digestDue(tx, userId, new Date()));
    if (digest) await asJob((tx) => leaveDigest(tx, digest));
  }
}
