import postgres from 'postgres';
import { demoPeople, otherPeople, type PersonKey } from '@/db/seed/people';
import type { Actor } from '@/lib/access/permissions';

/** The demo's people as the mutations want them. */
export type Cast = Readonly<Record<PersonKey, Actor>>;

/** One transaction of the role that may write people: nobody in the portal can. */
export async function asOwner<T>(ownerUrl: string, run: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    let answer: { value: T } | undefined;
    await client.begin(async (sql) => {
      await sql`set local role walk_system`;
      answer = { value: await run(sql) };
    });
    if (!answer) throw new Error('The transaction ended without an answer');
    return answer.value;
  } finally {
    await client.end();
  }
}

/** Adds the people who are missing, with what they may do in the portal. */
export async function createPeople(sql: postgres.TransactionSql): Promise<Cast> {
  const cast: Partial<Record<PersonKey, Actor>> = {};
  for (const { key, name, email, title, portalRole } of [...demoPeople, ...otherPeople]) {
    const [user] = await sql<{ id: string }[]>`
      insert into users (name, email, title) values (${name}, ${email}, ${title})
      on conflict (email) do update set name = excluded.name, title = excluded.title
      returning id`;
    if (!user) throw new Error(`${name} could not be added`);
    if (portalRole) {
      await sql`insert into portal_roles (user_id, role) values (${user.id}, ${portalRole}) on conflict do nothing`;
    }
    cast[key] = { userId: user.id, portalRoles: portalRole ? [portalRole] : [] };
  }
  return cast as Cast;
}

const note = 'The demo is complete.';

/** Notes on the schema itself that everything is told: no row that somebody may change later says so. */
export async function completeDemo(sql: postgres.TransactionSql): Promise<void> {
  await sql`reset role`;
  // A utility statement takes no parameters.
  await sql.unsafe(`comment on schema public is '${note}'`);
}

export async function isDemoComplete(sql: postgres.TransactionSql): Promise<boolean> {
  const [schema] = await sql`select obj_description('public'::regnamespace, 'pg_namespace') as note`;
  return schema?.note === note;
}

/**
 * Throws where the database is somebody's own: it has people and was never a demo. Then nobody may be signed in with
 * one click, and nothing may be emptied.
 */
export async function refuseOtherData(sql: postgres.TransactionSql): Promise<void> {
  if (await isDemoComplete(sql)) return;
  const own = [...demoPeople, ...otherPeople].map(({ email }) => email);
  const others = await sql`select from users where email not in ${sql(own)} limit 1`;
  if (others.length > 0) throw new Error('This database is no demo: it holds people of its own. Set DEMO=off.');
}

/** Takes away what a seeding that was cut short left behind. */
export async function removeHalfADemo(sql: postgres.TransactionSql, cast: Cast): Promise<void> {
  const people = Object.values(cast).map(({ userId }) => userId);
  await sql`delete from engagements where created_by in ${sql(people)}`;
  await sql`delete from requests`;
}
