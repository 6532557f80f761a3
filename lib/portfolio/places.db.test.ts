import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { archives } from '@/db/schema/archives';
import { engagements, members } from '@/db/schema/engagements';
import { portfolioPlaces } from '@/db/schema/portfolio';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { createFromModel } from '@/lib/engagements/mutations';
import { askedBy } from '@/lib/portfolio/asked';
import { countPlaces, placesOf } from '@/lib/portfolio/places';
import { portfolioRows } from '@/lib/portfolio/queries';

const { x, y } = tenants();
const model = (renewalDate: string) => ({ ...x.model, renewalDate });
const ids: string[] = [];

beforeAll(async () => {
  // Two on one day, in the alphabet's order and not in that of bytes; two that are past.
  for (const [client, renewal] of [
    ['östlich', '2098-01-01'],
    ['Zuletzt', '2098-01-01'],
    ['Vorher', '2097-01-01'],
    ['Vorbei', '2020-01-01'],
    ['Aus', '2021-01-01'],
  ] as const) {
    ids.push(await asActor(x.advisor, (tx) => createFromModel(tx, x.advisor, { client, model: model(renewal) })));
  }
});

const clientsOf = async (order: readonly string[]) => {
  const rows = await asActor(x.advisor, (tx) =>
    tx.select({ id: engagements.id, client: engagements.client }).from(engagements),
  );
  const byId = new Map(rows.map(({ id, client }) => [id, client]));
  return order.map((id) => byId.get(id));
};

it('come by renewal and name, then what is over by name: alike page by page, at once, and by the long way', async () => {
  const span = (atMost: number, offset: number) =>
    asActor(x.advisor, (tx) => placesOf(tx, x.advisor, false, { atMost, offset }));
  const whole = await span(50, 0);
  const pages = (await Promise.all([0, 2, 4, 6].map((offset) => span(2, offset)))).flat();
  const long = await asActor(x.advisor, (tx) => portfolioRows(tx, x.advisor, askedBy({}), { atMost: 50, offset: 0 }));
  expect(pages).toEqual(whole);
  expect(long.map(({ id }) => id)).toEqual(whole);
  const shown = (await clientsOf(whole)).filter((client) => client !== 'Client x');
  expect(shown).toEqual(['Vorher', 'östlich', 'Zuletzt', 'Aus', 'Vorbei']);
});

it('follow the archive, the role and the membership at once', async () => {
  const [first = ''] = ids;
  const place = async (of: { userId: string }) => {
    const [row] = await asOwner(
      (owner) =>
        owner`select archived, knows from portfolio_places where user_id = ${of.userId} and engagement_id = ${first}`,
    );
    return row;
  };
  const before = await asActor(x.advisor, (tx) => countPlaces(tx, x.advisor));
  await asActor(x.advisor, (tx) => tx.insert(archives).values({ engagementId: first, archivedBy: x.advisor.userId }));
  const after = await asActor(x.advisor, (tx) => countPlaces(tx, x.advisor));
  expect(after).toEqual({ ...before, underWay: before.underWay - 1, inArchive: before.inArchive + 1 });
  expect(await place(x.advisor)).toEqual({ archived: true, knows: true });
  await asOwner((owner) => owner`delete from archives where engagement_id = ${first}`);
  expect(await place(x.advisor)).toEqual({ archived: false, knows: true });
  await asActor(x.advisor, (tx) =>
    tx
      .insert(members)
      .values({ engagementId: first, userId: x.observer.userId, role: 'observer', addedBy: x.advisor.userId }),
  );
  expect(await place(x.observer)).toEqual({ archived: false, knows: false });
  await asOwner(
    (owner) => owner`delete from members where engagement_id = ${first} and user_id = ${x.observer.userId}`,
  );
  expect(await place(x.observer)).toBeUndefined();
});

it('are each person’s own, and written by nobody', async () => {
  const seen = await asActor(y.advisor, (tx) =>
    tx.selectDistinct({ of: portfolioPlaces.userId }).from(portfolioPlaces).orderBy(asc(portfolioPlaces.userId)),
  );
  expect(seen).toEqual([{ of: y.advisor.userId }]);
  const own = eq(portfolioPlaces.userId, x.advisor.userId);
  for (const write of [
    sql`update portfolio_places set archived = true`,
    sql`delete from portfolio_places`,
    sql`insert into portfolio_places select * from portfolio_places where ${own}`,
  ]) {
    await expect(asActor(x.advisor, (tx) => tx.execute(write))).rejects.toMatchObject({ cause: { code: '42501' } });
  }
});
