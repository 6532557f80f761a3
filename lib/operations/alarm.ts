import 'server-only';
import { sql } from 'drizzle-orm';
import { asJob } from '@/db/doors';
import { type BrokenLink, verifyTrails } from '@/lib/activity/verify';
import { enqueueMail } from '@/lib/mail/enqueue';
import { environment } from '@/lib/server/environment';
import { log } from '@/lib/server/logging';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';

/** Walks every trail, and raises an alarm to the administrators for each that is not what was written. */
export async function verifyEveryTrail(): Promise<void> {
  const { broken } = await asJob((tx) => verifyTrails(tx));
  if (broken.length > 0) await raiseAlarm(broken);
}

/** Tells which trail and which entry, in the portal; by mail only that there is something to see. */
async function raiseAlarm(broken: readonly BrokenLink[]): Promise<void> {
  log.error({ trails: broken.length }, 'a trail is not what was written');
  await asJob(async (tx) => {
    for (const { engagementId, number, problem } of broken) {
      await recordSecurityEvent(tx, {
        kind: 'trail.broken',
        detail: { engagement: engagementId, entry: String(number), problem },
      });
    }
    const administrators = await tx.execute<{ email: string }>(sql`select email from administrator_addresses()`);
    for (const { email } of administrators) {
      await enqueueMail(tx, {
        recipient: email,
        subject: 'Alarm: a trail of activity is not what was written',
        body: 'The nightly check found a trail that somebody with access to the database itself has changed. Administration says which one.',
        link: `${environment().origin}/administration`,
      });
    }
  });
}
