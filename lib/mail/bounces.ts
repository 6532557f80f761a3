import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { asJob } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { meaningOf } from '@/lib/mail/refusal';
import { mailOfReturnPath } from '@/lib/mail/return-path';
import { environment } from '@/lib/server/environment';

/** Bytes of the largest mail that is read: a report carries the mail it speaks of, and ours are small. */
export const largestBounce = 1_000_000;

export type Taken = 'noted' | 'no failure' | 'not ours' | 'unreadable';

/**
 * Reads a mail that came to the return path, and notes that the mail it speaks of could not be delivered. It must have
 * come to an address that this portal has made, and say in the form of RFC 3464 that it failed: a holiday note, or
 * word of a delay, changes nothing. Of the report's own words none is kept: they may quote the mail, and with it a link.
 */
export async function takeBounce(source: Uint8Array): Promise<Taken> {
  if (source.byteLength > largestBounce) return 'unreadable';
  const report = await PostalMime.parse(source, {
    attachmentEncoding: 'utf8',
    forceRfc822Attachments: true,
    maxNestingDepth: 8,
    maxHeadersSize: 64_000,
  }).catch(() => null);
  if (!report) return 'unreadable';
  const { authSecret } = environment();
  const mailId = addressesOf(report)
    .map((address) => mailOfReturnPath(address, authSecret))
    .find((id) => id !== null);
  if (!mailId) return 'not ours';
  const status = failureIn(report);
  if (status === null) return 'no failure';
  const meaning = meaningOf(status);
  const problem = `It came back${meaning ? `: ${meaning}` : ''}${status ? ` (${status})` : ''}.`;
  const noted = await asJob((tx) =>
    tx
      .update(mails)
      .set({ state: 'failed', problem, sealed: null, settledAt: new Date() })
      .where(and(eq(mails.id, mailId), inArray(mails.state, ['queued', 'delivered'])))
      .returning({ id: mails.id }),
  );
  return noted.length > 0 ? 'noted' : 'not ours';
}

const addressing = new Set(['delivered-to', 'x-original-to', 'envelope-to', 'to']);

/** Where it was sent to, as the server that took it in and its sender say. */
function addressesOf({ headers }: Email): string[] {
  return headers.filter(({ key }) => addressing.has(key)).map(({ value }) => value);
}

/** The status of a recipient that could not be reached, '' for one without; null where nothing is said to have failed. */
function failureIn({ attachments }: Email): string | null {
  for (const { mimeType, content } of attachments) {
    if (mimeType !== 'message/delivery-status' || typeof content !== 'string') continue;
    for (const recipient of content.replace(/\r\n/g, '\n').split(/\n{2,}/)) {
      if (/^action:\s*failed\b/im.test(recipient)) {
        return /^status:\s*([45]\.\d{1,3}\.\d{1,3})\b/im.exec(recipient)?.[1] ?? '';
      }
    }
  }
  return null;
}
