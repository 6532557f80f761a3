import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { createFromModel } from '@/lib/engagements/mutations';
import {
  type AskedPortfolio,
  askedBy,
  pageSize,
  portfolioSorts,
  thresholdStates,
  verdicts,
} from '@/lib/portfolio/asked';
import { needs } from '@/lib/portfolio/need';
import { portfolioPage } from '@/lib/portfolio/queries';
import { todayIn } from '@/lib/server/today';

let x: Tenant;
let y: Tenant;
beforeAll(() => {
  ({ x, y } = tenants());
});

const asked = (wish: Partial<AskedPortfolio> = {}): AskedPortfolio => ({ ...askedBy({}), ...wish });
const seenBy = (person: Actor, wish: Partial<AskedPortfolio> = {}) =>
  asActor(person, (tx) => portfolioPage(tx, person, asked(wish), todayIn));
const clients = async (person: Actor, wish: Partial<AskedPortfolio> = {}) =>
  (await seenBy(person, wish)).rows.map(({ client }) => client);

describe('the portfolio', () => {
  it('holds one’s own engagements and nobody else’s, whatever is looked for', async () => {
    expect(await clients(x.advisor)).toEqual(['Client x']);
    expect(await clients(y.observer)).toEqual(['Client y']);
    expect(await clients(tenants().outsider)).toEqual([]);
    expect(await seenBy(x.advisor, { words: 'client y' })).toMatchObject({ rows: [], total: 0 });
    expect(await clients(x.advisor, { words: 'CLI x' })).toEqual(['Client x']);
  });

  it('shows a threshold’s state and the reading to those who may see it, and has neither for anybody else', async () => {
    for (const person of [x.advisor, x.executive]) {
      const [row] = (await seenBy(person)).rows;
      expect(row?.standing).toMatchObject({ state: 'approved' });
      expect(row?.standing?.reading).not.toBe('incomplete');
    }
    for (const person of [x.contributor, x.negotiator, x.observer]) {
      const page = await seenBy(person);
      expect(page.knowing).toBe(false);
      expect(page.rows).toHaveLength(1);
      expect(Object.keys(page.rows[0] ?? {})).not.toContain('standing');
      expect(page.rows[0]?.offer).toEqual((await seenBy(x.advisor)).rows[0]?.offer);
    }
  });

  it('reveals no reading and no state by a filter, a count or a search', async () => {
    for (const person of [x.contributor, x.negotiator, x.observer]) {
      for (const reading of verdicts) expect(await seenBy(person, { reading })).toMatchObject({ rows: [], total: 0 });
      for (const state of thresholdStates)
        expect(await seenBy(person, { state })).toMatchObject({ rows: [], total: 0 });
      expect((await seenBy(person, { words: 'approved' })).total).toBe(0);
      expect((await seenBy(person, { words: 'leadership’s first reading' })).total).toBe(0);
    }
    const counts = await Promise.all(verdicts.map(async (reading) => (await seenBy(x.advisor, { reading })).total));
    expect(counts.reduce((sum, each) => sum + each)).toBe(1);
  });

  it('lets nobody write a standing, nor an entry that no change has left behind', async () => {
    const set = (person: Actor, values: string) =>
      asActor(person, (tx) =>
        tx.execute(sql`update portfolio_entries set offer = 1, stale = false where engagement_id = ${x.engagementId}
          and ${sql.raw(values)} returning 1`),
      );
    await seenBy(x.advisor);
    for (const person of [x.advisor, x.contributor, y.advisor, tenants().outsider]) {
      expect([...(await set(person, 'true'))]).toEqual([]);
    }
    await expect(
      asActor(x.advisor, (tx) => tx.execute(sql`update portfolio_entries set client = 'Mine'`)),
    ).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('a person who is advisor of one deal and contributor to another', () => {
  let both: Actor;
  beforeAll(async () => {
    both = x.advisor;
    await asOwner(
      (owner) => owner`insert into members (engagement_id, user_id, role, added_by)
        values (${y.engagementId}, ${x.advisor.userId}, 'advisor', ${y.advisor.userId}) on conflict do nothing`,
    );
    await asOwner(
      (owner) => owner`update members set role = 'contributor'
        where engagement_id = ${y.engagementId} and user_id = ${x.advisor.userId}`,
    );
  });

  it('gets both rows in every order, the standing of one alone, and no place that tells of the other’s', async () => {
    for (const sort of portfolioSorts) {
      for (const down of [false, true]) {
        const { rows } = await seenBy(both, { sort, down });
        expect(rows.map(({ client }) => client).toSorted()).toEqual(['Client x', 'Client y']);
        expect(rows.find(({ client }) => client === 'Client y')?.standing).toBeUndefined();
        // What is not theirs to know has no value, and comes last.
        if (sort === 'reading' || sort === 'threshold') expect(rows.at(-1)?.client).toBe('Client y');
      }
    }
    for (const reading of verdicts) expect(await clients(both, { reading })).not.toContain('Client y');
  });
});

describe('orders and pages', () => {
  let firm: Actor;
  beforeAll(async () => {
    firm = tenants().outsider;
    const model = x.model;
    for (let each = 0; each < 55; each += 1) {
      const day = String((each % 27) + 1).padStart(2, '0');
      await asActor(firm, (tx) =>
        createFromModel(tx, firm, {
          client: `${each % 2 ? 'Öst' : 'Zinc'} ${String(each).padStart(2, '0')}`,
          model: { ...model, renewalDate: `20${each % 5 === 0 ? 20 : 28 + (each % 3)}-03-${day}` },
        }),
      );
    }
  });

  it('pages hold every engagement once, whatever the order', async () => {
    for (const sort of portfolioSorts) {
      const [one, two] = [await seenBy(firm, { sort }), await seenBy(firm, { sort, page: 2 })];
      expect([one.rows.length, two.rows.length, one.total]).toEqual([pageSize, 5, 55]);
      expect(new Set([...one.rows, ...two.rows].map(({ id }) => id)).size).toBe(55);
    }
  });

  it('is by renewal, the next one first and what has passed last, and by client an Ö beside the O', async () => {
    const days = (await seenBy(firm)).rows.map(({ daysLeft }) => daysLeft);
    const ahead = days.filter((left) => left >= 0);
    expect(ahead).toEqual(ahead.toSorted((a, b) => a - b));
    expect(days.slice(ahead.length).every((left) => left < 0)).toBe(true);
    const names = await clients(firm, { sort: 'client' });
    expect(names.slice(0, 15).every((name) => name.startsWith('Öst'))).toBe(true);
  });

  it('by need puts each row where the rule says', async () => {
    const { rows } = await seenBy(firm, { sort: 'needs' });
    const ranks = rows.map(({ need, daysLeft }) => (daysLeft < 0 ? 7 : need === null ? 6 : needs.indexOf(need)));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });
});
