import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  date,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

/** What is searched, as PostgreSQL keeps it. */
const searchText = customType<{ data: string }>({ dataType: () => 'tsvector' });

const ofEngagement = () =>
  uuid('engagement_id')
    .primaryKey()
    .references(() => engagements.id, { onDelete: 'cascade' });

/**
 * One engagement as every member may see it in a portfolio, derived once a change: by triggers, but for the four
 * amounts, which the model computes. A change of what they rest on sets `stale`, in its own transaction, and no
 * portfolio is read before they are computed anew. What depends on today's date is never here, but the date it
 * depends on.
 */
export const portfolioEntries = pgTable(
  'portfolio_entries',
  {
    engagementId: ofEngagement(),
    client: text('client').notNull(),
    currency: text('currency').notNull(),
    timeZone: text('time_zone').notNull(),
    renewalDate: date('renewal_date').notNull(),
    noticeOn: date('notice_on'),
    /** The day on which the standing offer expires. */
    quoteOn: date('quote_on'),
    /** The first milestone that is not done, of those that every member may know of. */
    dueOn: date('due_on'),
    dueLabel: text('due_label'),
    leadId: uuid('lead_id').references(() => users.id),
    lead: text('lead'),
    /** 0 hollow, 1 forming, 2 credible: as it was judged last. */
    level: integer('level').notNull().default(0),
    chosenId: uuid('chosen_id'),
    /** All-in costs, present values in `currency`; null where there is no line. */
    offer: numeric('offer', { mode: 'number' }),
    alternative: numeric('alternative', { mode: 'number' }),
    /** Of the first offer that has a line: what an outcome is measured from. */
    firstOffer: numeric('first_offer', { mode: 'number' }),
    /** The cost by which a threshold is measured. */
    measuredCost: numeric('measured_cost', { mode: 'number' }).notNull().default(0),
    stale: boolean('stale').notNull().default(true),
    search: searchText('search').notNull().default(sql`''::tsvector`),
  },
  (table) => [
    index('portfolio_entries_renewal').on(table.renewalDate, table.engagementId),
    index('portfolio_entries_search').using('gin', table.search),
    index('portfolio_entries_stale').on(table.engagementId).where(sql`stale`),
  ],
);

/** What of a portfolio follows from the threshold: behind the threshold's own walls. Derived with the entry. */
export const portfolioStandings = pgTable(
  'portfolio_standings',
  {
    engagementId: ofEngagement(),
    state: text('state', {
      enum: ['none', 'drafted', 'proposed', 'approved', 'stale', 'declined', 'withdrawn', 'superseded'],
    }).notNull(),
    /** The last day on which an approved threshold stands by itself. */
    until: date('until'),
    /** What the line reads while that is so. */
    reading: text('reading', { enum: ['walk', 'press', 'sign', 'revisit', 'incomplete'] }).notNull(),
    dueOn: date('due_on'),
    dueLabel: text('due_label'),
    /** How the deal ended, once as many have said so as must. */
    outcome: text('outcome', { enum: ['sign', 'leave', 'extend'] }),
    search: searchText('search').notNull().default(sql`''::tsvector`),
  },
  (table) => [index('portfolio_standings_search').using('gin', table.search)],
);

/**
 * Where an engagement stands in one member's portfolio, so that the first page of ten thousand is found as the first
 * page of ten is: by an index of one's own, in the order in which it comes. Derived by triggers.
 */
export const portfolioPlaces = pgTable(
  'portfolio_places',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    archived: boolean('archived').notNull(),
    /** The deal has ended, as far as this member may know. */
    ended: boolean('ended').notNull(),
    /** The member may see what follows from the threshold. */
    knows: boolean('knows').notNull(),
    renewalDate: date('renewal_date').notNull(),
    /** As it is ordered by. */
    client: text('client').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.engagementId] }),
    index('portfolio_places_engagement').on(table.engagementId),
    index('portfolio_places_order').on(
      table.userId,
      table.archived,
      table.ended,
      table.renewalDate,
      sql`${table.client} collate "und-x-icu"`,
      table.engagementId,
    ),
    index('portfolio_places_count').on(table.userId, table.archived, table.knows),
  ],
);
