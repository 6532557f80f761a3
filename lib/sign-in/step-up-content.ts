import { createHash } from 'node:crypto';

/** What is being confirmed, as SHA-256: of an approval, say, which threshold and which word. */
export function stepUpContent(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
