import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '@/db/seed/people';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { routes } from '@/lib/access/endpoints';
import { ask } from './ask';
import { pathOf } from './discover';
import { posts } from './inputs';
import { admits, everybody, fresh, type Who } from './people';

const here = () => tenants().x;
const callerFor = (who: Who) => fresh(who, { here: here(), elsewhere: tenants().y });

beforeAll(() =>
  asOwner(
    (sql) =>
      sql`insert into users (name, email) values ('One of the demo', ${demoPeople[0].email}) on conflict do nothing`,
  ),
);

describe.each(Object.entries(posts))('%s', (route, posting) => {
  const [method = '', path = ''] = route.split(' ');
  const rule = routes[route] ?? 'everybody';
  const post = async (who: Who, tenant = here(), headers: Record<string, string> = {}) => {
    const { body, type, headers: own } = await posting(tenant);
    const caller = await callerFor(who);
    return ask(pathOf(path, tenant.engagementId), caller, {
      method,
      body,
      headers: { 'content-type': type, ...own, ...headers },
    });
  };

  it.each(everybody)('as $name', async (who) => {
    const { status } = await post(who);
    if (admits(rule, who)) expect(status).toBe((await posting(here())).answers);
    else expect(status).toBe(who.member ? 403 : who.signedIn ? 404 : 401);
  });

  it('is not posted from another site', async () => {
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await post(everybody[0] as Who, here(), headers)).status).toBeGreaterThanOrEqual(400);
  });

  it('answers an engagement that is not there like one that is not theirs', async () => {
    // What is one's own names no engagement.
    if (rule === 'everybody' || rule === 'the demo' || rule === 'oneself') return;
    const missing = { ...here(), engagementId: randomUUID() };
    for (const who of everybody) expect((await post(who, missing)).status).toBe(who.signedIn ? 404 : 401);
  });

  it('refuses what is not well-formed', async () => {
    if (rule === 'everybody') return;
    const caller = await callerFor(everybody[0] as Who);
    const { type } = await posting(here());
    for (const body of ['', '{', '[]', '{"engagementId":1}', 'email', 'x'.repeat(100_000)]) {
      const { status } = await ask(pathOf(path, here().engagementId), caller, {
        method,
        body,
        headers: { 'content-type': type },
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });
});
