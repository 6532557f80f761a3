import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { users } from './people';

/** A person's secret calendar address, by the SHA-256 of what it carries. Made anew, the old one is good for nothing. */
export const calendarFeeds = pgTable('calendar_feeds', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  tokenHash: text('token_hash').notNull().unique(),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});
