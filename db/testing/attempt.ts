import postgres from 'postgres';
import { afterAll } from 'vitest';
import type { Row } from '@/db/testing/rule';

/** What became of a statement: the rows it touched or returned, or that the database refused it. */
export type Outcome = { readonly refused: true } | { readonly refused: false; readonly rows: readonly Row[] };

const insufficientPrivilege = '42501';
let client: postgres.Sql | undefined;

afterAll(async () => {
  await client?.end();
  client = undefined;
});

/**
 * Tries something as the application's role with this actor, in a transaction that is undone. Only a refusal for
 * want of rights counts as one: any other error means that the test itself is wrong, and is thrown.
 */
export async function attempt(
  actor: { readonly userId: string } | null,
  run: (sql: postgres.TransactionSql) => Promise<readonly Row[]>,
): Promise<Outcome> {
  client ??= postgres(process.env.APP_DATABASE_URL ?? '', { max: 1, onnotice: () => {} });
  let outcome: Outcome = { refused: true };
  const undo = new Error('undone');
  try {
    await client.begin(async (sql) => {
      await sql`select set_config('app.actor', ${actor?.userId ?? ''}, true)`;
      outcome = { refused: false, rows: [...(await run(sql))] };
      throw undo;
    });
  } catch (error) {
    if (error !== undo && (error as { code?: string }).code !== insufficientPrivilege) throw error;
  }
  return outcome;
}

/** For a statement that a constraint may hold up: then it has reached nothing at all. */
export function unlessHeld(error: { code?: string }): [] {
  if (!error.code?.startsWith('23')) throw error;
  return [];
}

/** How many rows a statement reached; none where it was refused. */
export const reached = (outcome: Outcome): number => (outcome.refused ? 0 : outcome.rows.length);
