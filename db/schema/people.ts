import { sql } from 'drizzle-orm';
import { check, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A person who can sign in. Whoever can is known to read mail at `email`: by an invitation, a link or an issuer. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: text('name'),
    email: text('email').notNull().unique(),
    /** What the person does, in words, as shown beside the name. */
    title: text('title'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Sessions issued before this moment are renewed before they are used. Kept by triggers on roles. */
    rightsChangedAt: timestamp('rights_changed_at', { withTimezone: true }).notNull().defaultNow(),
    /** Since when the row names nobody: its id stays for the trail. */
    erasedAt: timestamp('erased_at', { withTimezone: true }),
  },
  (table) => [check('users_email_lower', sql`${table.email} = lower(${table.email})`)],
);

/** What a person may do in the portal as a whole, whatever engagement: a row, so that it has a who and a when. */
export const portalRoles = pgTable(
  'portal_roles',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['advisor', 'administrator'] }).notNull(),
    grantedBy: uuid('granted_by').references(() => users.id),
    grantedAt: timestamp('granted_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);
