import { describe, expect, inject, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { recordActivity } from '@/lib/activity/record';
import { type Caller, everybody, fresh, seesThreshold, type Who } from './people';
import { amountsIn, verdictsIn } from './secrets';

const here = () => tenants().x;
const callerFor = (who: Who) => fresh(who, { here: here(), elsewhere: tenants().y });

/** Listens at an address until something has been said, and gives everything said until then. */
async function listening({ cookie }: Caller, path: string) {
  const { origin } = inject('portal');
  const leaving = new AbortController();
  const { body } = await fetch(new URL(path, origin), {
    headers: { cookie },
    signal: leaving.signal,
  });
  if (!body) throw new Error('There is no stream');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  const until = async (what: string) => {
    while (!said.includes(what)) {
      const { value, done } = await reader.read();
      if (done) break;
      said += value;
    }
    return said;
  };
  await until('event: ready');
  return { until, leave: () => leaving.abort() };
}

const ofEngagement = () => `/api/events/${here().engagementId}`;

const happens = (wall: 'engagement' | 'threshold', subject: string) =>
  asActor(here().executive, (tx) =>
    recordActivity(tx, {
      engagementId: here().engagementId,
      kind: wall === 'threshold' ? 'threshold.proposed' : 'line.changed',
      subject,
      after: { amount: here().threshold.amount, likely: 5 },
      wall,
    }),
  );

describe('the events of an engagement', () => {
  it.each(everybody.filter(({ member }) => member !== null))('reach $name as far as they may see', async (who) => {
    const { until, leave } = await listening(await callerFor(who), ofEngagement());
    await happens('threshold', 'behind-the-wall');
    await happens('engagement', 'in-front-of-it');
    const said = await until('in-front-of-it');
    leave();
    expect(said.includes('behind-the-wall')).toBe(seesThreshold(who));
    // Not even leadership is told what it was: whoever wants to know looks again.
    expect([...amountsIn(said, here()), ...verdictsIn(said)]).toEqual([]);
  });

  it('end for whoever is removed', async () => {
    const caller = await callerFor(everybody[2] as Who);
    const { until } = await listening(caller, ofEngagement());
    await asOwner((sql) => sql`delete from members where user_id = ${caller.person?.userId ?? null}`);
    expect(await until('event: ended')).toContain('event: ended');
    await happens('engagement', 'afterwards');
    expect(await until('afterwards')).not.toContain('afterwards');
  });

  it('end for a session that is ended', async () => {
    const caller = await callerFor(everybody[2] as Who);
    const { until } = await listening(caller, ofEngagement());
    await asOwner((sql) => sql`delete from sessions where user_id = ${caller.person?.userId ?? null}`);
    expect(await until('event: ended')).toContain('event: ended');
  });
});

describe('a page of no single engagement', () => {
  it.each([
    ['taken out of one', (id: string) => asOwner((sql) => sql`delete from members where user_id = ${id}`)],
    ['signed out elsewhere', (id: string) => asOwner((sql) => sql`delete from sessions where user_id = ${id}`)],
  ])('is told to load again once its person is %s', async (_, change) => {
    const caller = await callerFor(everybody[2] as Who);
    const { until } = await listening(caller, '/api/events');
    await change(caller.person?.userId ?? '');
    expect(await until('event: ended')).toContain('event: ended');
  });

  it('is told so when that happened after it was made, and before it listened', async () => {
    const caller = await callerFor(everybody[2] as Who);
    const { until } = await listening(caller, `/api/events?since=${Date.now() - 3_600_000}`);
    expect(await until('event: ended')).toContain('event: ended');
  });
});
