import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type ActorTx, asActor, asJob } from '@/db/doors';
import { preferences } from '@/db/schema/preferences';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { keepPreference } from '@/lib/preferences/mutations';
import { todayOf } from '@/lib/today/queries';
import { digestDue, leaveDigest } from '@/lib/today/send-digest';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000' });

const dueFrom = async (actor: Actor) =>
  (await asActor(actor, (tx) => todayOf(tx, actor))).flatMap(({ due, part }) => due.map((each) => ({ ...each, part })));

const day = (fromNow: number) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

describe('today', () => {
  it('tells each what is theirs: a late milestone its owner, one behind the wall nobody who may not know', async () => {
    const { x, y } = tenants();
    const add = (label: string, wall: string, owner: Actor) =>
      asOwner(
        (sql) => sql`insert into milestones (id, engagement_id, label, due_on, wall, owner_id)
          values (gen_random_uuid(), ${x.engagementId}, ${label}, ${day(-5)}, ${wall}, ${owner.userId})`,
      );
    await add('Count the seats', 'engagement', x.contributor);
    await add('Leadership agrees', 'threshold', x.contributor);
    await add('Leadership reads', 'threshold', x.executive);
    const told = async (actor: Actor) => (await dueFrom(actor)).filter(({ kind }) => kind === 'milestone');
    expect(await told(x.contributor)).toMatchObject([{ what: 'Count the seats', part: 'overdue', on: day(-5) }]);
    expect((await told(x.executive)).map(({ what }) => what)).toContain('Leadership reads');
    const elsewhere = await dueFrom(y.contributor);
    expect(elsewhere.filter(({ href }) => href.includes(x.engagementId))).toEqual([]);
  });

  it('asks a named approver alone for their word, and says no amount', async () => {
    const { x } = tenants();
    const everybody = [x.advisor, x.executive, x.secondExecutive, x.contributor, x.negotiator, x.observer];
    for (const actor of everybody) {
      const due = await dueFrom(actor);
      expect(JSON.stringify(due)).not.toContain(String(x.threshold.amount));
      const asked = due.filter(({ kind }) => kind === 'decision' || kind === 'affirmation');
      if (actor !== x.executive && actor !== x.secondExecutive) expect(asked).toEqual([]);
    }
  });

  it('leads from a mention to the very comment, until the thread is answered or settled', async () => {
    const { x } = tenants();
    const [line] = await asActor(x.advisor, (tx) =>
      tx.execute<{ id: string }>(`select id from lines where engagement_id = '${x.engagementId}' limit 1`),
    );
    const say = (by: Actor, id: string, mentions: string[]) =>
      asOwner(
        (
          sql,
        ) => sql`insert into comments (id, engagement_id, subject_kind, subject_id, thread_id, body, mentions, written_by, written_at)
          values (${id}, ${x.engagementId}, 'line', ${line?.id ?? ''}, '00000000-0000-4000-8000-00000000da01', 'Look', ${mentions}::uuid[], ${by.userId}, clock_timestamp())`,
      );
    const talk = async (actor: Actor) => (await dueFrom(actor)).filter(({ key }) => key.endsWith('da01'));
    await say(x.advisor, '00000000-0000-4000-8000-00000000da01', [x.executive.userId]);
    expect(await talk(x.executive)).toMatchObject([
      { kind: 'mention', href: `/engagements/${x.engagementId}/talk/00000000-0000-4000-8000-00000000da01` },
    ]);
    expect(await talk(x.observer)).toEqual([]);
    await say(x.executive, '00000000-0000-4000-8000-00000000da02', []);
    expect(await talk(x.executive)).toEqual([]);
    expect(await talk(x.advisor)).toMatchObject([
      { kind: 'thread', what: 'x.executive answered in a thread of yours' },
    ]);
  });

  it('tells requests to advisors alone', async () => {
    const { x, outsider, administrator } = tenants();
    expect((await dueFrom(outsider)).every(({ kind }) => kind === 'request')).toBe(true);
    for (const actor of [x.executive, administrator]) {
      expect((await dueFrom(actor)).filter(({ kind }) => kind === 'request')).toEqual([]);
    }
  });
});

describe('a digest', () => {
  it('is sent once a period to whoever asked for one, and not to whom nothing is due', async () => {
    const { x, administrator } = tenants();
    const choose = (actor: Actor, often: 'off' | 'daily') =>
      asActor(actor, (tx) => keepPreference(tx, actor, { name: 'mail digest', value: { often, timeZone: 'Etc/UTC' } }));
    const digestsOf = (name: string) =>
      asOwner(
        (sql) =>
          sql`select subject from mails where recipient = ${`${name}@tenants.example`} and subject like 'What is due%'`,
      );
    const send = async ({ userId }: Actor, at: string) => {
      const digest = await asActor({ userId }, (tx) => digestDue(tx, userId, new Date(at)));
      if (digest) await Promise.all([1, 2].map(() => asJob((tx) => leaveDigest(tx, digest))));
    };
    await choose(x.contributor, 'daily');
    await choose(administrator, 'daily');
    const readers = await asJob((tx) => tx.execute<{ user_id: string }>('select user_id from digest_readers()'));
    expect(new Set(readers.map(({ user_id }) => user_id))).toEqual(
      new Set([x.contributor.userId, administrator.userId]),
    );
    for (const at of ['2031-03-05T06:00:00Z', '2031-03-05T07:03:00Z', '2031-03-05T08:03:00Z']) {
      await send(x.contributor, at);
      await send(administrator, at);
      await send(x.observer, at);
    }
    expect(await digestsOf('x.contributor')).toHaveLength(1);
    expect(await digestsOf('administrator')).toHaveLength(0);
    expect(await digestsOf('x.observer')).toHaveLength(0);
    await send(x.contributor, '2031-03-06T07:03:00Z');
    expect(await digestsOf('x.contributor')).toHaveLength(2);
    await choose(x.contributor, 'off');
    await send(x.contributor, '2031-03-07T07:03:00Z');
    expect(await digestsOf('x.contributor')).toHaveLength(2);
  });

  it('is noted as sent by the job alone: nobody marks their own, changes the mark or takes it away', async () => {
    const { advisor, executive } = tenants().x;
    const name = 'mail digest sent';
    const mark = (actor: Actor, run: (tx: ActorTx) => Promise<unknown>) => asActor(actor, run);
    const add = (tx: ActorTx) =>
      tx.insert(preferences).values({ userId: advisor.userId, name, value: 'daily 2031-03-05' });
    await expect(mark(advisor, add)).rejects.toMatchObject({ cause: { code: '42501' } });
    await asActor(advisor, (tx) =>
      keepPreference(tx, advisor, { name: 'mail digest', value: { often: 'daily', timeZone: 'Etc/UTC' } }),
    );
    const marked = (person: Actor) =>
      asJob((tx) => tx.execute(sql`select mark_digest(${person.userId}, 'daily 2031-03-06') as first`));
    expect(await marked(advisor)).toMatchObject([{ first: true }]);
    expect(await marked(advisor)).toMatchObject([{ first: false }]);
    expect(await marked(executive)).toMatchObject([{ first: false }]);
    const own = eq(preferences.name, name);
    expect(await mark(advisor, (tx) => tx.update(preferences).set({ value: 'none' }).where(own).returning())).toEqual(
      [],
    );
    expect(await mark(advisor, (tx) => tx.delete(preferences).where(own).returning())).toEqual([]);
    await expect(
      mark(advisor, (tx) => tx.execute(sql`select mark_digest(${advisor.userId}, 'x')`)),
    ).rejects.toMatchObject({
      cause: { code: '42501' },
    });
    await asActor(advisor, (tx) =>
      keepPreference(tx, advisor, { name: 'mail digest', value: { often: 'off', timeZone: 'Etc/UTC' } }),
    );
  });
});
