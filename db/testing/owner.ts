import postgres from 'postgres';

/**
 * Runs as the database's owner, past every wall: what tests need to look behind them or to tamper. The
 * address is the current test file's own database unless another is given.
 */
export async function asOwner<T>(run: (sql: postgres.Sql) => Promise<T>, url = process.env.OWNER_DATABASE_URL) {
  if (!url) throw new Error('There is no test database here: is this a *.db.test.ts?');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end();
  }
}
