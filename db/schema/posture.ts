import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { ofEngagement } from './of-engagement';
import { users } from './people';

const by = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => users.id);
const now = (name: string) => timestamp(name, { withTimezone: true }).notNull().defaultNow();

/** A talk with the account team, and whether the walk was in it. Days are calendar days. */
export const contacts = pgTable(
  'contacts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    heldOn: date('held_on').notNull(),
    withWhom: text('with_whom').notNull(),
    theySaid: text('they_said').notNull().default(''),
    weSaid: text('we_said').notNull().default(''),
    theyAsked: text('they_asked').notNull().default(''),
    /** `evident`: they could see the preparation; `spoken`: it was said to them. */
    walk: text('walk', { enum: ['none', 'evident', 'spoken'] }).notNull(),
    /** Whether the position was below credible on that day, as was known when this was written down. */
    belowCredible: boolean('below_credible').notNull(),
    loggedBy: by('logged_by'),
    loggedAt: now('logged_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('contacts_engagement').on(table.engagementId, table.heldOn),
    unique('contacts_engagement_id').on(table.engagementId, table.id),
    check('contacts_with_whom', sql`length(${table.withWhom}) between 1 and 200`),
  ],
);

/** How a walk that was spoken too early was taken back. Only added to. */
export const recoveries = pgTable(
  'recoveries',
  {
    contactId: uuid('contact_id').primaryKey(),
    engagementId: ofEngagement(),
    recoveredOn: date('recovered_on').notNull(),
    what: text('what').notNull(),
    recordedBy: by('recorded_by'),
    recordedAt: now('recorded_at'),
  },
  (table) => [
    check('recoveries_what', sql`length(${table.what}) between 1 and 4000`),
    foreignKey({
      columns: [table.engagementId, table.contactId],
      foreignColumns: [contacts.engagementId, contacts.id],
      name: 'recoveries_contact',
    }).onDelete('cascade'),
  ],
);

/** What Microsoft has seen or been told of the preparation, and what they answered. */
export const sightings = pgTable(
  'sightings',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    kind: text('kind', { enum: ['paper', 'statement', 'demonstration'] }).notNull(),
    what: text('what').notNull(),
    seenOn: date('seen_on').notNull(),
    shownBy: text('shown_by').notNull(),
    shownTo: text('shown_to').notNull(),
    answer: text('answer').notNull().default(''),
    loggedBy: by('logged_by'),
    loggedAt: now('logged_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('sightings_engagement').on(table.engagementId, table.seenOn),
    check('sightings_what', sql`length(${table.what}) between 1 and 2000`),
  ],
);

/** When Microsoft tested the walk, and what was done then. `outcome` is null while it is still going on. */
export const walkTests = pgTable(
  'walk_tests',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    kind: text('kind', { enum: ['deadline', 'silence', 'over heads', 'called bluff'] }).notNull(),
    testedOn: date('tested_on').notNull(),
    theyDid: text('they_did').notNull(),
    weDid: text('we_did').notNull(),
    /** `honoured`: we did what we had said; `held`: we stood still; `yielded`: we gave way. */
    outcome: text('outcome', { enum: ['honoured', 'held', 'yielded'] }),
    taught: text('taught').notNull().default(''),
    loggedBy: by('logged_by'),
    loggedAt: now('logged_at'),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    index('walk_tests_engagement').on(table.engagementId, table.testedOn),
    check('walk_tests_they_did', sql`length(${table.theyDid}) between 1 and 2000`),
    check('walk_tests_outcome', sql`${table.outcome} is null or length(${table.weDid}) > 0`),
  ],
);

/** A version of the negotiators' brief, whole, with the answers to the claims as they then were. Never edited. */
export const briefs = pgTable(
  'briefs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    number: integer('number').notNull(),
    say: text('say').notNull(),
    neverSay: text('never_say').notNull(),
    speakers: text('speakers').notNull(),
    /** JSON: what was claimed and our answer to it, by the claim's id. */
    answers: text('answers').notNull(),
    writtenBy: by('written_by'),
    writtenAt: now('written_at'),
  },
  (table) => [
    unique('briefs_number').on(table.engagementId, table.number),
    unique('briefs_engagement_id').on(table.engagementId, table.id),
  ],
);

/** A negotiator has read a version of the brief. */
export const briefAcknowledgements = pgTable(
  'brief_acknowledgements',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    briefId: uuid('brief_id').notNull(),
    userId: by('user_id'),
    acknowledgedAt: now('acknowledged_at'),
  },
  (table) => [
    unique('brief_acknowledgements_once').on(table.briefId, table.userId),
    foreignKey({
      columns: [table.engagementId, table.briefId],
      foreignColumns: [briefs.engagementId, briefs.id],
      name: 'brief_acknowledgements_brief',
    }).onDelete('cascade'),
  ],
);

/** An executive's word on whether an alternative's supplier may be named to Microsoft: the newest row counts. */
export const supplierReleases = pgTable(
  'supplier_releases',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    /** As it is written in the summary. */
    supplier: text('supplier').notNull(),
    released: boolean('released').notNull(),
    releasedBy: by('released_by'),
    releasedAt: now('released_at'),
  },
  (table) => [
    index('supplier_releases_engagement').on(table.engagementId, table.releasedAt),
    check('supplier_releases_supplier', sql`length(${table.supplier}) between 1 and 100`),
  ],
);

/** What Microsoft may be shown, word for word: `sha256` is that of `content` in UTF-8. Never edited. */
export const summaries = pgTable(
  'summaries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    number: integer('number').notNull(),
    content: text('content').notNull(),
    sha256: text('sha256').notNull(),
    draftedBy: by('drafted_by'),
    draftedAt: now('drafted_at'),
  },
  (table) => [
    unique('summaries_number').on(table.engagementId, table.number),
    unique('summaries_content').on(table.engagementId, table.id, table.sha256),
    check('summaries_sha256', sql`${table.sha256} = encode(sha256(convert_to(${table.content}, 'UTF8')), 'hex')`),
  ],
);

const ofSummary = () => ({
  id: uuid('id').primaryKey().defaultRandom(),
  engagementId: ofEngagement(),
  summaryId: uuid('summary_id').notNull(),
  /** Of the content this was done with. */
  sha256: text('sha256').notNull(),
});

/** An executive approves a summary's content for showing. */
export const summaryApprovals = pgTable(
  'summary_approvals',
  { ...ofSummary(), approvedBy: by('approved_by'), approvedAt: now('approved_at') },
  (table) => [
    unique('summary_approvals_once').on(table.summaryId, table.approvedBy),
    foreignKey({
      columns: [table.engagementId, table.summaryId, table.sha256],
      foreignColumns: [summaries.engagementId, summaries.id, summaries.sha256],
      name: 'summary_approvals_content',
    }).onDelete('cascade'),
  ],
);

/** Somebody took an approved summary out of the house. */
export const summaryDownloads = pgTable(
  'summary_downloads',
  { ...ofSummary(), downloadedBy: by('downloaded_by'), downloadedAt: now('downloaded_at') },
  (table) => [
    index('summary_downloads_summary').on(table.summaryId, table.downloadedAt),
    foreignKey({
      columns: [table.engagementId, table.summaryId, table.sha256],
      foreignColumns: [summaries.engagementId, summaries.id, summaries.sha256],
      name: 'summary_downloads_content',
    }).onDelete('cascade'),
  ],
);
