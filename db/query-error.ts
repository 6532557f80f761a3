import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';

/** What PostgreSQL said of a query that failed, less everything that was in it. */
export type QueryFailure = {
  /** SQLSTATE, or the driver's code for a connection that failed. */
  readonly code: string | undefined;
  readonly constraint_name: string | undefined;
  readonly table_name: string | undefined;
};

/**
 * A query that failed. drizzle writes a query's parameters into its message, and PostgreSQL the values of a row: of
 * those, amounts and addresses, nothing may reach a log or a page, so nothing leaves the doors.
 */
class QueryError extends Error {
  override readonly cause: QueryFailure;

  constructor(cause: QueryFailure, frames: string) {
    super(
      `The database refused a query (${[cause.code, cause.table_name, cause.constraint_name].filter(Boolean).join(', ')})`,
    );
    this.name = 'QueryError';
    this.cause = cause;
    this.stack = `${this.name}: ${this.message}\n${frames}`;
  }
}

/** The error that a door lets out in place of one that was thrown inside. */
export function withoutValues(error: unknown): unknown {
  const wrapped = error instanceof DrizzleQueryError;
  if (!wrapped && !(error instanceof postgres.PostgresError)) return error;
  const said = (wrapped ? error.cause : error) as Partial<QueryFailure> | undefined;
  const cause = { code: said?.code, constraint_name: said?.constraint_name, table_name: said?.table_name };
  return new QueryError(cause, framesOf(error));
}

/** Where an error was thrown. A message of several lines can look like a part of the stack, so it goes first. */
export function framesOf(error: Error): string {
  return (error.stack ?? '')
    .replace(error.message, () => '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
