import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { attempt, reached, unlessHeld } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import type { Row } from '@/db/testing/rule';
import { peopleRules } from '@/db/testing/rules';
import { type Tenant, tenants } from '@/db/testing/tenants';

const peopleOf = ({ advisor, executive, secondExecutive, contributor, negotiator, observer }: Tenant) => [
  advisor,
  executive,
  secondExecutive,
  contributor,
  negotiator,
  observer,
];

const everybody = () => {
  const { x, y, administrator, outsider } = tenants();
  return [...peopleOf(x), ...peopleOf(y), administrator, outsider];
};

/** Something of everybody's in every table, so that there is something to hide. */
beforeAll(() =>
  asOwner(async (sql) => {
    for (const { userId } of everybody()) {
      const [session] = await sql`
        insert into sessions (token_hash, user_id, method, device, expires_at)
        values (${randomUUID()}, ${userId}, 'link', 'A browser', now() + interval '1 day') returning id`;
      await sql`
        insert into passkeys (user_id, credential_id, public_key, counter, transports, name, synced)
        values (${userId}, ${randomUUID()}, 'key', 0, '{}', 'A key', false)`;
      await sql`insert into identities (issuer, subject, user_id) values ('https://issuer.example', ${userId}, ${userId})`;
      await sql`
        insert into step_ups (user_id, session_id, purpose, content, method, expires_at, confirmed_at)
        values (${userId}, ${session?.id}, 'approve', 'hash', 'code', now() + interval '1 hour', now())`;
      await sql`insert into sign_in_links (token_hash, user_id, next, expires_at) values (${randomUUID()}, ${userId}, '/', now())`;
      await sql`insert into challenges (hash, purpose, user_id, expires_at) values (${randomUUID()}, 'step-up', ${userId}, now())`;
      await sql`insert into preferences (user_id, name, value) values (${userId}, 'columns', '[]')`;
      await sql`insert into calendar_feeds (user_id, token_hash) values (${userId}, ${randomUUID()})`;
      await sql`insert into security_events (kind, user_id) values ('signed in', ${userId})`;
    }
    await sql`
      insert into mails (id, recipient, subject, sealed, state)
      values (${randomUUID()}, 'somebody@tenants.example', 'Your link', 'Secret', 'queued')`;
    await sql`insert into rate_limits (key, points) values ('sign-in:somebody', 3)`;
    const [request] = await sql`
      insert into requests (name, email, company, job_title, agreement, renewal_month, seats, hope, consent_version, consent_text, fingerprint, state)
      values ('Somebody', 'somebody@tenants.example', 'A company', 'CIO', 'ea', '2027-06', '250-999', '', '1', 'Yes', 'print', 'released') returning id`;
    await sql`insert into request_entries (request_id, kind, written_by) values (${request?.id}, 'released', ${tenants().outsider.userId})`;
    await sql`
      insert into worksheet_links (request_id, token_hash, mail_id, file, expires_at)
      values (${request?.id}, ${randomUUID()}, ${randomUUID()}, 'file', now() + interval '1 day')`;
  }),
);

describe.each([...peopleRules])('$table', ({ table, own, administrators, advisors }) => {
  /** The rows of others among these, for whoever shares no engagement with them. */
  const notTheirs = (rows: readonly Row[], userId: string) => {
    const { x, y } = tenants();
    const colleagues =
      table === 'users' ? [x, y].map(peopleOf).find((all) => all.some((one) => one.userId === userId)) : [];
    const known = new Set([userId, ...(colleagues ?? []).map((person) => person.userId)]);
    return rows.filter(({ owner }) => !known.has(owner as string));
  };
  const ofAdministrators = (userId: string) => administrators && userId === tenants().administrator.userId;

  const whatIsShown = advisors ? 'shows the firm’s advisors everything, and others nothing' : 'shows the rooms nothing';
  it(own ? 'shows people what is theirs alone' : whatIsShown, async () => {
    for (const { userId, portalRoles } of everybody()) {
      const seen = await attempt({ userId }, (sql) => sql`select ${own ? sql(own) : 1} as owner from ${sql(table)}`);
      if (!own) expect(reached(seen) > 0).toBe(advisors === true && portalRoles.includes('advisor'));
      else if (!seen.refused && !ofAdministrators(userId)) expect(notTheirs(seen.rows, userId)).toEqual([]);
    }
  });

  it('shows a visitor nothing', async () => {
    expect(reached(await attempt(null, (sql) => sql`select 1 from ${sql(table)}`))).toBe(0);
  });

  it('lets nobody remove what is another’s', async () => {
    for (const { userId } of everybody()) {
      const gone = await attempt({ userId }, (sql) =>
        sql`delete from ${sql(table)} returning ${own ? sql(own) : 1} as owner`.catch(unlessHeld),
      );
      if (!own) expect(reached(gone)).toBe(0);
      else if (!gone.refused && !ofAdministrators(userId)) {
        expect(gone.rows.filter(({ owner }) => owner !== userId)).toEqual([]);
      }
    }
  });

  it('holds something of several people, so that the above means something', async () => {
    const [found] = await asOwner((sql) => sql`select count(*)::int as rows from ${sql(table)}`);
    expect(found?.rows).toBeGreaterThan(0);
  });
});

describe('a person', () => {
  it('changes their own name and nobody else’s', async () => {
    const { x, y } = tenants();
    const renamed = await attempt(x.contributor, (sql) => sql`update users set name = 'Somebody' returning id`);
    expect(renamed).toEqual({ refused: false, rows: [{ id: x.contributor.userId }] });
    const address = await attempt(x.contributor, (sql) => sql`update users set email = ${'a@b.example'} returning id`);
    expect(address).toEqual({ refused: true });
    expect(
      reached(await attempt(x.contributor, (sql) => sql`select from users where id = ${y.contributor.userId}`)),
    ).toBe(0);
  });

  it('gives themselves no portal role', async () => {
    const { x, outsider, administrator } = tenants();
    for (const person of [x.advisor, x.executive, x.contributor, outsider, administrator]) {
      for (const role of ['advisor', 'administrator']) {
        const granted = await attempt(
          person,
          (sql) =>
            sql`insert into portal_roles (user_id, role) values (${person.userId}, ${role}) on conflict do nothing returning 1`,
        );
        expect(reached(granted)).toBe(0);
      }
    }
  });
});
