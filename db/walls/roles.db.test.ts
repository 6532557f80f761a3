import { describe, expect, it } from 'vitest';
import { attempt, type Outcome, reached } from '@/db/testing/attempt';
import { condition, insertCopy, rowOf, signedBy } from '@/db/testing/copy-row';
import type { EngagementRule, Row } from '@/db/testing/rule';
import { engagementColumn, engagementRules } from '@/db/testing/rules';
import { type Tenant, tenants } from '@/db/testing/tenants';
import { type Member, mayInEngagement } from '@/lib/access/permissions';

type Person = 'advisor' | 'executive' | 'contributor' | 'negotiator' | 'observer';

const members: Record<Person, Member> = {
  advisor: { role: 'advisor', negotiator: false },
  executive: { role: 'executive', negotiator: false },
  contributor: { role: 'contributor', negotiator: false },
  negotiator: { role: 'contributor', negotiator: true },
  observer: { role: 'observer', negotiator: false },
};

const may = (person: Person, right: EngagementRule['read']) =>
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

    const { add } = rule;
    if (add)
      it(verb(add, 'added'), async () => {
        const { userId } = x()[person];
        const row = await rowOf(rule, x().engagementId, userId);
        const outcome = await attempt(x()[person], async (sql) => {
          const mine = may(person, add) ? await rule.copy?.(sql, x(), userId) : signedBy(row, userId);
          return insertCopy(sql, rule.table, { ...row, ...mine });
        });
        expect(tried(outcome)).toBe(may(person, add));
      });

    it(verb(rule.change, 'changed'), async () => {
      const { userId } = x()[person];
      const row = await rowOf(rule, x().engagementId, userId);
      const outcome = await attempt(x()[person], (sql) => {
        const signed = 'changed_by' in row ? sql`, changed_by = ${userId}` : sql``;
        const own = sql(rule.content ?? contentOf(row));
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
  const columns = Object.keys(row).filter((name) => !/^(id|engagement_id|key|number)$|_at$/.test(name));
  const content = columns.find((name) => !/_(id|by)$/.test(name)) ?? columns[0];
  if (!content) throw new Error('This row says nothing');
  return content;
}
