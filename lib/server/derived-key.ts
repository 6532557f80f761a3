import 'server-only';
import { hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, of the portal's secret: no purpose can open what another has closed. */
export function derivedKey(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', `walk-position ${purpose}`, 32));
}
