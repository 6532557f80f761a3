import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { createTransport, type Transporter } from 'nodemailer';
import { asJob } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { messageOf } from '@/lib/mail/message';
import { refusalOf } from '@/lib/mail/refusal';
import { openMail } from '@/lib/mail/seal';
import { environment } from '@/lib/server/environment';
import { log } from '@/lib/server/logging';

/**
 * Delivers one mail, once: a mail that is settled is left alone. A process that dies between the server's "250"
 * and our own note sends it again under the same message id, which mail programs show as one.
 * Throws where another try may help; gives up, and says why in the row, where none can.
 */
export async function deliverMail({ mailId }: { mailId: string }, { last }: { last: boolean }): Promise<void> {
  const sender = environment();
  const mail = await asJob(async (tx) => {
    const [row] = await tx
      .update(mails)
      .set({ attempts: sql`${mails.attempts} + 1` })
      .where(and(eq(mails.id, mailId), eq(mails.state, 'queued')))
      .returning();
    return row;
  });
  if (!mail) return;
  if (mail.until && mail.until <= new Date()) {
    return settle(mailId, 'failed', mail.problem ?? 'It had run out before it could be sent.');
  }
  const content = mail.sealed && openMail(mailId, mail.sealed, sender.authSecret);
  if (!content) return settle(mailId, 'failed', 'Its text can no longer be opened: AUTH_SECRET has changed.');
  try {
    await transport().sendMail(await messageOf(mail, content, sender));
  } catch (error) {
    const { permanent, problem } = refusalOf(error);
    if (permanent || last) {
      log.warn({ mail: mailId, problem }, 'a mail could not be delivered');
      return settle(mailId, 'failed', problem);
    }
    await asJob((tx) => tx.update(mails).set({ problem }).where(eq(mails.id, mailId)));
    throw new Error(problem);
  }
  await settle(mailId, 'delivered', null);
}

/** Only what waits: a mail that has come back before its delivery was noted has failed. */
async function settle(mailId: string, state: 'delivered' | 'failed', problem: string | null): Promise<void> {
  await asJob((tx) =>
    tx
      .update(mails)
      .set({ state, problem, sealed: null, settledAt: new Date() })
      .where(and(eq(mails.id, mailId), eq(mails.state, 'queued'))),
  );
}

let opened: { readonly url: string; readonly transporter: Transporter } | undefined;

/** One for the process. Links are secrets, so the connection is a safe one, but for a server on the machine itself. */
function transport(): Transporter {
  const { smtpUrl } = environment();
  if (!smtpUrl) throw Object.assign(new Error('SMTP_URL is not set'), { code: 'ENOSERVER' });
  if (opened?.url !== smtpUrl) {
    const { hostname } = new URL(smtpUrl);
    const local = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
    const timeouts = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };
    const url = new URL(smtpUrl);
    for (const [name, value] of Object.entries(timeouts)) {
      if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
    }
    if (!local && !url.searchParams.has('requireTLS')) url.searchParams.set('requireTLS', 'true');
    opened = { url: smtpUrl, transporter: createTransport(url.href) };
  }
  return opened.transporter;
}
