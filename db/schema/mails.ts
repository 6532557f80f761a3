import { index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * The outbox: a mail is written in the transaction of what it speaks of, and a job delivers it. `sealed` holds
 * text and link, encrypted, for as long as they are needed; recipient and subject are what an administrator sees.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    /** Null once the mail is delivered or given up: what it said and linked to is nobody's any more. */
    sealed: text('sealed'),
    /** `kept`: the demo sends none and shows them at /mailbox. */
    state: text('state', { enum: ['queued', 'delivered', 'failed', 'kept'] }).notNull(),
    /** When the mail is no longer worth delivering, such as a sign-in link that has run out. */
    until: timestamp('until', { withTimezone: true }),
    attempts: integer('attempts').notNull().default(0),
    /** Why the last attempt failed, in words without anything of the mail's text. */
    problem: text('problem'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** When it was delivered or given up. */
    settledAt: timestamp('settled_at', { withTimezone: true }),
  },
  (table) => [index('mails_created').on(table.createdAt)],
);
