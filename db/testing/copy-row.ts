import { randomUUID } from 'node:crypto';
import type { TransactionSql } from 'postgres';
import { asOwner } from '@/db/testing/owner';
import type { EngagementRule, Row } from '@/db/testing/rule';
import { engagementColumn } from '@/db/testing/rules';

/** One of a tenant's rows as its owner sees it, without what is empty or fills itself. */
export async function rowOf(rule: EngagementRule, engagementId: string, actor: string | null): Promise<Row> {
  return asOwner((owner) =>
    owner.begin(async (sql) => {
      await sql`select set_config('app.actor', ${actor ?? ''}, true)`;
      const [row] = await sql<{ row: Row }[]>`
        select to_jsonb(t) as row from ${sql(rule.table)} t
        where ${sql(engagementColumn(rule.table))} = ${engagementId} ${condition(sql, rule)} limit 1`;
      if (!row) throw new Error(`The tenants have no row of ${rule.table}: give them one in db/testing/tenants.ts`);
      const filling = await sql<{ name: string }[]>`
        select attname as name from pg_attribute where attrelid = ${rule.table}::regclass and atthasdef`;
      const self = new Set(filling.map(({ name }) => name));
      return Object.fromEntries(Object.entries(row.row).filter(([name, value]) => value !== null && !self.has(name)));
    }),
  );
}

/** Inserts a row, its own key made new so that nothing but a wall can be in the way. */
export function insertCopy(sql: TransactionSql, table: string, row: Row) {
  const copy = {
    ...row,
    ...(typeof row.id === 'string' && { id: randomUUID() }),
    ...(typeof row.key === 'string' && { key: randomUUID() }),
    ...(typeof row.number === 'number' && { number: row.number + 1_000 }),
  };
  const columns = Object.keys(copy);
  return sql`
    insert into ${sql(table)} (${sql(columns)})
    select ${sql(columns)} from jsonb_populate_record(null::${sql(table)}, ${sql.json(copy as never)}) returning 1`;
}

export const condition = (sql: TransactionSql, rule: EngagementRule) =>
  rule.where ? sql`and ${sql.unsafe(rule.where)}` : sql``;

const signatures = [
  'changed_by',
  'chosen_by',
  'proposed_by',
  'created_by',
  'actor_id',
  'user_id',
  'added_by',
  'invited_by',
  'written_by',
  'resolved_by',
  'reviewed_by',
  'made_by',
  'logged_by',
  'recorded_by',
  'released_by',
  'drafted_by',
  'approved_by',
  'downloaded_by',
  'by',
];

/** Whoever tries to write a row puts themselves down as its writer. */
export function signedBy(row: Row, userId: string | null): Row {
  return Object.fromEntries(signatures.filter((name) => name in row).map((name) => [name, userId]));
}
