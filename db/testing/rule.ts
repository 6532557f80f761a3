import type { TransactionSql } from 'postgres';
import type { Tenant } from '@/db/testing/tenants';
import type { MemberPermission } from '@/lib/access/permissions';

export type Row = Record<string, unknown>;
type Right = MemberPermission | 'nobody';

export type EngagementRule = {
  readonly table: string;
  /** Which of the table's rows are meant, as a condition, where there are different kinds. */
  readonly where?: string;
  readonly read: Right;
  /** Left out where adding a row is not adding to an engagement. */
  readonly add?: Right;
  readonly change: Right;
  readonly remove: Right;
  /** A column that may be changed, where not every one may. */
  readonly content?: string;
  /** What a copied row needs to be this person's to write, beyond a key of its own. */
  readonly copy?: (sql: TransactionSql, tenant: Tenant, person: string) => Row | Promise<Row>;
};
