import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { alternatives, planSteps } from './alternatives';
import { engagements } from './engagements';
import { offers } from './offers';
import { users } from './people';

/** Exact decimals of any length: a float never reaches the table. */
const decimal = (name: string) => numeric(name, { mode: 'number' });

export const bases = ['contract', 'quote', 'measured', 'benchmark', 'judgement', 'vendor claim'] as const;

/**
 * One cost on an offer or on an alternative, of any kind of the model: what a kind does not have is null.
 * `low`, `likely`, `high` are the unit cost, the rate or the amount, whichever the kind asks for. Months
 * count from the renewal date, `startMonth` inclusive and `endMonth` exclusive.
 */
export const lines = pgTable(
  'lines',
  {
    id: uuid('id').primaryKey(),
    engagementId: uuid('engagement_id')
      .notNull()
      .references(() => engagements.id, { onDelete: 'cascade' }),
    offerId: uuid('offer_id'),
    alternativeId: uuid('alternative_id'),
    /** The line's id in the model file. */
    key: text('key').notNull(),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    category: text('category').notNull(),
    workload: text('workload'),
    part: text('part', { enum: ['run', 'switching'] }),
    kind: text('kind', { enum: ['recurring', 'one-time', 'percent', 'commitment', 'graduated'] }).notNull(),
    quantity: decimal('quantity'),
    /** What the quantity counts: seats, terabytes. */
    unit: text('unit'),
    low: decimal('low'),
    likely: decimal('likely'),
    high: decimal('high'),
    per: text('per', { enum: ['month', 'year'] }),
    billed: text('billed', { enum: ['monthly', 'quarterly', 'annually'] }),
    startMonth: integer('start_month').notNull(),
    endMonth: integer('end_month').notNull(),
    escalator: decimal('escalator'),
    heldUntil: integer('held_until'),
    growth: decimal('growth'),
    renewalUplift: decimal('renewal_uplift'),
    termMonths: integer('term_months'),
    of: text('of').array(),
    tiers: jsonb('tiers').$type<readonly { upTo?: number; rate: number }[]>(),
    claimed: decimal('claimed'),
    /** Where the figure was quoted in another currency: its own amount, and what `low`, `likely`, `high` were made with. */
    quotedCurrency: text('quoted_currency'),
    quotedLow: decimal('quoted_low'),
    quotedLikely: decimal('quoted_likely'),
    quotedHigh: decimal('quoted_high'),
    /** Units of the engagement's currency for one of the quoted one. */
    exchangeRate: decimal('exchange_rate'),
    rateOn: date('rate_on'),
    rateSource: text('rate_source').notNull().default(''),
    /** The step of the plan whose months are this line's. */
    followsStepId: uuid('follows_step_id'),
    basis: text('basis', { enum: bases }),
    basisOn: date('basis_on'),
    source: text('source').notNull().default(''),
    /** Whoever sees to it. */
    ownerId: uuid('owner_id').references(() => users.id),
    version: integer('version').notNull().default(1),
    changedBy: uuid('changed_by')
      .notNull()
      .references(() => users.id),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
    /**
     * The last change of anything but the line's name and place, and whose it was: what a review is of. Kept by a
     * trigger, whatever is written here.
     */
    materialVersion: integer('material_version').notNull().default(1),
    materialBy: uuid('material_by')
      .notNull()
      .default(sql`app_actor()`)
      .references(() => users.id),
    materialAt: timestamp('material_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    index('lines_engagement').on(table.engagementId),
    index('lines_owner').on(table.ownerId),
    unique('lines_engagement_id').on(table.engagementId, table.id),
    unique('lines_offer_key').on(table.offerId, table.key),
    unique('lines_alternative_key').on(table.alternativeId, table.key),
    foreignKey({
      columns: [table.engagementId, table.offerId],
      foreignColumns: [offers.engagementId, offers.id],
      name: 'lines_offer',
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.engagementId, table.alternativeId],
      foreignColumns: [alternatives.engagementId, alternatives.id],
      name: 'lines_alternative',
    }).onDelete('cascade'),
    // A step of the same alternative.
    foreignKey({
      columns: [table.alternativeId, table.followsStepId],
      foreignColumns: [planSteps.alternativeId, planSteps.id],
      name: 'lines_follows_step',
    }),
    check('lines_follows_step_part', sql`${table.followsStepId} is null or ${table.part} = 'switching'`),
    check('lines_one_side', sql`num_nonnulls(${table.offerId}, ${table.alternativeId}) = 1`),
    check('lines_part', sql`(${table.alternativeId} is null) = (${table.part} is null)`),
    check(
      'lines_quoted',
      sql`num_nonnulls(${table.quotedCurrency}, ${table.quotedLow}, ${table.quotedLikely}, ${table.quotedHigh}, ${table.exchangeRate}) in (0, 5)`,
    ),
    check('lines_quoted_currency', sql`${table.quotedCurrency} ~ '^[A-Z]{3}$'`),
    check('lines_exchange_rate', sql`${table.exchangeRate} > 0`),
    check('lines_range', sql`${table.low} <= ${table.likely} and ${table.likely} <= ${table.high}`),
    check(
      'lines_months',
      sql`-24 <= ${table.startMonth} and ${table.startMonth} < ${table.endMonth} and ${table.endMonth} <= 120`,
    ),
  ],
);
