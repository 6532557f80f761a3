import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { engagements } from './engagements';
import { users } from './people';

/** A costed course of action without the deal. `key` is its id in the model file. */
export const alternatives = pgTable(
  'alternatives',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    key: text('key').notNull(),
    label: text('label').notNull(),
    kind: text('kind', { enum: ['competitor', 'hybrid', 'reduced-footprint'] }).notNull(),
    position: integer('position').notNull(),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Set once it is off the table: the row stays, for what rests on it. */
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [
    unique('alternatives_key').on(table.engagementId, table.key),
    unique('alternatives_engagement_id').on(table.engagementId, table.id),
  ],
);

/** A step of the migration plan; `after` holds the keys of the steps it waits for. */
export const planSteps = pgTable(
  'plan_steps',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id').notNull(),
    alternativeId: uuid('alternative_id').notNull(),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    months: integer('months').notNull(),
    after: text('after').array().notNull().default(sql`'{}'`),
    ownerId: uuid('owner_id').references(() => users.id),
    version: integer('version').notNull().default(1),
  },
  (table) => [
    unique('plan_steps_key').on(table.alternativeId, table.key),
    unique('plan_steps_alternative_id').on(table.alternativeId, table.id),
    index('plan_steps_engagement').on(table.engagementId),
    check('plan_steps_months', sql`${table.months} between 0 and 120`),
    foreignKey({
      columns: [table.engagementId, table.alternativeId],
      foreignColumns: [alternatives.engagementId, alternatives.id],
      name: 'plan_steps_alternative',
    }).onDelete('cascade'),
  ],
);

/** Which alternative the organisation would really take: the newest row stands. */
export const choices = pgTable(
  'choices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    alternativeId: uuid('alternative_id').notNull(),
    chosenBy: uuid('chosen_by')
      .notNull()
      .references(() => users.id),
    chosenAt: timestamp('chosen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('choices_engagement').on(table.engagementId, table.chosenAt),
    unique('choices_engagement_id').on(table.engagementId, table.id),
    foreignKey({
      columns: [table.engagementId, table.alternativeId],
      foreignColumns: [alternatives.engagementId, alternatives.id],
      name: 'choices_alternative',
    }).onDelete('cascade'),
  ],
);
