import 'server-only';
import { createTransport, type Transporter } from 'nodemailer';
import { asSystem } from '@/db/doors';
import { mails } from '@/db/schema/people';
import { environment } from '@/lib/server/environment';
import { log } from '@/lib/server/logging';

export type Mail = {
  readonly recipient: string;
  readonly subject: string;
  /** Plain text, without the link. */
  readonly body: string;
  readonly link?: string;
};

let transport: Transporter | undefined;

/** Sends a mail by SMTP_URL; the demo keeps it in the database instead, to be read at /mailbox. */
export async function deliver(mail: Mail): Promise<void> {
  const { demo, smtpUrl, mailFrom } = environment();
  if (demo) {
    await asSystem((tx) => tx.insert(mails).values(mail));
    return;
  }
  if (!smtpUrl) {
    log.error('no mail can be sent: SMTP_URL is not set');
    return;
  }
  transport ??= createTransport(smtpUrl);
  await transport.sendMail({
    from: mailFrom,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.link ? `${mail.body}\n\n${mail.link}\n` : `${mail.body}\n`,
  });
}
