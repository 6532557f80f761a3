import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { alternatives } from './alternatives';
import { engagements } from './engagements';
import { ofEngagement } from './of-engagement';
import { users } from './people';

const states = ['absent', 'forming', 'real'] as const;
const state = (name: string) => text(name, { enum: states }).notNull();
const pillars = ['alternative', 'switching', 'plan', 'leadership', 'timeline', 'posture'] as const;

/** Why a standard category of switching cost has no line on an alternative. */
export const categoryReasons = pgTable(
  'category_reasons',
  {
    engagementId: uuid('engagement_id').notNull(),
    alternativeId: uuid('alternative_id').notNull(),
    category: text('category').notNull(),
    reason: text('reason').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => users.id),
    writtenAt: timestamp('written_at', { withTimezone: true }).notNull().defaultNow(),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    primaryKey({ columns: [table.alternativeId, table.category] }),
    index('category_reasons_engagement').on(table.engagementId),
    check('category_reasons_reason', sql`length(${table.reason}) between 1 and 2000`),
    foreignKey({
      columns: [table.engagementId, table.alternativeId],
      foreignColumns: [alternatives.engagementId, alternatives.id],
      name: 'category_reasons_alternative',
    }).onDelete('cascade'),
  ],
);

/** Who sees to it that a criterion is met. Those of leadership and of posture stand behind the walls of their pillars. */
export const criterionOwners = pgTable(
  'criterion_owners',
  {
    engagementId: ofEngagement(),
    criterion: text('criterion').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
  },
  (table) => [primaryKey({ columns: [table.engagementId, table.criterion] })],
);

/**
 * How the pillars stand, judged after each change and on each new day by somebody who may see everything: what
 * everybody may know of all six, and since when is not among it.
 */
export const pillarStates = pgTable('pillar_states', {
  engagementId: uuid('engagement_id')
    .primaryKey()
    .references(() => engagements.id, { onDelete: 'cascade' }),
  /** The calendar day, in the engagement's time zone, that they were judged for. */
  judgedFor: date('judged_for').notNull(),
  alternative: state('alternative'),
  switching: state('switching'),
  plan: state('plan'),
  leadership: state('leadership'),
  timeline: state('timeline'),
  posture: state('posture'),
});

/** When a pillar's state changed, and to what. Only added to; a pillar's rows stand behind its walls. */
export const pillarChanges = pgTable(
  'pillar_changes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: ofEngagement(),
    pillar: text('pillar', { enum: pillars }).notNull(),
    state: state('state'),
    changedOn: date('changed_on').notNull(),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('pillar_changes_engagement').on(table.engagementId, table.recordedAt)],
);
