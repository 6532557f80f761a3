import type { SendMailOptions } from 'nodemailer';
import { returnPathOf } from '@/lib/mail/return-path';
import type { MailContent } from '@/lib/mail/seal';

export type Sender = {
  readonly mailFrom: string;
  /** Where undeliverable mails come back to; each mail has an address of its own there. */
  readonly mailBounces: string | undefined;
  readonly authSecret: string;
};

/** What is handed to the mail server. The message id follows from the mail's own: a second try is the same mail. */
export async function messageOf(
  mail: { readonly id: string; readonly recipient: string; readonly subject: string },
  content: MailContent,
  { mailFrom: from, mailBounces, authSecret }: Sender,
): Promise<SendMailOptions> {
  // What draws mails is large, and a process that sends none need not load it.
  const { partsOf } = await import('@/lib/mail/letter');
  return {
    ...(mailBounces && { envelope: { from: returnPathOf(mail.id, mailBounces, authSecret), to: mail.recipient } }),
    from: { name: 'Walk Position', address: from },
    // As an object: an address in a string could be read as several.
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    ...(await partsOf({ subject: mail.subject, body: content.body, link: content.link, choice: content.choice })),
    // Nobody's holiday note should answer; mail programs show where it is stopped (RFC 2369).
    headers: {
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
      ...(content.choice && { 'list-unsubscribe': `<${content.choice}>` }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
