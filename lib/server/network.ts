import { isIPv6 } from 'node:net';

/** Set by the edge (scripts/portal/edge.ts) from the connection; what a client sends under this name is dropped. */
export const clientHeader = 'x-walk-client';

/**
 * The network an address stands for: itself for IPv4, its first 64 bits for IPv6, where one subscriber commonly
 * has that many addresses and could take a new one for every try.
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const after = tail.split(':').filter(Boolean);
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after);
  }
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
