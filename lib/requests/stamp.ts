import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '@/lib/server/derived-key';
import { environment } from '@/lib/server/environment';

const seal = (text: string) =>
  createHmac('sha256', derivedKey(environment().authSecret, 'request form')).update(text).digest('base64url');

/** When a form was given out, sealed: whoever sends it back cannot have made it up. */
export function newStamp(now: Date): string {
  const at = now.getTime().toString(36);
  return `${at}.${seal(at)}`;
}

/** Seconds since a stamp was given out; null for one that was not. */
export function secondsSince(stamp: string, now: Date): number | null {
  const [at = '', sealed = ''] = stamp.split('.');
  const own = Buffer.from(seal(at));
  const theirs = Buffer.from(sealed);
  if (own.length !== theirs.length || !timingSafeEqual(own, theirs)) return null;
  return (now.getTime() - Number.parseInt(at, 36)) / 1000;
}
