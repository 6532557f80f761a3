import { describe, expect, it } from 'vitest';
import { attempt, type Outcome, reached } from '@/db/testing/attempt';
import { condition, insertCopy, rowOf, signedBy } from '@/db/testing/copy-row';
import { type EngagementRule, engagementColumn, engagementRules, peopleRules, type Row } from '@/db/testing/rules';
import { type Tenant, tenants } from '@/db/testing/tenants';
import { type Member, type MemberPermission, mayInEngagement } from '@/lib/access/permissions';

type Person = 'advisor' | 'executive' | 'contributor' | 'negotiator' | 'observer';

const members: Record<Person, Member> = {
  advisor: { role: 'advisor', negotiator: false },
  executive: { role: 'executive', negotiator: false },
  contributor: { role: 'contributor', negotiator: false },
  negotiator: { role: 'contributor', negotiator: true },
  observer: { role: 'observer', negotiator: false },
};

const may = (person: Person, right: MemberPermission | 'nobody') =>
  right !== 'nobody' && mayInEngagement(members[person], right);

const described = engagementRules.map((rule) => ({
  ...rule,
  name: rule.where ? `${rule.table} where ${rule.where}` : rule.table,
}));

describe.each(described)('$name', (rule) => {
  describe.each(Object.keys(members) as Person[])('for the %s', (person) => {
    const x = (): Tenant => tenants().x;
    const column = engagementColumn(rule.table);
    const tried = (outcome: Outcome) => reached(outcome) > 0;
    const verb = (right: EngagementRule['read'], what: string) => `${may(person, right) ? 'can' : 'cannot'} be ${what}`;

    it(verb(rule.read, 'read'), async () => {
      const outcome = await attempt(
        x()[person],
        (sql) =>
          sql`select 1 from ${sql(rule.table)} where ${sql(column)} = ${x().engagementId} ${condition(sql, rule)}`,
      );
      expect(tried(outcome)).toBe(may(person, rule.read));
    });

    it(verb(rule.add, 'added'), async () => {
      const { userId } = x()[person];
      const row = await rowOf(rule, x().engagementId, userId);
      const outcome = await attempt(x()[person], async (sql) => {
        const mine = may(person, rule.add) ? await rule.copy?.(sql, x(), userId) : signedBy(row, userId);
        return insertCopy(sql, rule.table, { ...row, ...mine });
      });
      expect(tried(outcome)).toBe(may(person, rule.add));
    });

    it(verb(rule.change, 'changed'), async () => {
      const { userId } = x()[person];
      const row = await rowOf(rule, x().engagementId, userId);
      const outcome = await attempt(x()[person], (sql) => {
        const signed = 'changed_by' in row ? sql`, changed_by = ${userId}` : sql``;
        const own = sql(contentOf(row));
        return sql`
          update ${sql(rule.table)} set ${own} = ${own} ${signed}
          where ${sql(column)} = ${x().engagementId} ${condition(sql, rule)} returning 1`;
      });
      expect(tried(outcome)).toBe(may(person, rule.change));
    });

    it(verb(rule.remove, 'removed'), async () => {
      const outcome = await attempt(
        x()[person],
        (sql) => sql`
          delete from ${sql(rule.table)} where ${sql(column)} = ${x().engagementId} ${condition(sql, rule)} returning 1`,
      );
      expect(tried(outcome)).toBe(may(person, rule.remove));
    });
  });
});

/** A column that says something, rather than which row it is. */
function contentOf(row: Row): string {
  const columns = Object.keys(row);
  return columns.find((name) => !/^(id|key|number)$|_id$|_by$|_at$/.test(name)) ?? 'user_id';
}

describe.each(peopleRules.map(({ table, own }) => ({ table, own })))('$table', ({ table, own }) => {
  const everybody = () => {
    const { x, administrator, outsider } = tenants();
    return [x.advisor, x.executive, x.contributor, x.observer, administrator, outsider];
  };

  it(own ? 'shows people what is theirs' : 'shows the rooms nothing', async () => {
    for (const person of [...everybody(), null]) {
      const outcome = await attempt(person, (sql) => sql`select ${own ? sql(own) : 1} as owner from ${sql(table)}`);
      if (!own || !person) expect(reached(outcome)).toBe(0);
      else if (!outcome.refused) expect(strangersAmong(outcome.rows, person.userId)).toEqual([]);
    }
  });

  it('lets nobody make themselves somebody else', async () => {
    for (const person of [...everybody(), null]) {
      expect(reached(await attempt(person, (sql) => sql`delete from ${sql(table)} returning 1`))).toBe(0);
    }
  });
});

/** Of the people seen, those with whom this person shares no engagement. */
function strangersAmong(rows: readonly Row[], userId: string): unknown[] {
  const { x, y } = tenants();
  const colleagues = [x, y]
    .map((tenant) => [
      tenant.advisor,
      tenant.executive,
      tenant.secondExecutive,
      tenant.contributor,
      tenant.negotiator,
      tenant.observer,
    ])
    .find((people) => people.some((person) => person.userId === userId));
  const known = new Set(colleagues?.map((person) => person.userId) ?? [userId]);
  return rows.filter(({ owner }) => !known.has(owner as string));
}
