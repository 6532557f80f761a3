import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { alternatives } from './alternatives';
import { engagements } from './engagements';
import { users } from './people';

/**
 * A proposed walk threshold: the all-in cost (present value, in the engagement's currency) of the deal above
 * which the organisation leaves. Whether it stands follows from its approvals, its date and the alternative
 * it rests on; no column says so.
 */
export const thresholds = pgTable(
  'thresholds',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    amount: numeric('amount', { mode: 'number' }).notNull(),
    statement: text('statement').notNull(),
    conditions: text('conditions').notNull().default(''),
    alternativeId: uuid('alternative_id').notNull(),
    /** The alternative's all-in cost when the threshold was proposed. */
    alternativeCost: numeric('alternative_cost', { mode: 'number' }).notNull(),
    /** How far, as a fraction, the alternative may move before the threshold is stale. */
    tolerance: numeric('tolerance', { mode: 'number' }).notNull().default(0.05),
    validUntil: date('valid_until').notNull(),
    /** How many of the named approvers must approve. */
    quorum: integer('quorum').notNull(),
    proposedBy: uuid('proposed_by')
      .notNull()
      .references(() => users.id),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('thresholds_engagement').on(table.engagementId, table.proposedAt),
    unique('thresholds_engagement_id').on(table.engagementId, table.id),
    check('thresholds_quorum', sql`${table.quorum} >= 2`),
    check('thresholds_tolerance', sql`${table.tolerance} between 0 and 1`),
    foreignKey({
      columns: [table.engagementId, table.alternativeId],
      foreignColumns: [alternatives.engagementId, alternatives.id],
      name: 'thresholds_alternative',
    }),
  ],
);

export const thresholdApprovers = pgTable(
  'threshold_approvers',
  {
    engagementId: uuid('engagement_id').notNull(),
    thresholdId: uuid('threshold_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [
    primaryKey({ columns: [table.thresholdId, table.userId] }),
    foreignKey({
      columns: [table.engagementId, table.thresholdId],
      foreignColumns: [thresholds.engagementId, thresholds.id],
      name: 'threshold_approvers_threshold',
    }).onDelete('cascade'),
  ],
);

/** One approver's word. Never edited: a change of mind is a later row, and the latest of a person counts. */
export const approvals = pgTable(
  'approvals',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    thresholdId: uuid('threshold_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    decision: text('decision', { enum: ['approve', 'decline'] }).notNull(),
    reason: text('reason').notNull().default(''),
    decidedAt: timestamp('decided_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('approvals_threshold').on(table.thresholdId, table.decidedAt),
    check('approvals_reason', sql`${table.decision} = 'approve' or length(${table.reason}) > 0`),
    foreignKey({
      columns: [table.engagementId, table.thresholdId],
      foreignColumns: [thresholds.engagementId, thresholds.id],
      name: 'approvals_threshold',
    }).onDelete('cascade'),
  ],
);
