import { sql } from 'drizzle-orm';
import { bigint, check, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes';

const walls = ['engagement', 'threshold', 'posture'] as const;

/** Where an engagement's trail ends, on each side of its walls: without it, nobody would miss the last rows. */
export const activityEnds = pgTable(
  'activity_ends',
  {
    engagementId: uuid('engagement_id').notNull(),
    wall: text('wall', { enum: walls }).notNull().default('engagement'),
    number: bigint('number', { mode: 'number' }).notNull(),
    hash: bytes('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.wall] })],
);

/**
 * The trail of one engagement, a hash chain on each side of its walls: `hash` = SHA-256 over the row's text, its salt
 * and `previousHash`, the row before it on the same side. Rows in front of the walls are numbered by the million, those
 * about posture by the thousand in between, and those about the threshold by one between all: the numbers put all in
 * one order, and tell whoever sees one side nothing of the others. A trigger numbers and seals each row; nobody updates
 * or deletes one.
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
    wall: text('wall', { enum: walls }).notNull(),
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
