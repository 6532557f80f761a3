import { foreignKey, integer, pgTable, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { lines } from './lines';
import { users } from './people';

/** Somebody looked at a line as it stood after a material change, and found it right. After the next one it says nothing. */
export const reviews = pgTable(
  'reviews',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    lineId: uuid('line_id').notNull(),
    materialVersion: integer('material_version').notNull(),
    reviewedBy: uuid('reviewed_by')
      .notNull()
      .references(() => users.id),
    reviewedAt: timestamp('reviewed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('reviews_once').on(table.lineId, table.materialVersion, table.reviewedBy),
    foreignKey({
      columns: [table.engagementId, table.lineId],
      foreignColumns: [lines.engagementId, lines.id],
      name: 'reviews_line',
    }).onDelete('cascade'),
  ],
);
