import { sql } from 'drizzle-orm';
import { check, date, integer, numeric, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';

/** A version of what Microsoft has on the table, numbered in order of arrival: the highest number stands. */
export const offers = pgTable(
  'offers',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    label: text('label').notNull(),
    receivedOn: date('received_on'),
    expiresOn: date('expires_on'),
    source: text('source').notNull().default(''),
    termMonths: integer('term_months').notNull(),
    renewalUplift: numeric('renewal_uplift', { mode: 'number' }).notNull(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('offers_number').on(table.engagementId, table.number),
    unique('offers_engagement_id').on(table.engagementId, table.id),
    check('offers_term', sql`${table.termMonths} between 1 and 120`),
  ],
);
