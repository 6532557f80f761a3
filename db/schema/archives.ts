import { index, pgTable, timestamp, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

/** An engagement that is over: still read, no longer written. Taken out of the archive, its row goes. */
export const archives = pgTable('archives', {
  engagementId: uuid('engagement_id')
    .primaryKey()
    .references(() => engagements.id, { onDelete: 'cascade' }),
  archivedBy: uuid('archived_by')
    .notNull()
    .references(() => users.id),
  archivedAt: timestamp('archived_at', { withTimezone: true }).notNull().defaultNow(),
});

/** An administrator's wish that an archived engagement be erased. Somebody else confirms it, or it runs out. */
export const erasureRequests = pgTable(
  'erasure_requests',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => users.id),
    requestedAt: timestamp('requested_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('erasure_requests_engagement').on(table.engagementId)],
);
