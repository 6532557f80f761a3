import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { derivedKey } from '@/lib/server/derived-key';

/** What a mail says and links to. The link of a sign-in mail is a key to the house. */
export type MailContent = {
  readonly body: string;
  readonly link?: string | undefined;
  /** Where its reader chooses whether it comes, and how often; of a mail that comes again and again. */
  readonly choice?: string | undefined;
};

const content = z.object({ body: z.string(), link: z.string().optional(), choice: z.string().optional() });

/** AES-256-GCM under a key of the portal's secret; bound to the mail's id, so that a seal fits its own row only. */
export function sealMail(mailId: string, said: MailContent, secret: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(secret, 'mail'), iv).setAAD(Buffer.from(mailId));
  const text = Buffer.concat([cipher.update(JSON.stringify(said), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
}

/** What was sealed; null where the secret has changed since, or the row has been tampered with. */
export function openMail(mailId: string, sealed: string, secret: string): MailContent | null {
  const bytes = Buffer.from(sealed, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', derivedKey(secret, 'mail'), bytes.subarray(0, 12), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(mailId))
      .setAuthTag(bytes.subarray(12, 28));
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    return content.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
