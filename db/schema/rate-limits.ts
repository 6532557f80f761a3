import { bigint, index, integer, pgTable, varchar } from 'drizzle-orm/pg-core';

/**
 * What is left of each allowance, as rate-limiter-flexible keeps it (the order of the columns is its own). The key
 * is a limit's name and a keyed hash of whom it is about: neither address nor account can be read from it.
 */
export const rateLimits = pgTable(
  'rate_limits',
  {
    key: varchar('key', { length: 255 }).primaryKey(),
    points: integer('points').notNull().default(0),
    /** Milliseconds since 1970. */
    expire: bigint('expire', { mode: 'number' }),
  },
  (table) => [index('rate_limits_expire').on(table.expire)],
);
