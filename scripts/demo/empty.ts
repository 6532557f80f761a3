import postgres from 'postgres';
import { refuseOtherData } from '@/scripts/demo/people';

/**
 * Empties every table of the demo's database; throws for a database that is no demo. As its owner and with triggers
 * aside: the trail refuses it otherwise.
 */
export async function emptyDemo(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await client.begin(async (sql) => {
      await refuseOtherData(sql);
      const tables = await sql<{ tablename: string }[]>`select tablename from pg_tables where schemaname = 'public'`;
      await sql`set local session_replication_role = replica`;
      await sql`truncate ${sql(tables.map(({ tablename }) => tablename))}`;
      await sql`comment on schema public is null`;
    });
  } finally {
    await client.end();
  }
}
