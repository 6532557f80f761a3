import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadEngagement } from '@/lib/engagements/queries';
import { addOffer, changeOffer } from '@/lib/offers/mutations';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;

beforeAll(() => {
  x = tenants().x;
});

const offersNow = async () => {
  const record = await asActor(x.advisor, (tx) => loadEngagement(tx, x.advisor, x.engagementId, () => '2026-11-25'));
  // The tenant's very first one, without lines, is there for a decision to concern.
  return record?.offers.filter(({ number }) => number > 0) ?? [];
};
const add = (label: string, from: string | null, as: Actor = x.advisor) =>
  asActor(as, (tx) => addOffer(tx, as, { engagementId: x.engagementId, label, receivedOn: '2026-11-20', from }));
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('offers', () => {
  it('the next one starts as a copy: terms and lines, under the same keys', async () => {
    const [first] = await offersNow();
    const id = await add('Second offer', first?.id ?? '');
    const second = (await offersNow()).find((offer) => offer.id === id);
    expect(second).toMatchObject({
      number: 2,
      label: 'Second offer',
      receivedOn: '2026-11-20',
      termMonths: first?.termMonths,
      renewalUplift: first?.renewalUplift,
    });
    expect(second?.lines.map(({ line }) => line)).toEqual(first?.lines.map(({ line }) => line));
    expect(second?.lines.map((record) => record.id)).not.toEqual(first?.lines.map((record) => record.id));
  });

  it('an empty one can start as well, and the last one stands', async () => {
    const id = await add('Quite another one', null);
    const offers = await offersNow();
    expect(offers.at(-1)).toMatchObject({ id, lines: [], renewalUplift: 0 });
    expect(offers.map(({ number }) => number)).toEqual(offers.map((_, index) => index + 1));
  });

  it('terms change upon their version, leave an entry, and are refused when stale', async () => {
    const id = await add('Terms', null);
    const change = (renewalUplift: number) =>
      asActor(x.advisor, (tx) =>
        changeOffer(tx, { engagementId: x.engagementId, offerId: id, version: 1, change: { renewalUplift } }),
      );
    expect(await change(0.09)).toMatchObject({ version: 2, renewalUplift: 0.09 });
    expect(await detailOf(change(0.05))).toMatchObject({
      code: 'stale',
      current: { version: 2, value: { renewalUplift: 0.09 } },
    });
    const trail = await asActor(x.observer, (tx) => tx.select().from(activity).where(eq(activity.subject, id)));
    expect(trail.find(({ kind }) => kind === 'offer.changed')).toMatchObject({
      before: { renewalUplift: 0 },
      after: { renewalUplift: 0.09 },
    });
  });

  it('the database itself refuses whoever is no advisor, and a neighbour finds nothing', async () => {
    const [first] = await offersNow();
    for (const other of [x.contributor, x.executive, x.observer]) {
      await expect(add('Sneaked', null, other)).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    const y = tenants().y;
    expect(await detailOf(add('Theirs', first?.id ?? '', y.advisor))).toMatchObject({ code: 'not-found' });
  });
});
