import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { attempt, reached } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';

/** What somebody would try who writes SQL with a rightful actor set. */

const refused = { refused: true };
const foreignKey = { code: '23503' };

type Person = { readonly userId: string };

const setRole = (by: Person, whose: Person, role: string) =>
  attempt(by, (sql) => sql`update members set role = ${role} where user_id = ${whose.userId} returning 1`);

const addMember = (by: Person, whose: Person, role: string, negotiator = false) =>
  attempt(
    by,
    (sql) => sql`
      insert into members (engagement_id, user_id, role, negotiator)
      values (${tenants().x.engagementId}, ${whose.userId}, ${role}, ${negotiator}) returning 1`,
  );

describe('sides', () => {
  it('are not changed by whoever wants to approve: an advisor does not become an executive', async () => {
    const { x, outsider } = tenants();
    expect(await setRole(x.advisor, x.advisor, 'executive')).toEqual(refused);
    expect(await addMember(x.advisor, outsider, 'executive')).toEqual(refused);
    expect(reached(await addMember(x.advisor, outsider, 'advisor'))).toBe(1);
  });

  it('are not changed upwards either: an executive makes nobody an advisor', async () => {
    const { x, outsider } = tenants();
    expect(await setRole(x.executive, x.executive, 'advisor')).toEqual(refused);
    expect(await setRole(x.executive, x.observer, 'advisor')).toEqual(refused);
    expect(await addMember(x.executive, outsider, 'advisor')).toEqual(refused);
    expect(reached(await setRole(x.executive, x.advisor, 'observer'))).toBe(0);
  });

  it('let an executive move the client’s people about, but not themselves', async () => {
    const { x } = tenants();
    expect(reached(await setRole(x.executive, x.observer, 'contributor'))).toBe(1);
    expect(await setRole(x.executive, x.executive, 'observer')).toEqual(refused);
  });

  it('give the negotiator’s mark to advisors alone to set', async () => {
    const { x, outsider } = tenants();
    const mark = (by: Person) =>
      attempt(
        by,
        (sql) => sql`update members set negotiator = true where user_id = ${x.contributor.userId} returning 1`,
      );
    expect(await mark(x.executive)).toEqual(refused);
    expect(reached(await mark(x.advisor))).toBe(1);
    expect(await addMember(x.executive, outsider, 'observer', true)).toEqual(refused);
  });

  it('keep a membership with its person', async () => {
    const { x, outsider } = tenants();
    const handed = await attempt(
      x.advisor,
      (sql) => sql`update members set user_id = ${outsider.userId} where user_id = ${x.executive.userId} returning 1`,
    );
    expect(handed).toEqual(refused);
  });

  it('keep executives of a client out of the firm', async () => {
    const { x } = tenants();
    const hired = asOwner(
      (sql) => sql`insert into portal_roles (user_id, role) values (${x.executive.userId}, 'advisor')`,
    );
    await expect(hired).rejects.toThrow('nobody of the firm is an executive');
  });
});

describe('founding', () => {
  it('is over when its transaction is: an engagement without members is nobody’s', async () => {
    const { outsider } = tenants();
    const engagementId = randomUUID();
    await asOwner(
      (sql) => sql`
        insert into engagements (id, client, currency, renewal_date, horizon_months, discount_rate, correlation, created_by)
        values (${engagementId}, 'Left behind', 'EUR', '2027-07-01', 36, 0.08, 0.2, ${outsider.userId})`,
    );
    const seen = await attempt(outsider, (sql) => sql`select from engagements where id = ${engagementId}`);
    const joined = await attempt(
      outsider,
      (sql) =>
        sql`insert into members (engagement_id, user_id, role) values (${engagementId}, ${outsider.userId}, 'advisor') returning 1`,
    );
    expect([reached(seen), joined]).toEqual([0, refused]);
    await asOwner((sql) => sql`delete from engagements where id = ${engagementId}`);
  });

  it('is an advisor’s of the firm, and in their own name', async () => {
    const { x, outsider, administrator } = tenants();
    const found = (by: Person, createdBy: Person) =>
      attempt(
        by,
        (sql) => sql`
          insert into engagements (id, client, currency, renewal_date, horizon_months, discount_rate, correlation, created_by)
          values (${randomUUID()}, 'New', 'EUR', '2027-07-01', 36, 0.08, 0.2, ${createdBy.userId}) returning 1`,
      );
    expect(reached(await found(outsider, outsider))).toBe(1);
    expect(await found(outsider, x.advisor)).toEqual(refused);
    expect(await found(administrator, administrator)).toEqual(refused);
    expect(await found(x.executive, x.executive)).toEqual(refused);
  });
});

describe('the chosen alternative', () => {
  const remove = (by: Person, key: string) =>
    attempt(by, (sql) => sql`update alternatives set removed_at = now() where key = ${key} returning 1`);

  it('is taken off the table by nobody while it is chosen', async () => {
    const { x } = tenants();
    expect(await remove(x.contributor, 'rival')).toEqual(refused);
    expect(await remove(x.advisor, 'rival')).toEqual(refused);
    expect(reached(await remove(x.contributor, 'smaller'))).toBe(1);
  });

  it('is chosen now, not before the last choice or after the next', async () => {
    const { x } = tenants();
    const choose = (at: string) =>
      attempt(
        x.executive,
        (sql) => sql`
          insert into choices (engagement_id, alternative_id, chosen_by, chosen_at)
          select engagement_id, id, ${x.executive.userId}, ${sql.unsafe(at)} from alternatives where key = 'smaller' returning 1`,
      );
    expect(reached(await choose('now()'))).toBe(1);
    expect(await choose("'2099-01-01'")).toEqual(refused);
  });
});

describe('ids of another tenant', () => {
  it('are refused as references by the keys of every table', async () => {
    const { x, y } = tenants();
    const [theirs] = await asOwner(
      (sql) => sql`
        select a.id as alternative, l.id as line, o.id as offer from alternatives a, lines l, offers o
        where a.engagement_id = ${y.engagementId} and l.engagement_id = a.engagement_id and o.engagement_id = a.engagement_id limit 1`,
    );
    const attacks = [
      (sql: TransactionSql) => sql`
        insert into choices (engagement_id, alternative_id, chosen_by) values (${x.engagementId}, ${theirs?.alternative}, ${x.advisor.userId}) returning 1`,
      (sql: TransactionSql) => sql`
        insert into plan_steps (engagement_id, alternative_id, key, position, label, months)
        values (${x.engagementId}, ${theirs?.alternative}, 'k', 0, 'l', 1) returning 1`,
      (sql: TransactionSql) => sql`
        update lines set alternative_id = ${theirs?.alternative}, key = id::text, changed_by = ${x.advisor.userId} where alternative_id is not null returning 1`,
      (sql: TransactionSql) => sql`
        update lines set offer_id = ${theirs?.offer}, key = id::text, changed_by = ${x.advisor.userId} where offer_id is not null returning 1`,
      (sql: TransactionSql) => sql`update claims set line_id = ${theirs?.line} returning 1`,
    ];
    for (const attack of attacks) await expect(attempt(x.advisor, attack)).rejects.toMatchObject(foreignKey);
  });

  it('do not take a row along for somebody who belongs to both', async () => {
    const { x, y } = tenants();
    await asOwner(
      (sql) =>
        sql`insert into members (engagement_id, user_id, role) values (${y.engagementId}, ${x.advisor.userId}, 'advisor')`,
    );
    for (const table of ['offers', 'alternatives', 'plan_steps', 'claims', 'members']) {
      const moved = await attempt(
        x.advisor,
        (sql) =>
          sql`update ${sql(table)} set engagement_id = ${y.engagementId} where engagement_id = ${x.engagementId} returning 1`,
      );
      expect(moved, table).toEqual(refused);
    }
    await asOwner(
      (sql) => sql`delete from members where engagement_id = ${y.engagementId} and user_id = ${x.advisor.userId}`,
    );
  });
});

describe('an erasure', () => {
  it('is confirmed by nobody who is nobody, asked for it, or has no say', async () => {
    const { y, x, administrator, outsider } = tenants();
    const requestId = randomUUID();
    await asOwner(async (sql) => {
      await sql`insert into archives (engagement_id, archived_by) values (${y.engagementId}, ${y.advisor.userId})`;
      await sql`
        insert into erasure_requests (id, engagement_id, requested_by, expires_at)
        values (${requestId}, ${y.engagementId}, ${administrator.userId}, now() + interval '1 day')`;
    });
    const confirm = (by: Person | null) => attempt(by, (sql) => sql`select erase_engagement(${requestId}) as erased`);
    const nothing = { refused: false, rows: [{ erased: false }] };
    for (const person of [null, administrator, outsider, y.executive, y.contributor, y.observer, x.advisor]) {
      expect(await confirm(person)).toEqual(nothing);
    }
    // Without any advisor there is no lead, and nobody is it.
    await asOwner((sql) => sql`alter table members disable trigger keep_last_advisor`);
    await asOwner((sql) => sql`delete from members where user_id = ${y.advisor.userId}`);
    expect(await confirm(y.advisor)).toEqual(nothing);
    expect(await confirm(outsider)).toEqual(nothing);
    await asOwner(async (sql) => {
      await sql`insert into members (engagement_id, user_id, role) values (${y.engagementId}, ${y.advisor.userId}, 'advisor')`;
      await sql`alter table members enable trigger keep_last_advisor`;
    });
    expect(await confirm(y.advisor)).toEqual({ refused: false, rows: [{ erased: true }] });
    await asOwner((sql) => sql`delete from archives where engagement_id = ${y.engagementId}`);
  });
});

describe('whoever is removed', () => {
  it('sees nothing of the engagement from the next statement on', async () => {
    const { x } = tenants();
    const seen = () =>
      attempt(
        x.observer,
        (sql) => sql`
          select id from engagements union all select id from lines union all select id from claims
          union all select id from activity union all select user_id from members`,
      );
    expect(reached(await seen())).toBeGreaterThan(0);
    const [row] = await asOwner(
      (sql) => sql`delete from members where user_id = ${x.observer.userId} returning engagement_id`,
    );
    expect(reached(await seen())).toBe(0);
    await asOwner(
      (sql) =>
        sql`insert into members (engagement_id, user_id, role) values (${row?.engagement_id}, ${x.observer.userId}, 'observer')`,
    );
  });
});
