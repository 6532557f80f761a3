import { describe, expect, it } from 'vitest';
import { attempt, reached, unlessHeld } from '@/db/testing/attempt';
import { insertCopy, rowOf, signedBy } from '@/db/testing/copy-row';
import { asOwner } from '@/db/testing/owner';
import { engagementColumn, engagementRules } from '@/db/testing/rules';
import { type Tenants, tenants } from '@/db/testing/tenants';

/** Whoever has no business in the first tenant, the second tenant's leadership first of all. */
const strangers: Record<string, (all: Tenants) => { userId: string } | null> = {
  'an advisor of another client': ({ y }) => y.advisor,
  'an executive of another client': ({ y }) => y.executive,
  'a contributor of another client': ({ y }) => y.contributor,
  'an observer of another client': ({ y }) => y.observer,
  'an advisor without a membership': ({ outsider }) => outsider,
  'an administrator': ({ administrator }) => administrator,
  'a visitor': () => null,
};

const tables = [...new Set(engagementRules.map(({ table }) => table))];

describe.each(tables)('%s of one tenant', (table) => {
  const column = engagementColumn(table);
  const rules = engagementRules.filter((rule) => rule.table === table);

  describe.each(Object.keys(strangers))('before %s', (who) => {
    const stranger = () => strangers[who]?.(tenants()) ?? null;
    const { x, y } = { x: () => tenants().x.engagementId, y: () => tenants().y.engagementId };

    it('cannot be read', async () => {
      const outcome = await attempt(stranger(), (sql) => sql`select from ${sql(table)} where ${sql(column)} = ${x()}`);
      expect(reached(outcome)).toBe(0);
    });

    it('stay hidden from a query that forgot its where', async () => {
      const outcome = await attempt(stranger(), (sql) => sql`select ${sql(column)} as engagement from ${sql(table)}`);
      const seen = outcome.refused ? [] : outcome.rows.map(({ engagement }) => engagement);
      expect(seen.filter((engagement) => engagement !== y())).toEqual([]);
    });

    it('cannot be added to', async () => {
      // A new row of engagements is a new engagement, which is no tenant’s yet.
      if (table === 'engagements') return;
      const person = stranger();
      for (const rule of rules) {
        const row = await rowOf(rule, x(), person?.userId ?? null);
        const signed = { ...row, ...signedBy(row, person?.userId ?? null) };
        expect(await attempt(person, (sql) => insertCopy(sql, table, signed))).toEqual({ refused: true });
      }
    });

    it('cannot be changed, aimed at or by a statement that forgot its where', async () => {
      const set = (sql: Parameters<Parameters<typeof attempt>[1]>[0]) => sql`set ${sql(column)} = ${sql(column)}`;
      const aimed = await attempt(
        stranger(),
        (sql) => sql`update ${sql(table)} ${set(sql)} where ${sql(column)} = ${x()} returning 1`,
      );
      expect(reached(aimed)).toBe(0);
      const forgot = await attempt(
        stranger(),
        (sql) => sql`update ${sql(table)} ${set(sql)} returning ${sql(column)} as engagement`,
      );
      expect(forgot.refused ? [] : forgot.rows.filter(({ engagement }) => engagement !== y())).toEqual([]);
    });

    it('cannot be removed, aimed at or by a statement that forgot its where', async () => {
      const aimed = await attempt(
        stranger(),
        (sql) => sql`delete from ${sql(table)} where ${sql(column)} = ${x()} returning 1`,
      );
      expect(reached(aimed)).toBe(0);
      // What the stranger may remove of their own is often held by a constraint: then nothing has gone at all.
      const forgot = await attempt(stranger(), (sql) =>
        sql`delete from ${sql(table)} returning ${sql(column)} as engagement`.catch(unlessHeld),
      );
      expect(forgot.refused ? [] : forgot.rows.filter(({ engagement }) => engagement !== y())).toEqual([]);
    });

    it('take in no row of another tenant', async () => {
      const moved = await attempt(
        stranger(),
        (sql) => sql`update ${sql(table)} set ${sql(column)} = ${x()} where ${sql(column)} = ${y()} returning 1`,
      );
      expect(reached(moved)).toBe(0);
    });
  });
});

describe('these tests', () => {
  it('see a wall that is down', async () => {
    const { x, y } = tenants();
    const probe = () => attempt(y.advisor, (sql) => sql`select from lines where engagement_id = ${x.engagementId}`);
    expect(reached(await probe())).toBe(0);
    await asOwner((sql) => sql`create policy hole on lines for select to walk_app using (true)`);
    try {
      expect(reached(await probe())).toBeGreaterThan(0);
    } finally {
      await asOwner((sql) => sql`drop policy hole on lines`);
    }
  });
});
