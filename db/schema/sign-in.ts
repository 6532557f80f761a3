import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { users } from './people';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const instant = (name: string) => timestamp(name, { withTimezone: true });
const person = () =>
  uuid('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });

/** A browser that is signed in. `tokenHash` is the SHA-256 of what its cookie carries, never the token itself. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tokenHash: text('token_hash').notNull().unique(),
    /** The token that takes its place as soon as it is used for the first time. */
    nextTokenHash: text('next_token_hash').unique(),
    nextIssuedAt: instant('next_issued_at'),
    userId: person(),
    method: text('method', { enum: ['link', 'passkey', 'identity', 'invitation', 'demo'] }).notNull(),
    /** Browser and system in words, such as "Firefox on Windows"; the header itself is not kept. */
    device: text('device').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When the token was made. */
    issuedAt: instant('issued_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sessions_user').on(table.userId)],
);

/** Single-use sign-in links, by the SHA-256 of their token. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    userId: person(),
    /** Where on this site to go afterwards. */
    next: text('next').notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('sign_in_links_user').on(table.userId)],
);

/** Who an OpenID Connect issuer says somebody is. No token of the issuer is kept. */
export const identities = pgTable(
  'identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    userId: person(),
    linkedAt: instant('linked_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.issuer, table.subject] }), index('identities_user').on(table.userId)],
);

export const passkeys = pgTable(
  'passkeys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: person(),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: bytes('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull(),
    name: text('name').notNull(),
    /** Whether a password manager carries it to other devices. */
    synced: boolean('synced').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('passkeys_user').on(table.userId)],
);

/** A fresh proof that it is still the same person, for one purpose and one content, within one session. */
export const stepUps = pgTable(
  'step_ups',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: person(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    purpose: text('purpose').notNull(),
    /** SHA-256 of what is being confirmed. */
    content: text('content').notNull(),
    method: text('method', { enum: ['passkey', 'code'] }).notNull(),
    codeHash: text('code_hash'),
    attempts: integer('attempts').notNull().default(0),
    expiresAt: instant('expires_at').notNull(),
    confirmedAt: instant('confirmed_at'),
  },
  (table) => [index('step_ups_user').on(table.userId)],
);

/** What a passkey is asked to sign, by its SHA-256: minutes of life, one use. */
export const challenges = pgTable('challenges', {
  hash: text('hash').primaryKey(),
  purpose: text('purpose', { enum: ['register', 'sign-in', 'step-up'] }).notNull(),
  /** Whose passkey is asked; null where the passkey says who. */
  userId: uuid('user_id').references(() => users.id, { onDelete: 'cascade' }),
  stepUpId: uuid('step_up_id').references(() => stepUps.id, { onDelete: 'cascade' }),
  expiresAt: instant('expires_at').notNull(),
});

/** What administrators watch: who came in, what failed, whose rights changed. Only added to; ids, never addresses. */
export const securityEvents = pgTable(
  'security_events',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: instant('at').notNull().defaultNow(),
    kind: text('kind').notNull(),
    /** Whom it concerns; null for strangers. */
    userId: uuid('user_id').references(() => users.id),
    /** Who did it; null where nobody was signed in. */
    actorId: uuid('actor_id').references(() => users.id),
    detail: jsonb('detail').$type<Readonly<Record<string, string | boolean>>>().notNull().default({}),
  },
  (table) => [index('security_events_at').on(table.at), index('security_events_user').on(table.userId, table.at)],
);
