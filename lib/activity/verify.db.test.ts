import type { Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { asActor, asJob } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import { recordActivity } from '@/lib/activity/record';
import { verifyTrails } from './verify';

const verify = (rowsPerPage?: number) => asJob((tx) => verifyTrails(tx, rowsPerPage));

/** A trail of nine entries and more, the last of them about an amount. */
async function writeTrail(engagementId: string): Promise<void> {
  const { x } = tenants();
  for (let likely = 1; likely < 9; likely += 1) {
    await asActor(x.advisor, (tx) =>
      recordActivity(tx, { engagementId, kind: 'line.changed', subject: 'a line', after: { likely } }),
    );
  }
}

/** Does what only the owner can, with the triggers aside, and puts the trail back as it was afterwards. */
async function tampering(tamper: (sql: Sql) => PromiseLike<unknown>, check: () => Promise<void>): Promise<void> {
  const aside = (run: (sql: Sql) => PromiseLike<unknown>) =>
    asOwner((owner) =>
      owner.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await run(sql as unknown as Sql);
      }),
    );
  await aside((sql) => sql`create table kept as select * from activity`);
  try {
    await aside(tamper);
    await check();
  } finally {
    await aside(async (sql) => {
      await sql`delete from activity`;
      await sql`insert into activity select * from kept`;
      await sql`drop table kept`;
    });
  }
}

describe('the trails as they were written', () => {
  it('are unbroken, read at once or in pages of three', async () => {
    const { x } = tenants();
    await writeTrail(x.engagementId);
    const [{ rows = 0 } = {}] = await asOwner(
      (sql) => sql<{ rows: number }[]>`select count(*)::int as rows from activity`,
    );
    expect(await verify()).toEqual({ trails: 2, entries: rows, broken: [] });
    expect(await verify(3)).toEqual({ trails: 2, entries: rows, broken: [] });
  });
});

describe('a tampered trail', () => {
  const engagementId = () => tenants().x.engagementId;
  const theLink = (number: number, problem: string) => ({ engagementId: engagementId(), number, problem });

  let last = 0;

  const cases: [string, (sql: Sql) => PromiseLike<unknown>, () => object][] = [
    [
      'an amount that was changed',
      (sql) =>
        sql`update activity set after = '{"likely": 999}' where engagement_id = ${engagementId()} and number = 6000000`,
      () => theLink(6 * 1_000_000, 'changed'),
    ],
    [
      'another actor',
      (sql) =>
        sql`update activity set actor_id = gen_random_uuid() where engagement_id = ${engagementId()} and number = 4000000`,
      () => theLink(4 * 1_000_000, 'changed'),
    ],
    [
      'another moment',
      (sql) =>
        sql`update activity set at = at + interval '1 microsecond' where engagement_id = ${engagementId()} and number = 4000000`,
      () => theLink(4 * 1_000_000, 'changed'),
    ],
    [
      'another wall',
      (sql) => sql`update activity set wall = 'threshold' where engagement_id = ${engagementId()} and number = 3000000`,
      () => theLink(3 * 1_000_000, 'out of line'),
    ],
    [
      'another salt',
      (sql) =>
        sql`update activity set salt = sha256(salt) where engagement_id = ${engagementId()} and number = 5000000`,
      () => theLink(5 * 1_000_000, 'changed'),
    ],
    [
      'a row sealed anew after the change',
      async (sql) => {
        const row = sql`engagement_id = ${engagementId()} and number = 6000000`;
        await sql`update activity set after = '{"likely": 999}' where ${row}`;
        await sql`update activity a set hash = sha256(convert_to(activity_text(a), 'UTF8') || salt || previous_hash) where ${row}`;
      },
      () => theLink(7 * 1_000_000, 'out of line'),
    ],
    [
      'a row taken out',
      (sql) => sql`delete from activity where engagement_id = ${engagementId()} and number = 3000000`,
      () => theLink(3 * 1_000_000, 'missing'),
    ],
    [
      'a row about posture taken out',
      async (sql) => {
        const [taken] = await sql<{ number: string }[]>`
          delete from activity a where engagement_id = ${engagementId()} and wall = 'posture'
          and number = (select min(number) from activity where engagement_id = a.engagement_id and wall = 'posture')
          returning number`;
        last = Number(taken?.number);
      },
      () => theLink(last, 'missing'),
    ],
    [
      'the first row taken out',
      (sql) => sql`delete from activity where engagement_id = ${engagementId()} and number = 1000000`,
      () => theLink(1 * 1_000_000, 'missing'),
    ],
    [
      'the last row taken off',
      async (sql) => {
        const [taken] = await sql<{ number: string }[]>`
          delete from activity a where engagement_id = ${engagementId()}
          and number = (select max(number) from activity where engagement_id = a.engagement_id) returning number`;
        last = Number(taken?.number);
      },
      () => theLink(last, 'cut off'),
    ],
    [
      'the whole trail taken away',
      (sql) => sql`delete from activity where engagement_id = ${engagementId()}`,
      () => theLink(1 * 1_000_000, 'cut off'),
    ],
    [
      'two rows that changed places',
      async (sql) => {
        await sql`update activity set number = number + 1000000000 where engagement_id = ${engagementId()} and number in (7000000, 8000000)`;
        await sql`update activity set number = 1015000000 - number where engagement_id = ${engagementId()} and number > 1000000000`;
      },
      () => theLink(7 * 1_000_000, 'out of line'),
    ],
    [
      'a row put in and all numbers moved up',
      async (sql) => {
        await sql`update activity set number = number + 1000000000 where engagement_id = ${engagementId()} and number > 4000000`;
        await sql`update activity set number = number - 999000000 where engagement_id = ${engagementId()} and number > 1000000000`;
        await sql`
          insert into activity select gen_random_uuid(), engagement_id, 5000000, at, actor_id, kind, subject, before, after, wall, salt, hash, hash
          from activity where engagement_id = ${engagementId()} and number = 4000000`;
      },
      () => theLink(5 * 1_000_000, 'changed'),
    ],
  ];

  it.each(cases)('is named at its first broken link: %s', async (_, tamper, expected) => {
    await tampering(tamper, async () => {
      expect((await verify()).broken).toEqual([expected()]);
    });
    expect((await verify()).broken).toEqual([]);
  });
});
