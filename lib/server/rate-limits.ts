import 'server-only';
import { headers } from 'next/headers';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '@/lib/server/errors';

/** At most `points` calls in `seconds` from one address. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

const limiters = new Map<string, RateLimiterMemory>();

/** Takes one call from the caller's allowance; a spent one is refused with the time to wait. */
export async function takeFromLimit(limit: Limit): Promise<void> {
  let limiter = limiters.get(limit.name);
  if (!limiter) {
    limiter = new RateLimiterMemory({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds });
    limiters.set(limit.name, limiter);
  }
  const address = (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'unknown';
  try {
    await limiter.consume(address);
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    const seconds = Math.max(1, Math.ceil((refusal as { msBeforeNext: number }).msBeforeNext / 1000));
    throw new DomainError({ code: 'limited', message: `Too many tries from here. Please try again in ${seconds} s.` });
  }
}
