import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './people';

/** One client's one deal. Rates are fractions; `renewalDate` is a calendar date without a time zone. */
export const engagements = pgTable(
  'engagements',
  {
    id: uuid('id').primaryKey(),
    client: text('client').notNull(),
    /** What the engagement is about, told in a few sentences. */
    story: text('story').notNull().default(''),
    /** Where published figures come from: shown wherever they are. */
    sources: jsonb('sources')
      .$type<readonly { title: string; url: string; published: string }[]>()
      .notNull()
      .default([]),
    currency: text('currency').notNull(),
    renewalDate: date('renewal_date').notNull(),
    /** The last day on which notice can be given, so that the agreement does not renew by itself. */
    noticeOn: date('notice_on'),
    horizonMonths: integer('horizon_months').notNull(),
    discountRate: numeric('discount_rate', { mode: 'number' }).notNull(),
    correlation: numeric('correlation', { mode: 'number' }).notNull(),
    /** The client's: `today` is its calendar day there. */
    timeZone: text('time_zone').notNull().default('Etc/UTC'),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => users.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    check('engagements_horizon', sql`${table.horizonMonths} between 12 and 120`),
    check('engagements_discount_rate', sql`${table.discountRate} between 0 and 0.5`),
    check('engagements_correlation', sql`${table.correlation} between 0 and 0.9`),
    check('engagements_currency', sql`${table.currency} ~ '^[A-Z]{3}$'`),
  ],
);

export const members = pgTable(
  'members',
  {
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['advisor', 'executive', 'contributor', 'observer'] }).notNull(),
    negotiator: boolean('negotiator').notNull().default(false),
    addedBy: uuid('added_by').references(() => users.id),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.userId] }), index('members_user').on(table.userId)],
);
