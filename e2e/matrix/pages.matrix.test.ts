import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { pages, type Rule, routes } from '@/lib/access/endpoints';
import { type Answer, ask, askForComponents, renew } from './ask';
import { pathOf } from './discover';
import { admits, everybody, fresh, seesThreshold, type Who } from './people';
import { aCalendarAddress } from './readiness-scene';
import { aRequest, attachedTo } from './scene';
import { amountsIn, verdictsIn } from './secrets';

const here = () => tenants().x;
const callerFor = (who: Who) => fresh(who, { here: here(), elsewhere: tenants().y });

/** An answer without what differs from one to the next, whoever asks and whatever for: nonces and render keys. */
const constant = ({ body, leadsTo, ...rest }: Answer, engagementId: string) => ({
  ...rest,
  body: body
    .replaceAll(engagementId, 'ID')
    .replace(/nonce(\\?"?[=:]\\?")[^"\\]*/g, '')
    .replace(/"[\w-]{21}[vm]"/g, 'KEY'),
  leadsTo: leadsTo?.replaceAll(engagementId, 'ID'),
});

let attached: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  attached = { ...(await attachedTo(here())), address: await aCalendarAddress(here()), requestId: await aRequest() };
});

const gets = Object.entries(routes)
  .filter(([route]) => route.startsWith('GET '))
  .map(([route, rule]): [string, Rule] => [route.slice(4), rule]);

describe.each([...Object.entries(pages), ...gets])('%s', (pattern, rule) => {
  const path = () => pathOf(pattern, here().engagementId, attached);

  it.each(everybody)('for $name', async (who) => {
    const caller = await callerFor(who);
    const answer = await ask(path(), caller);
    if (admits(rule, who)) {
      expect(answer.status).toBeLessThan(400);
      if (rule !== 'everybody') expect(answer.leadsTo ?? '').not.toMatch(/^\/sign-in/);
    } else if (!who.signedIn && rule !== 'the issuer') {
      if (pattern.startsWith('/api/')) expect(answer.status).toBe(401);
      else expect(answer.leadsTo).toMatch(/^\/sign-in\?next=/);
    } else {
      expect(answer.status).toBe(404);
    }
    if (seesThreshold(who)) return;
    const components = pattern in pages ? [await askForComponents(path(), caller)] : [];
    for (const { body } of [answer, ...components]) {
      expect(amountsIn(body, here())).toEqual([]);
      // The front page explains what a reading is, and leaders of another client see their own.
      if (typeof rule === 'object' || (rule === 'oneself' && !who.elsewhere)) expect(verdictsIn(body)).toEqual([]);
    }
  });

  if (pattern.includes('[engagementId]')) {
    it('answers what is not theirs exactly as what is not there', async () => {
      for (const who of everybody.filter(({ member }) => member === null)) {
        const caller = await callerFor(who);
        const missing = randomUUID();
        for (const how of pattern in pages ? [ask, askForComponents] : [ask]) {
          const notTheirs = constant(await how(path(), caller), here().engagementId);
          const notThere = constant(await how(pathOf(pattern, missing, attached), caller), missing);
          expect(notTheirs).toEqual(notThere);
        }
      }
    });

    it('answers an id that is none like one that is not there', async () => {
      const caller = await callerFor(everybody[0] as Who);
      for (const id of ['1', 'null', '%00', '..%2f..', "'--", 'x'.repeat(2_000)]) {
        expect([400, 404]).toContain((await ask(pathOf(pattern, id, attached), caller)).status);
      }
    });
  }
});

describe('whoever is removed', () => {
  it('reads nothing more with the session they have', async () => {
    const { engagementId } = here();
    for (const who of everybody.filter(({ member }) => member !== null)) {
      const caller = await callerFor(who);
      expect((await ask(`/engagements/${engagementId}`, caller)).status).toBe(200);
      await asOwner((sql) => sql`delete from members where user_id = ${caller.person?.userId ?? null}`);
      const path = `/engagements/${engagementId}`;
      const next = await ask(path, caller);
      // A session whose rights have changed is renewed first, on a page that says nothing.
      expect(next.leadsTo).toBe(`/sign-in/renew?next=${encodeURIComponent(path)}`);
      expect(next.body).not.toContain('Client x');
      const renewed = await renew(path, caller);
      for (const page of [path, `${path}/plan`, `${path}/export`]) expect((await ask(page, renewed)).status).toBe(404);
      expect((await ask(path, caller)).leadsTo).toMatch(/^\/sign-in\?next=/);
    }
  });

  it('does nothing more once the person is gone', async () => {
    const caller = await callerFor(everybody[0] as Who);
    await asOwner((sql) => sql`delete from sessions where user_id = ${caller.person?.userId ?? null}`);
    expect((await ask('/engagements', caller)).leadsTo).toBe('/sign-in?next=%2Fengagements');
  });
});

describe('the search for secrets', () => {
  it('finds on leadership’s pages what it must not find on others', async () => {
    const path = `/engagements/${here().engagementId}`;
    for (const who of everybody.filter(seesThreshold)) {
      const caller = await callerFor(who);
      for (const how of [ask, askForComponents]) {
        const { body } = await how(path, caller);
        expect(amountsIn(body, here())).toEqual(expect.arrayContaining(['8642173', 'Above this we leave']));
        expect(verdictsIn(body)).toContain('press');
      }
      expect(amountsIn((await ask(`${path}/export`, caller)).body, here())).toContain('8642173');
    }
  });
});
