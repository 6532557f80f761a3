import 'server-only';
import { sql } from 'drizzle-orm';
import { asJob } from '@/db/doors';

/** Who was written to about what is forgotten after 30 days; what could not be delivered, after 90. */
export async function forgetOldMails(): Promise<void> {
  await asJob((tx) =>
    tx.execute(sql`delete from mails where state <> 'queued'
      and created_at < now() - case state when 'failed' then interval '90 days' else interval '30 days' end`),
  );
}
