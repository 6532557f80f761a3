import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDoors } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import type { Limit, LimitedError } from './rate-limits';

const caller = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({ headers: async () => caller.headers }));

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000' });

/** The module as another process has it: with a memory of its own. */
async function instance() {
  await closeDoors();
  vi.resetModules();
  return import('./rate-limits');
}

const limit: Limit = { name: 'test', points: 3, seconds: 600 };
const refused = (error: unknown) => (error as LimitedError).detail?.code === 'limited';
const outcome = (call: Promise<void>) =>
  call.then(
    () => 'taken',
    (error: unknown) => (refused(error) ? 'refused' : Promise.reject(error)),
  );

beforeEach(async () => {
  caller.headers = new Headers({ 'x-walk-client': '203.0.113.7' });
  await asOwner((owner) => owner`delete from rate_limits`);
});

describe('a limit', () => {
  it('holds across two instances: 3 calls between them, not 3 each', async () => {
    const [one, two] = [await instance(), await instance()];
    const calls = [one, two, one, two, one, two].map(
      ({ takeFromLimit }) =>
        () =>
          takeFromLimit(limit),
    );
    const outcomes: string[] = [];
    for (const call of calls) outcomes.push(await outcome(call()));
    expect(outcomes).toEqual(['taken', 'taken', 'taken', 'refused', 'refused', 'refused']);
  });

  it('counts 40 calls at once exactly', async () => {
    const [one, two] = [await instance(), await instance()];
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => outcome((index % 2 ? one : two).takeFromLimit(limit))),
    );
    expect(outcomes.filter((found) => found === 'taken')).toHaveLength(3);
  });

  it('gives a new allowance when the time is over', async () => {
    const { takeFromLimit } = await instance();
    for (let call = 0; call < 3; call++) await takeFromLimit(limit);
    await asOwner((owner) => owner`update rate_limits set expire = ${Date.now() - 1}`);
    expect(await outcome(takeFromLimit(limit))).toBe('taken');
  });

  it('says when to try again, in words and in the header', async () => {
    const { takeFromLimit, limitedResponse, LimitedError } = await instance();
    for (let call = 0; call < 3; call++) await takeFromLimit(limit);
    const error = await takeFromLimit(limit).catch((thrown: unknown) => thrown);
    if (!(error instanceof LimitedError)) throw new Error('expected a refusal');
    expect(error.message).toBe('That was tried too often. Please try again in 10 minutes.');
    const response = limitedResponse(error);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBe(error.seconds);
    expect(await response.text()).toContain('Please try again in 10 minutes.');
  });

  it('is one for each network, and an IPv6 network is 64 bits', async () => {
    const { takeFromLimit } = await instance();
    const from = (address: string) => {
      caller.headers = new Headers({ 'x-walk-client': address });
      return outcome(takeFromLimit({ ...limit, points: 1 }));
    };
    expect(await from('203.0.113.7')).toBe('taken');
    expect(await from('203.0.113.8')).toBe('taken');
    expect(await from('2001:db8:1:2::1')).toBe('taken');
    expect(await from('2001:db8:1:2::2')).toBe('refused');
    expect(await from('2001:db8:1:3::1')).toBe('taken');
  });

  it('is not given by what a client says of itself', async () => {
    const { takeFromLimit } = await instance();
    const outcomes: string[] = [];
    for (const pretended of ['198.51.100.1', '198.51.100.2']) {
      caller.headers = new Headers({ 'x-walk-client': '203.0.113.7', 'x-forwarded-for': pretended });
      outcomes.push(await outcome(takeFromLimit({ ...limit, points: 1 })));
    }
    expect(outcomes).toEqual(['taken', 'refused']);
  });

  it('about a subject holds whichever network asks', async () => {
    const { takeFromLimit } = await instance();
    const outcomes: string[] = [];
    for (const address of ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4']) {
      caller.headers = new Headers({ 'x-walk-client': address });
      outcomes.push(await outcome(takeFromLimit(limit, 'ada@client.example')));
    }
    expect(outcomes).toEqual(['taken', 'taken', 'taken', 'refused']);
    expect(await outcome(takeFromLimit(limit, 'ben@client.example'))).toBe('taken');
  });

  it('keeps neither address nor network in clear', async () => {
    const { takeFromLimit } = await instance();
    await takeFromLimit(limit);
    await takeFromLimit(limit, 'ada@client.example');
    const rows = await asOwner((owner) => owner`select key from rate_limits`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0|ada|client/);
  });

  it('is forgotten once its time is over, and not before', async () => {
    const { takeFromLimit, forgetSpentLimits } = await instance();
    await takeFromLimit(limit, 'over');
    await asOwner((owner) => owner`update rate_limits set expire = ${Date.now() - 1}`);
    await takeFromLimit(limit, 'running');
    await forgetSpentLimits();
    expect(await asOwner((owner) => owner`select key from rate_limits`)).toHaveLength(1);
  });
});
