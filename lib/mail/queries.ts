import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { type ActorTx, asJob } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { openMail } from '@/lib/mail/seal';
import { environment } from '@/lib/server/environment';

/** The newest mails the demo kept, at most fifty. */
export async function newestMails() {
  const rows = await asJob((tx) =>
    tx.select().from(mails).where(eq(mails.state, 'kept')).orderBy(desc(mails.createdAt)).limit(50),
  );
  return rows.map(({ id, recipient, subject, sealed, createdAt }) => {
    const content = sealed ? openMail(id, sealed, environment().authSecret) : null;
    return { id, recipient, subject, body: content?.body ?? '', link: content?.link, createdAt };
  });
}

/** What could not be delivered, newest first, at most two hundred; nothing for whoever is no administrator. */
export function undeliverableMails(tx: ActorTx) {
  return tx
    .select({
      id: mails.id,
      recipient: mails.recipient,
      subject: mails.subject,
      attempts: mails.attempts,
      problem: mails.problem,
      createdAt: mails.createdAt,
      settledAt: mails.settledAt,
    })
    .from(mails)
    .where(eq(mails.state, 'failed'))
    .orderBy(desc(mails.createdAt))
    .limit(200);
}
