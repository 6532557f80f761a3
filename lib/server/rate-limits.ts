import 'server-only';
import { createHmac } from 'node:crypto';
import { lt } from 'drizzle-orm';
import { headers } from 'next/headers';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { asJob, limitStore } from '@/db/doors';
import { rateLimits } from '@/db/schema/rate-limits';
import { derivedKey } from '@/lib/server/derived-key';
import { environment } from '@/lib/server/environment';
import { DomainError } from '@/lib/server/errors';
import { clientHeader, networkOf } from '@/lib/server/network';

/** At most `points` calls in `seconds`, from one network or about one subject. */
export type Limit = { readonly name: string; readonly points: number; readonly seconds: number };

/** An allowance that is spent. `seconds` is how long it takes until there is a new one. */
export class LimitedError extends DomainError {
  readonly seconds: number;

  constructor(seconds: number) {
    super({ code: 'limited', message: `That was tried too often. Please try again in ${inWords(seconds)}.` });
    this.name = 'LimitedError';
    this.seconds = seconds;
  }
}

/**
 * Takes one call from an allowance that all instances of the portal share: the calling network's, or that of a
 * subject such as a mail address or a person's id. Throws a LimitedError once it is spent.
 */
export async function takeFromLimit(limit: Limit, subject?: string): Promise<void> {
  const whom = subject === undefined ? `network ${await callingNetwork()}` : `subject ${subject}`;
  try {
    await limiterOf(limit).consume(keyOf(whom));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new LimitedError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

/** For files made on request, so that nobody has the portal make them without end. */
const downloads: Limit = { name: 'download', points: 60, seconds: 600 };

/** The answer to somebody who has had too many files made; null while they may have one more. */
export function downloadRefusal(userId: string): Promise<Response | null> {
  return limitRefusal(downloads, userId);
}

/** As `takeFromLimit`, for a route: the answer where the allowance is spent, null where the call may go on. */
export async function limitRefusal(limit: Limit, subject?: string): Promise<Response | null> {
  try {
    await takeFromLimit(limit, subject);
    return null;
  } catch (error) {
    if (error instanceof LimitedError) return limitedResponse(error);
    throw error;
  }
}

/** What a route answers when an allowance is spent. */
export function limitedResponse({ message, seconds }: LimitedError): Response {
  return new Response(`${message}\n`, {
    status: 429,
    headers: { 'retry-after': String(seconds), 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** Allowances whose time is over. */
export async function forgetSpentLimits(): Promise<void> {
  await asJob((tx) => tx.delete(rateLimits).where(lt(rateLimits.expire, Date.now())));
}

const limiters = new Map<string, RateLimiterPostgres>();

function limiterOf({ name, points, seconds }: Limit): RateLimiterPostgres {
  let limiter = limiters.get(name);
  if (!limiter) {
    limiter = new RateLimiterPostgres({
      storeClient: limitStore,
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
      // Whoever goes on trying is refused from memory, at no cost to the database.
      inMemoryBlockOnConsumed: points + 1,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

async function callingNetwork(): Promise<string> {
  return networkOf((await headers()).get(clientHeader) ?? 'unknown');
}

/** Under a key of the portal's own: the table tells nobody who tried what. */
function keyOf(whom: string): string {
  return createHmac('sha256', derivedKey(environment().authSecret, 'limits')).update(whom).digest('base64url');
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}
