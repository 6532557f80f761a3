import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { bytes } from './bytes';
import { engagements } from './engagements';
import { users } from './people';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * Somebody asked for the worksheet. It belongs to no engagement: visitors add one and read none, advisors triage.
 * What came to nothing is erased after a while, or at once by whoever asked.
 */
export const requests = pgTable(
  'requests',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    company: text('company').notNull(),
    jobTitle: text('job_title').notNull(),
    agreement: text('agreement', { enum: ['ea', 'mca', 'csp', 'mpsa', 'unsure'] }).notNull(),
    /** 2027-03: the month in which the agreement ends. */
    renewalMonth: text('renewal_month').notNull(),
    seats: text('seats', { enum: ['1-249', '250-999', '1000-4999', '5000-19999', '20000-'] }).notNull(),
    hope: text('hope').notNull(),
    /** What was agreed to, word for word. */
    consentVersion: text('consent_version').notNull(),
    consentText: text('consent_text').notNull(),
    /** SHA-256 of what was typed: the same, sent twice while nobody has looked at it, counts once. */
    fingerprint: text('fingerprint').notNull(),
    /** What an advisor should know before trusting it. */
    marks: text('marks', { enum: ['free mail', 'disposable', 'link', 'hasty', 'trap'] })
      .array()
      .notNull()
      .default([]),
    state: text('state', { enum: ['new', 'released', 'converted', 'declined', 'spam'] }).notNull(),
    assignedTo: uuid('assigned_to').references(() => users.id),
    convertedTo: uuid('converted_to').references(() => engagements.id, { onDelete: 'set null' }),
    version: integer('version').notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When it last changed its state. */
    decidedAt: instant('decided_at'),
  },
  (table) => [
    index('requests_state').on(table.state, table.createdAt),
    index('requests_email').on(table.email),
    uniqueIndex('requests_once').on(table.fingerprint).where(sql`${table.decidedAt} is null`),
    check('requests_email_lower', sql`${table.email} = lower(${table.email})`),
    check('requests_renewal_month', sql`${table.renewalMonth} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check(
      'requests_bounded',
      sql`length(${table.name}) <= 80 and length(${table.email}) <= 254 and length(${table.company}) <= 120
          and length(${table.jobTitle}) <= 120 and length(${table.hope}) <= 2000 and length(${table.consentText}) <= 2000`,
    ),
  ],
);

/** What advisors did with a request and said of it, in order; only added to. */
export const requestEntries = pgTable(
  'request_entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    kind: text('kind', {
      enum: ['note', 'released', 'declined', 'spam', 'reopened', 'assigned', 'revoked', 'converted'],
    }).notNull(),
    body: text('body').notNull().default(''),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => users.id),
    writtenAt: instant('written_at').notNull().defaultNow(),
  },
  (table) => [
    index('request_entries_request').on(table.requestId, table.writtenAt),
    check('request_entries_body', sql`length(${table.body}) <= 2000`),
  ],
);

/** The personal link to a worksheet: `tokenHash` is the SHA-256 of what the mail carries, `file` what it opens. */
export const worksheetLinks = pgTable(
  'worksheet_links',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => requests.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull().unique(),
    /** The mail that carries it; mails are forgotten before links are. */
    mailId: uuid('mail_id').notNull(),
    file: bytes('file').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    downloads: integer('downloads').notNull().default(0),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    index('worksheet_links_request').on(table.requestId, table.createdAt),
    index('worksheet_links_mail').on(table.mailId),
    check('worksheet_links_downloads', sql`${table.downloads} between 0 and 5`),
  ],
);
