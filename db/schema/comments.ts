import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

const subject = () => ({
  engagementId: uuid('engagement_id')
    .notNull()
    .references(() => engagements.id, { onDelete: 'cascade' }),
  /** `threshold` is behind the threshold's walls, and its subject is the engagement itself. */
  subjectKind: text('subject_kind', { enum: ['line', 'claim', 'step', 'threshold'] }).notNull(),
  subjectId: uuid('subject_id').notNull(),
  /** The comment the thread began with. */
  threadId: uuid('thread_id').notNull(),
});

/** What was said about a row. Never edited; whoever wrote it may withdraw it, and then nobody has the words any more. */
export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ...subject(),
    body: text('body').notNull(),
    /** Whom it names, by their ids. */
    mentions: uuid('mentions').array().notNull().default(sql`'{}'`),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => users.id),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (table) => [
    index('comments_subject').on(table.engagementId, table.subjectKind, table.subjectId),
    unique('comments_thread_start').on(table.engagementId, table.id, table.subjectKind, table.subjectId),
    check(
      'comments_body',
      sql`(${table.withdrawnAt} is null) = (${table.body} <> '') and length(${table.body}) <= 4000`,
    ),
    foreignKey({
      columns: [table.engagementId, table.threadId, table.subjectKind, table.subjectId],
      foreignColumns: [table.engagementId, table.id, table.subjectKind, table.subjectId],
      name: 'comments_thread',
    }),
  ],
);

/** A thread is settled, or taken up again: the newest row of a thread counts. */
export const resolutions = pgTable(
  'resolutions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ...subject(),
    resolved: boolean('resolved').notNull(),
    resolvedBy: uuid('resolved_by')
      .notNull()
      .references(() => users.id),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('resolutions_thread').on(table.threadId, table.resolvedAt),
    foreignKey({
      columns: [table.engagementId, table.threadId, table.subjectKind, table.subjectId],
      foreignColumns: [comments.engagementId, comments.id, comments.subjectKind, comments.subjectId],
      name: 'resolutions_thread_start',
    }),
  ],
);
