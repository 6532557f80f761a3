import { sql } from 'drizzle-orm';
import { boolean, check, index, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

const instant = (name: string) => timestamp(name, { withTimezone: true });

/**
 * An address asked to join an engagement in a role, or the portal as advisor or administrator. Good once, for seven
 * days from the last mail; `tokenHash` is the SHA-256 of what that mail carries.
 */
export const invitations = pgTable(
  'invitations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').references(() => engagements.id, { onDelete: 'cascade' }),
    role: text('role', { enum: ['advisor', 'executive', 'contributor', 'observer'] }),
    negotiator: boolean('negotiator').notNull().default(false),
    portalRole: text('portal_role', { enum: ['advisor', 'administrator'] }),
    email: text('email').notNull(),
    message: text('message').notNull().default(''),
    tokenHash: text('token_hash').unique(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => users.id),
    invitedAt: instant('invited_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    acceptedBy: uuid('accepted_by').references(() => users.id),
    acceptedAt: instant('accepted_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => users.id),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [
    index('invitations_engagement').on(table.engagementId),
    index('invitations_email').on(table.email),
    uniqueIndex('invitations_open')
      .on(table.email, sql`coalesce(${table.engagementId}::text, ${table.portalRole})`)
      .where(sql`${table.acceptedAt} is null and ${table.withdrawnAt} is null`),
    check('invitations_email_lower', sql`${table.email} = lower(${table.email})`),
    check(
      'invitations_place',
      sql`(${table.engagementId} is not null and ${table.role} is not null and ${table.portalRole} is null)
          or (${table.engagementId} is null and ${table.role} is null and not ${table.negotiator} and ${table.portalRole} is not null)`,
    ),
    check('invitations_accepted', sql`(${table.acceptedAt} is null) = (${table.acceptedBy} is null)`),
    check('invitations_withdrawn', sql`(${table.withdrawnAt} is null) = (${table.withdrawnBy} is null)`),
  ],
);
