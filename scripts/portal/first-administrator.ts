import postgres from 'postgres';

/**
 * Makes a person with an address the portal's first administrator, as the owner. False, and nothing done, where
 * there is an administrator already: the next one is invited by that one.
 */
export async function makeFirstAdministrator(ownerUrl: string, email: string): Promise<boolean> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    return await client.begin(async (sql) => {
      await sql`set local role walk_system`;
      await sql`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
      const there = await sql`select from portal_roles where role = 'administrator'`;
      if (there.length > 0) return false;
      const [person] = await sql<{ id: string }[]>`
        insert into users (email) values (${email}) on conflict (email) do update set email = excluded.email returning id`;
      if (!person) throw new Error('The first administrator was not written');
      await sql`insert into portal_roles (user_id, role) values (${person.id}, 'administrator')`;
      await sql`
        insert into security_events (kind, user_id, detail)
        values ('portal-role.granted', ${person.id}, '{"role": "administrator", "first": true}')`;
      return true;
    });
  } finally {
    await client.end();
  }
}
