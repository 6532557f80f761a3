import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { attempt, reached } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { recordActivity } from '@/lib/activity/record';

const record = (actor: { userId: string }, engagementId: string, wall: 'engagement' | 'threshold' = 'engagement') =>
  asActor(actor, (tx) =>
    recordActivity(tx, {
      engagementId,
      kind: 'line.changed',
      subject: 'a line',
      before: { likely: 1 },
      after: { likely: 2 },
      wall,
    }),
  );

const chainOf = (engagementId: string) =>
  asOwner(
    (owner) => owner<{ number: string; previous_hash: Buffer; hash: Buffer }[]>`
      select number, previous_hash, hash from activity
      where engagement_id = ${engagementId} and wall = 'engagement' order by number`,
  );

describe('the trail', () => {
  it('is one unbroken chain after 20 entries at once', async () => {
    const { x } = tenants();
    const before = (await chainOf(x.engagementId)).length;
    const people = [x.advisor, x.executive, x.contributor, x.observer];
    await Promise.all(Array.from({ length: 20 }, (_, at) => record(people[at % 4] ?? x.advisor, x.engagementId)));
    const chain = await chainOf(x.engagementId);
    expect(chain.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: before + 20 }, (_, at) => (at + 1) * 1_000_000),
    );
    for (const [at, link] of chain.entries()) {
      expect(link.previous_hash.equals(chain[at - 1]?.hash ?? Buffer.alloc(32))).toBe(true);
    }
  });

  it('goes when the change it tells of does not happen', async () => {
    const { x } = tenants();
    const before = (await chainOf(x.engagementId)).length;
    const failing = asActor(x.advisor, async (tx) => {
      await recordActivity(tx, { engagementId: x.engagementId, kind: 'line.added', subject: 'a line' });
      throw new Error('the line could not be added');
    });
    await expect(failing).rejects.toThrow('could not be added');
    expect((await chainOf(x.engagementId)).length).toBe(before);
  });

  it('numbers, dates and seals itself, whatever a writer claims', async () => {
    const { x } = tenants();
    const written = await attempt(
      x.contributor,
      (tx) => tx`
        insert into activity (engagement_id, actor_id, kind, subject, wall, salt, number, at, previous_hash, hash)
        values (${x.engagementId}, ${x.contributor.userId}, 'line.changed', 's', 'engagement', ${Buffer.alloc(32, 7)}, 1, '1999-01-01', 'p', 'h')
        returning number > 1 as numbered, at > now() - interval '1 minute' as dated, length(hash) as sealed`,
    );
    expect(written).toEqual({ refused: false, rows: [{ numbered: true, dated: true, sealed: 32 }] });
  });

  it('takes no salt but 32 bytes', async () => {
    const { x } = tenants();
    const short = attempt(
      x.contributor,
      (tx) => tx`
        insert into activity (engagement_id, actor_id, kind, subject, wall, salt, number, at, previous_hash, hash)
        values (${x.engagementId}, ${x.contributor.userId}, 'k', 's', 'engagement', 'short', 1, now(), '', '')`,
    );
    await expect(short).rejects.toThrow('a salt of 32 bytes');
  });

  it('is written in nobody else’s name', async () => {
    const { x } = tenants();
    const forged = await attempt(
      x.contributor,
      (tx) => tx`
        insert into activity (engagement_id, actor_id, kind, subject, wall, salt, number, at, previous_hash, hash)
        values (${x.engagementId}, ${x.executive.userId}, 'k', 's', 'engagement', ${Buffer.alloc(32)}, 1, now(), '', '')`,
    );
    expect(forged).toEqual({ refused: true });
  });

  it('is neither changed, shortened nor emptied by the rooms, nor by the owner without taking a trigger down', async () => {
    const { x } = tenants();
    expect(await attempt(x.advisor, (tx) => tx`update activity set kind = 'k' returning 1`)).toEqual({ refused: true });
    expect(await attempt(x.advisor, (tx) => tx`delete from activity returning 1`)).toEqual({ refused: true });
    expect(await attempt(x.advisor, (tx) => tx`truncate activity`)).toEqual({ refused: true });
    await expect(asOwner((owner) => owner`update activity set kind = 'k'`)).rejects.toThrow('only added to');
    await expect(asOwner((owner) => owner`delete from activity`)).rejects.toThrow('only added to');
    await expect(asOwner((owner) => owner`truncate activity`)).rejects.toThrow('only added to');
  });

  it('shows what follows from a threshold to leadership, and to nobody else that there is any', async () => {
    const { x } = tenants();
    await record(x.executive, x.engagementId, 'threshold');
    const seen = (actor: { userId: string }) =>
      asActor(actor, (tx) =>
        tx.select({ number: activity.number }).from(activity).where(eq(activity.wall, 'threshold')),
      );
    expect((await seen(x.advisor)).length).toBeGreaterThan(1);
    for (const person of [x.contributor, x.negotiator, x.observer]) expect(await seen(person)).toEqual([]);

    // What an observer can read of it by any column hangs together without the rest, and counts none of it.
    const rows = await attempt(
      x.observer,
      (tx) =>
        tx`select number, previous_hash, hash from activity where engagement_id = ${x.engagementId} order by number`,
    );
    const open = rows.refused ? [] : rows.rows;
    expect(open.map(({ number }) => Number(number))).toEqual(open.map((_, at) => (at + 1) * 1_000_000));
    for (const [at, row] of open.entries()) {
      expect(row.previous_hash).toEqual(open[at - 1]?.hash ?? Buffer.alloc(32));
    }
  });

  it('takes no entry about a threshold in front of its wall', async () => {
    const { x } = tenants();
    const careless = asActor(x.executive, (tx) =>
      recordActivity(tx, { engagementId: x.engagementId, kind: 'threshold.approved', subject: x.threshold.id }),
    );
    await expect(careless).rejects.toMatchObject({ cause: { constraint_name: 'activity_threshold_wall' } });
  });

  it('keeps entries behind the threshold’s wall to those who stand behind it', async () => {
    const { x } = tenants();
    await expect(record(x.contributor, x.engagementId, 'threshold')).rejects.toThrow();
    expect(reached(await attempt(x.observer, (tx) => tx`select from activity where wall = 'threshold'`))).toBe(0);
  });
});
