import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

/** A day by which something is to be done, counted back from the renewal. Dates are calendar dates. */
export const milestones = pgTable(
  'milestones',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    label: text('label').notNull(),
    dueOn: date('due_on').notNull(),
    /** Where it was before somebody moved it, and why they did; null where it was never moved. */
    movedFrom: date('moved_from'),
    moveReason: text('move_reason').notNull().default(''),
    ownerId: uuid('owner_id').references(() => users.id),
    /** `threshold`: only those who may see the threshold know of it. */
    wall: text('wall', { enum: ['engagement', 'threshold'] }).notNull(),
    doneOn: date('done_on'),
    doneBy: uuid('done_by').references(() => users.id),
    /** What shows that it is done, in words, and perhaps where. */
    evidence: text('evidence').notNull().default(''),
    evidenceUrl: text('evidence_url'),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('milestones_engagement').on(table.engagementId, table.dueOn),
    index('milestones_owner').on(table.ownerId),
    check('milestones_moved', sql`(${table.movedFrom} is null) = (${table.moveReason} = '')`),
    check(
      'milestones_done',
      sql`(${table.doneOn} is null) = (${table.evidence} = '') and (${table.doneOn} is null) = (${table.doneBy} is null)`,
    ),
    check(
      'milestones_evidence_url',
      sql`${table.evidenceUrl} is null or (${table.doneOn} is not null and ${table.evidenceUrl} like 'https://%')`,
    ),
  ],
);
