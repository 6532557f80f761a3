import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as they travel in a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('hex');
}

/** What the database keeps of a token. No salt: 256 bits are not guessed. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
