import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes } from './bytes';
import { engagements } from './engagements';
import { users } from './people';

/**
 * What a line, a claim, a step of the plan or a milestone rests on. It names its row without a foreign key: a line that is removed
 * and brought back has its evidence again. That the row is there and of this engagement is asked when it is attached.
 */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    subjectKind: text('subject_kind', { enum: ['line', 'claim', 'step', 'milestone'] }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    kind: text('kind', { enum: ['file', 'link', 'note'] }).notNull(),
    /** The file's name, the link's words, or the note. */
    title: text('title').notNull(),
    url: text('url'),
    /** What the file is, by its content. */
    mediaType: text('media_type'),
    /** Of the file, in bytes. */
    size: integer('size'),
    sha256: text('sha256'),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => users.id),
    addedAt: timestamp('added_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('evidence_subject').on(table.engagementId, table.subjectKind, table.subjectId),
    unique('evidence_engagement_id').on(table.engagementId, table.id),
    check('evidence_title', sql`length(${table.title}) between 1 and 2000`),
    check('evidence_link', sql`(${table.kind} = 'link') = coalesce(${table.url} like 'https://%', false)`),
    check(
      'evidence_file',
      sql`num_nonnulls(${table.mediaType}, ${table.size}, ${table.sha256}) = case ${table.kind} when 'file' then 3 else 0 end`,
    ),
    check('evidence_size', sql`${table.size} between 1 and 20971520`),
  ],
);

/** A file's content, in pieces of at most 256 KB: neither end ever holds more of it in memory. */
export const filePieces = pgTable(
  'file_pieces',
  {
    engagementId: uuid('engagement_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    number: integer('number').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.evidenceId, table.number] }),
    check('file_pieces_size', sql`octet_length(${table.content}) between 1 and 262144`),
    foreignKey({
      columns: [table.engagementId, table.evidenceId],
      foreignColumns: [evidence.engagementId, evidence.id],
      name: 'file_pieces_evidence',
    }).onDelete('cascade'),
  ],
);
