import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '@/lib/server/derived-key';

/**
 * The address that a mail comes back to when it cannot be delivered after all: bounces@host becomes
 * bounces+<its id><a seal>@host, in small letters and figures, which every mail server leaves as they are.
 */
export function returnPathOf(mailId: string, bounces: string, secret: string): string {
  const at = bounces.lastIndexOf('@');
  const id = mailId.replaceAll('-', '');
  return `${bounces.slice(0, at)}+${id}${sealOf(id, secret)}${bounces.slice(at)}`;
}

/** Which mail an address was made for; null for one that this portal has not made. */
export function mailOfReturnPath(address: string, secret: string): string | null {
  const found = /\+([0-9a-f]{32})([0-9a-f]{16})@/.exec(address.toLowerCase());
  const [, id = '', seal = ''] = found ?? [];
  if (!found || !timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(id, secret)))) return null;
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function sealOf(id: string, secret: string): string {
  return createHmac('sha256', derivedKey(secret, 'return path')).update(id).digest('hex').slice(0, 16);
}
