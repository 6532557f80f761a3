import { sql } from 'drizzle-orm';
import { bigint, check, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes';

/** Where an engagement's trail ends, on each side of the wall: without it, nobody would miss the last rows. */
export const activityEnds = pgTable(
  'activity_ends',
  {
    engagementId: uuid('engagement_id').notNull(),
    wall: text('wall', { enum: ['engagement', 'threshold'] })
      .notNull()
      .default('engagement'),
    number: bigint('number', { mode: 'number' }).notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.wall] })],
);

/**
 * The trail of one engagement, a hash chain on each side of the threshold's wall: `hash` = SHA-256 over the row's
 * text, its salt and `previousHash`, the row before it on the same side. Rows in front of the wall are numbered by the
 * million, and those behind it in between: the numbers put all in one order, and tell whoever sees one side nothing of
 * the other. A trigger numbers and seals each row; nobody updates or deletes one.
 */
export const activity = pgTable(
  'activity',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    number: bigint('number', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true, precision: 6, mode: 'string' }).notNull(),
    actorId: uuid('actor_id').notNull(),
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    before: jsonb('before'),
    after: jsonb('after'),
    /** `threshold`, `posture`: only those who may see the threshold, or the posture, receive more than the hash. */
    wall: text('wall', { enum: ['engagement', 'threshold', 'posture'] }).notNull(),
    salt: bytes('salt').notNull(),
    previousHash: bytes('previous_hash').notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [
    unique('activity_number').on(table.engagementId, table.number),
    check(
      'activity_threshold_wall',
      sql`(${table.kind} not like 'threshold.%' and ${table.kind} not like 'decision.%') or ${table.wall} = 'threshold'`,
    ),
    check('activity_posture_wall', sql`${table.kind} not like 'posture.%' or ${table.wall} = 'posture'`),
  ],
);
