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
 * What a decision was made upon, word for word: `hash` is the SHA-256 of `content` in UTF-8, and the database holds
 * it to that. Kept once, however many decisions rest on it.
 */
export const snapshots = pgTable(
  'snapshots',
  {
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    content: text('content').notNull(),
    takenAt: timestamp('taken_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.engagementId, table.hash] }),
    check('snapshots_hash', sql`${table.hash} = encode(sha256(convert_to(${table.content}, 'UTF8')), 'hex')`),
  ],
);

/**
 * A walk threshold as somebody wrote it down: the all-in cost (present value, in the engagement's currency) of the
 * deal above which the organisation leaves. What became of it are its moves and its approvals; whether it stands
 * follows from them, its date and the alternative it rests on. No column says so, and no row changes.
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
    /** Why the amount lies further from the alternative's cost than the tolerance; blank where it does not. */
    reason: text('reason').notNull().default(''),
    /** What it was written down upon; null where it came with a model file. */
    snapshotHash: text('snapshot_hash'),
    /** Who wrote it down, and when. A move says when it was put to its approvers. */
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
    foreignKey({
      columns: [table.engagementId, table.snapshotHash],
      foreignColumns: [snapshots.engagementId, snapshots.hash],
      name: 'thresholds_snapshot',
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

export const moveKinds = ['proposed', 'withdrawn', 'superseded', 'stale', 'restored'] as const;

/** What became of a threshold, one row a step. `by` is null where the portal itself noticed: stale, or no longer so. */
export const thresholdMoves = pgTable(
  'threshold_moves',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    thresholdId: uuid('threshold_id').notNull(),
    kind: text('kind', { enum: moveKinds }).notNull(),
    by: uuid('by').references(() => users.id),
    /** In words, for those who may see the threshold: why it is stale. */
    note: text('note').notNull().default(''),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('threshold_moves_threshold').on(table.thresholdId, table.at),
    check('threshold_moves_by', sql`(${table.by} is null) = (${table.kind} in ('stale', 'restored'))`),
    foreignKey({
      columns: [table.engagementId, table.thresholdId],
      foreignColumns: [thresholds.engagementId, thresholds.id],
      name: 'threshold_moves_threshold',
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
    /** Of a decline. */
    reason: text('reason').notNull().default(''),
    /** What an approval is given upon; blank where it is given without any. */
    condition: text('condition').notNull().default(''),
    /** The alternative's all-in cost when this word was given: it holds while that moves no further than agreed. */
    alternativeCost: numeric('alternative_cost', { mode: 'number' }).notNull(),
    /** The last day on which this word holds. */
    validUntil: date('valid_until').notNull(),
    /** What was read before deciding. Null on words older than snapshots. */
    snapshotHash: text('snapshot_hash'),
    /** The fresh proof of oneself that this word used up; and by what it was given. */
    stepUpId: uuid('step_up_id').unique(),
    method: text('method', { enum: ['passkey', 'code'] }),
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
    foreignKey({
      columns: [table.engagementId, table.snapshotHash],
      foreignColumns: [snapshots.engagementId, snapshots.hash],
      name: 'approvals_snapshot',
    }),
  ],
);

/**
 * What the line read when somebody looked on everybody's behalf: a row where it turned, so that those who may know
 * are told once. Behind the threshold's walls.
 */
export const readings = pgTable(
  'readings',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    verdict: text('verdict', { enum: ['walk', 'press', 'sign', 'revisit'] }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('readings_engagement').on(table.engagementId, table.at)],
);
