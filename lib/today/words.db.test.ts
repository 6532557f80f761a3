import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type ActorTx, asActor } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { createFromModel } from '@/lib/engagements/mutations';
import {
  approve,
  type Boardroom,
  costSwitching,
  give,
  openBoardroom,
  propose,
  wordOf,
} from '@/lib/thresholds/testing/boardroom';
import { todayOf } from '@/lib/today/queries';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000', DEMO: '1' });

let room: Boardroom;
beforeEach(async () => {
  room = await openBoardroom();
});

/** What each is asked for about thresholds of the room: those who are in it, and another deal's executive and lead. */
async function asked(): Promise<Record<string, string[]>> {
  const { x } = tenants();
  const { advisor, cfo, cio, contributor } = room;
  const people = { advisor, cfo, cio, contributor, stranger: x.executive, strangeLead: x.advisor };
  const told = await Promise.all(
    Object.entries(people).map(async ([name, actor]) => {
      const due = (await asActor(actor, (tx) => todayOf(tx, actor))).flatMap((part) => part.due);
      const words = due.filter(({ href }) => href.startsWith(`/engagements/${room.engagementId}/threshold`));
      expect(words.map(({ what }) => what).join()).not.toMatch(/\d/);
      return [name, words.map(({ kind }) => kind)] as const;
    }),
  );
  return Object.fromEntries(told.filter(([, words]) => words.length > 0));
}

describe('a threshold', () => {
  it('asks each named approver for a decision until they have given one, and nobody else', async () => {
    expect(await asked()).toEqual({});
    const threshold = await propose(room);
    expect(await asked()).toEqual({ cfo: ['decision'], cio: ['decision'] });
    await approve(room, room.cfo, threshold);
    expect(await asked()).toEqual({ cio: ['decision'] });
    await approve(room, room.cio, threshold);
    expect(await asked()).toEqual({});
  });

  it('asks nobody any more once it is declined', async () => {
    const threshold = await propose(room);
    await give(room.cfo, await wordOf(room, room.cfo, threshold, { decision: 'decline' }));
    expect(await asked()).toEqual({});
  });

  it('asks its approvers again at once when the alternative has moved: switching at 500,000 and not 300,000', async () => {
    const threshold = await propose(room);
    for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
    expect(await asked()).toEqual({});
    await costSwitching(room, 500_000);
    expect(await asked()).toEqual({ cfo: ['affirmation'], cio: ['affirmation'] });
    await approve(room, room.cfo, threshold);
    expect(await asked()).toEqual({ cio: ['affirmation'] });
    await costSwitching(room, 300_000);
    expect(await asked()).toEqual({ cfo: ['affirmation'] });
  });
});

describe('a deal that has ended', () => {
  it('asks no more work of whoever knows that it has, and of whoever does not know, what it asked before', async () => {
    const workOf = async (actor: Actor) =>
      (await asActor(actor, (tx) => todayOf(tx, actor)))
        .flatMap((part) => part.due)
        .flatMap(({ kind, href }) => (href.includes(room.engagementId) ? [kind] : []));
    const threshold = await propose(room);
    expect([await workOf(room.cio), await workOf(room.contributor)]).toEqual([['decision', 'review'], ['review']]);
    await asOwner(async (sql) => {
      const id = randomUUID();
      await sql`insert into decisions (id, engagement_id, kind, offer_id, above_line, quorum, snapshot_hash, made_by)
        select ${id}, ${room.engagementId}, 'leave', id, false, 1, ${threshold.snapshotHash}, ${room.cfo.userId}
        from offers where engagement_id = ${room.engagementId}`;
      await sql`insert into decision_voices (engagement_id, decision_id, user_id, step_up_id)
        values (${room.engagementId}, ${id}, ${room.cfo.userId}, ${randomUUID()})`;
    });
    expect([await workOf(room.cio), await workOf(room.contributor)]).toEqual([[], ['review']]);
  });
});

/** How many queries of the builder or by hand one day takes. */
async function queriesFor(actor: Actor): Promise<number> {
  let count = 0;
  const asking = new Set(['execute', 'select', 'selectDistinct', 'selectDistinctOn', 'update', 'insert', '$count']);
  await asActor(actor, async (tx) => {
    const counted = new Proxy(tx, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (asking.has(String(name))) count++;
        return value.bind(target);
      },
    });
    await todayOf(counted as ActorTx, actor);
  });
  return count;
}

describe('a day of somebody with forty engagements', () => {
  it('takes as many queries as of somebody with one', async () => {
    const { cfo, advisor, engagementId } = room;
    const threshold = await propose(room);
    await queriesFor(cfo);
    const withOne = await queriesFor(cfo);
    await asActor(advisor, async (tx) => {
      for (let number = 2; number <= 40; number++) {
        const id = await createFromModel(tx, advisor, { client: `Deal ${number}`, model: tenants().x.model });
        await tx
          .insert(members)
          .values({ engagementId: id, userId: cfo.userId, role: 'executive', addedBy: advisor.userId });
      }
    });
    // In each of them a threshold waits for them.
    await asOwner(async (sql) => {
      const others = sql`(select engagement_id from members where user_id = ${cfo.userId} and engagement_id <> ${engagementId})`;
      await sql`insert into snapshots (engagement_id, hash, content)
        select o.engagement_id, s.hash, s.content from ${others} o, snapshots s where s.hash = ${threshold.snapshotHash}`;
      await sql`insert into thresholds (id, engagement_id, amount, statement, alternative_id, alternative_cost, valid_until, quorum, proposed_by, snapshot_hash, tolerance)
        select gen_random_uuid(), o.engagement_id, t.amount, t.statement, a.id, t.alternative_cost, t.valid_until, 2, t.proposed_by, t.snapshot_hash, t.tolerance
        from ${others} o join alternatives a on a.engagement_id = o.engagement_id and a.key = 'rival', thresholds t where t.id = ${threshold.id}`;
      await sql`insert into threshold_approvers (engagement_id, threshold_id, user_id)
        select engagement_id, id, u from thresholds, unnest(array[${cfo.userId}, ${advisor.userId}]::uuid[]) u where engagement_id in ${others}`;
      await sql`insert into threshold_moves (engagement_id, threshold_id, kind, by)
        select engagement_id, id, 'proposed', ${advisor.userId} from thresholds where engagement_id in ${others}`;
    });
    // What the changes left behind is computed once.
    await queriesFor(cfo);
    const due = (await asActor(cfo, (tx) => todayOf(tx, cfo))).flatMap((part) => part.due);
    expect(due.filter(({ kind }) => kind === 'decision')).toHaveLength(40);
    expect(await queriesFor(cfo)).toBe(withOne);
  });
});
