import { describe, expect, inject, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { recordActivity } from '@/lib/activity/record';
import { type Caller, everybody, fresh, seesThreshold, type Who } from './people';
import { amountsIn, verdictsIn } from './secrets';

const here = () => tenants().x;
const callerFor = (who: Who) => fresh(who, { here: here(), elsewhere: tenants().y });

/** Listens to an engagement until something has been said, and gives everything said until then. */
async function listening({ cookie }: Caller, engagementId: string) {
  const { origin } = inject('portal');
  const leaving = new AbortController();
  const { body } = await fetch(new URL(`/api/events/${engagementId}`, origin), {
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
    const { until, leave } = await listening(await callerFor(who), here().engagementId);
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
    const { until } = await listening(caller, here().engagementId);
    await asOwner((sql) => sql`delete from members where user_id = ${caller.person?.userId ?? null}`);
    expect(await until('event: ended')).toContain('event: ended');
    await happens('engagement', 'afterwards');
    expect(await until('afterwards')).not.toContain('afterwards');
  });

  it('end for a session that is ended', async () => {
    const caller = await callerFor(everybody[2] as Who);
    const { until } = await listening(caller, here().engagementId);
    await asOwner((sql) => sql`delete from sessions where user_id = ${caller.person?.userId ?? null}`);
    expect(await until('event: ended')).toContain('event: ended');
  });
});
