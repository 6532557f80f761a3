import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { offers } from './offers';
import { users } from './people';
import { snapshots, thresholds } from './thresholds';

export const decisionKinds = ['sign', 'leave', 'extend'] as const;

/**
 * How a deal ends, as an executive recorded it. Never changed. Signing above the line in force takes a reason and as
 * many voices as the threshold itself; that it was above is kept for good. What has as many voices as it takes is the
 * end: there is no second, and the same is not begun twice.
 */
export const decisions = pgTable(
  'decisions',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    offerId: uuid('offer_id').notNull(),
    reason: text('reason').notNull().default(''),
    /** The threshold in force then; null where none was. */
    thresholdId: uuid('threshold_id'),
    aboveLine: boolean('above_line').notNull(),
    /** How many executives must say so for it to count. */
    quorum: integer('quorum').notNull(),
    /** Of what it was decided upon, and of the end itself: which, its offer and its reason. */
    snapshotHash: text('snapshot_hash').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => users.id),
    madeAt: timestamp('made_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('decisions_engagement').on(table.engagementId, table.madeAt),
    unique('decisions_engagement_id').on(table.engagementId, table.id),
    unique('decisions_once').on(table.engagementId, table.offerId, table.kind, table.aboveLine),
    check(
      'decisions_above_line',
      sql`not ${table.aboveLine} or (${table.kind} = 'sign' and ${table.thresholdId} is not null and length(${table.reason}) > 0 and ${table.quorum} >= 2)`,
    ),
    check('decisions_quorum', sql`${table.quorum} >= 1`),
    foreignKey({
      columns: [table.engagementId, table.offerId],
      foreignColumns: [offers.engagementId, offers.id],
      name: 'decisions_offer',
    }),
    foreignKey({
      columns: [table.engagementId, table.thresholdId],
      foreignColumns: [thresholds.engagementId, thresholds.id],
      name: 'decisions_threshold',
    }),
    foreignKey({
      columns: [table.engagementId, table.snapshotHash],
      foreignColumns: [snapshots.engagementId, snapshots.hash],
      name: 'decisions_snapshot',
    }),
  ],
);

/** An executive's word for a decision, freshly re-authenticated. One a person. */
export const decisionVoices = pgTable(
  'decision_voices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    decisionId: uuid('decision_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    stepUpId: uuid('step_up_id').notNull().unique(),
    method: text('method', { enum: ['passkey', 'code'] }),
    givenAt: timestamp('given_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('decision_voices_person').on(table.decisionId, table.userId),
    foreignKey({
      columns: [table.engagementId, table.decisionId],
      foreignColumns: [decisions.engagementId, decisions.id],
      name: 'decision_voices_decision',
    }).onDelete('cascade'),
  ],
);
