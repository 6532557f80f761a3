import { inspect } from 'node:util';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asActor, asVisitor } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { tenants } from '@/db/testing/tenants';

const seen = (actor: { userId: string }) => asActor(actor, (tx) => tx.select({ id: engagements.id }).from(engagements));

describe('the doors', () => {
  it('show a member their own engagement and no other', async () => {
    const { x, y } = tenants();
    expect(await seen(x.observer)).toEqual([{ id: x.engagementId }]);
    expect(await seen(y.advisor)).toEqual([{ id: y.engagementId }]);
  });

  it('show a visitor, an administrator and an advisor without membership nothing', async () => {
    const { administrator, outsider } = tenants();
    expect(await seen(administrator)).toEqual([]);
    expect(await seen(outsider)).toEqual([]);
    expect(await asVisitor((tx) => tx.select({ id: engagements.id }).from(engagements))).toEqual([]);
  });

  it('forget the actor when the transaction ends, on the same connection too', async () => {
    const { x } = tenants();
    await seen(x.advisor);
    const actors = await Promise.all(
      Array.from({ length: 20 }, () => asVisitor((tx) => tx.execute(sql`select app_actor() as actor`))),
    );
    expect(actors.flatMap((rows) => [...rows])).toEqual(Array.from({ length: 20 }, () => ({ actor: null })));
  });

  it('undo everything when what runs inside throws', async () => {
    const { x } = tenants();
    const rename = asActor(x.advisor, async (tx) => {
      await tx.update(engagements).set({ client: 'Renamed' });
      throw new Error('changed our mind');
    });
    await expect(rename).rejects.toThrow('changed our mind');
    const [row] = await asActor(x.advisor, (tx) => tx.select({ client: engagements.client }).from(engagements));
    expect(row?.client).toBe('Client x');
  });

  it('let no value out with a query that failed, neither of its parameters nor of the row', async () => {
    const { x } = tenants();
    const failing = [
      sql`update thresholds set amount = ${'8642173'}`,
      sql`select ${'not-a-uuid-8642173'}::uuid`,
      sql`insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${x.observer.userId}, ${'8642173'})`,
      sql`update engagements set currency = ${'8642173'}`,
    ];
    for (const query of failing) {
      const error = await asActor(x.advisor, (tx) => tx.execute(query)).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'QueryError', cause: { code: expect.stringMatching(/^[0-9A-Z]{5}$/) } });
      expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('8642173');
    }
  });
});
