import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { lines } from './lines';

/** A statement of the account team about the cost or danger of leaving, beside our honest figure. */
export const claims = pgTable(
  'claims',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['switching cost', 'integration', 'disruption', 'other'] }).notNull(),
    statement: text('statement').notNull(),
    saidBy: text('said_by').notNull(),
    saidTo: text('said_to').notNull().default(''),
    saidOn: date('said_on').notNull(),
    /** The line it speaks of, or what it is about in a few words: claims about the same stand together. */
    lineId: uuid('line_id'),
    about: text('about').notNull().default(''),
    claimedAmount: numeric('claimed_amount', { mode: 'number' }),
    claimedMonths: integer('claimed_months'),
    honestAmount: numeric('honest_amount', { mode: 'number' }),
    honestMonths: integer('honest_months'),
    verdict: text('verdict', { enum: ['genuine', 'partly', 'manufactured'] }),
    answer: text('answer').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('claims_engagement').on(table.engagementId),
    check('claims_months', sql`${table.claimedMonths} >= 0 and ${table.honestMonths} >= 0`),
    // When the line goes, the claim stays and keeps what it is about: `ON DELETE SET NULL (line_id)`, by hand.
    foreignKey({
      columns: [table.engagementId, table.lineId],
      foreignColumns: [lines.engagementId, lines.id],
      name: 'claims_line',
    }),
  ],
);
