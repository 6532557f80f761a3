import postgres from 'postgres';

const clients = new Map<string, postgres.Sql>();

/**
 * Runs as the database's owner, past every wall: what tests need to look behind them or to tamper. The
 * address is the current test file's own database unless another is given.
 */
export async function asOwner<T>(
  run: (sql: postgres.Sql) => Promise<T>,
  url = process.env.OWNER_DATABASE_URL,
): Promise<T> {
  if (!url) throw new Error('There is no test database here: is this a *.db.test.ts?');
  let client = clients.get(url);
  if (!client) {
    client = postgres(url, { max: 2, onnotice: () => {} });
    clients.set(url, client);
  }
  return run(client);
}

/** Closes the owner's connections. */
export async function closeOwner(): Promise<void> {
  await Promise.all([...clients.values()].map((client) => client.end()));
  clients.clear();
}
