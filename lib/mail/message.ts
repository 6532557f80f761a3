import type { SendMailOptions } from 'nodemailer';
import type { MailContent } from '@/lib/mail/seal';

/** What is handed to the mail server. The message id follows from the mail's own: a second try is the same mail. */
export function messageOf(
  mail: { readonly id: string; readonly recipient: string; readonly subject: string },
  { body, link }: MailContent,
  from: string,
): SendMailOptions {
  return {
    from: { name: 'Walk Position', address: from },
    // As an object: an address in a string could be read as several.
    to: { name: '', address: mail.recipient },
    subject: mail.subject,
    messageId: `<${mail.id}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    text: link ? `${body}\n\n${link}\n` : `${body}\n`,
    html: htmlOf(mail.subject, body, link),
    // Nobody's holiday note should answer.
    headers: { 'auto-submitted': 'auto-generated', 'x-auto-response-suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function htmlOf(subject: string, body: string, link: string | undefined): string {
  const paragraphs = body.split(/\n{2,}/).map((text) => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`);
  if (link) paragraphs.push(`<p><a href="${escaped(link)}">${escaped(link)}</a></p>`);
  return [
    `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="font: 16px/1.5 Georgia, serif; color: #1f2328; max-width: 36em; margin: 2em auto; padding: 0 1em">',
    ...paragraphs,
    '</body></html>',
  ].join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
