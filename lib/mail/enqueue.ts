import 'server-only';
import { randomUUID } from 'node:crypto';
import type { AnyTx } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { type Mail, mailSchema } from '@/lib/mail/schema';
import { sealMail } from '@/lib/mail/seal';
import { environment } from '@/lib/server/environment';
import { enqueueJob } from '@/lib/server/jobs';

/**
 * Leaves a mail to be delivered, in the transaction of the change it speaks of: both happen or neither does.
 * The demo sends none and keeps it for /mailbox. Returns its id.
 * Throws a ZodError for an address that is none.
 */
export async function enqueueMail(tx: AnyTx, mail: Mail): Promise<string> {
  const { demo, authSecret } = environment();
  const { recipient, subject, body, link, choice, until } = mailSchema.parse(mail);
  const id = randomUUID();
  await tx.insert(mails).values({
    id,
    recipient,
    subject,
    sealed: sealMail(id, { body, link, choice }, authSecret),
    state: demo ? 'kept' : 'queued',
    until: until ?? null,
  });
  if (!demo) await enqueueJob(tx, 'mail.deliver', { mailId: id }, { key: id });
  return id;
}
