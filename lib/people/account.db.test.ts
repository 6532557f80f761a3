import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson, type Tenant, tenants } from '@/db/testing/tenants';
import { accountOf, changeProfile, erasePerson, everythingOf } from '@/lib/people/account';
import { revokeEverySession, revokeSession } from '@/lib/sign-in/revocation';
import { openSession, type SignedInPerson, sessionOf } from '@/lib/sign-in/sessions';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
});

const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const session = async (userId: string) => {
  const { token } = await asSystem((tx) => openSession(tx, { userId, method: 'link', userAgent }));
  const person = await asSystem((tx) => sessionOf(tx, token));
  if (!person) throw new Error('nobody is signed in');
  return { token, person };
};

/** Somebody of their own, in the engagement with something in every table about people. */
async function somebody(name = `somebody-${randomUUID().slice(0, 8)}`) {
  const { userId } = await createPerson(process.env.OWNER_DATABASE_URL, name);
  await asOwner(async (owner) => {
    await owner`insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${userId}, 'contributor')`;
    await owner`
      insert into passkeys (user_id, credential_id, public_key, counter, transports, name, synced)
      values (${userId}, ${randomUUID()}, 'key', 0, '{}', 'A key', false)`;
    await owner`insert into identities (issuer, subject, user_id) values ('https://issuer.example', ${userId}, ${userId})`;
    await owner`insert into sign_in_links (token_hash, user_id, next, expires_at) values (${randomUUID()}, ${userId}, '/', now())`;
  });
  return { email: `${name}@tenants.example`, ...(await session(userId)) };
}

const as = <T>(person: SignedInPerson, run: (tx: Parameters<Parameters<typeof asActor>[1]>[0]) => Promise<T>) =>
  asActor(person, run);
const stands = async (token: string) => (await asSystem((tx) => sessionOf(tx, token))) !== null;
const detail = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was refused',
    (error) => error.detail ?? error.cause?.code,
  );

describe('the account', () => {
  it('lists one’s own sessions and passkeys, without a secret', async () => {
    const { person } = await somebody();
    const other = await session(person.userId);
    const account = await as(person, (tx) => accountOf(tx, person));
    expect(account.sessions.map(({ device, current }) => ({ device, current }))).toEqual(
      expect.arrayContaining([
        { device: 'Firefox on Windows', current: true },
        { device: 'Firefox on Windows', current: false },
      ]),
    );
    expect(account.sessions).toHaveLength(2);
    expect(account.passkeys).toMatchObject([{ name: 'A key' }]);
    expect(JSON.stringify(account)).not.toMatch(/[0-9a-f]{64}/);
    expect(await stands(other.token)).toBe(true);
  });

  it('changes one’s own name', async () => {
    const { person } = await somebody();
    await as(person, (tx) => changeProfile(tx, person, { name: 'Noor Haddad', title: '' }));
    expect(await as(person, (tx) => everythingOf(tx, person))).toMatchObject({
      person: { name: 'Noor Haddad', title: null },
    });
  });
});

describe('ending sessions', () => {
  it('ends the one that is meant, at once', async () => {
    const { person, token } = await somebody();
    const other = await session(person.userId);
    await as(person, (tx) => revokeSession(tx, person, other.person.sessionId));
    expect(await stands(other.token)).toBe(false);
    expect(await stands(token)).toBe(true);
  });

  it('ends nobody else’s, and says no more of them than of none', async () => {
    const { person } = await somebody();
    const stranger = await somebody();
    for (const sessionId of [stranger.person.sessionId, randomUUID()]) {
      expect(await detail(as(person, (tx) => revokeSession(tx, person, sessionId)))).toMatchObject({
        code: 'not-found',
      });
    }
    expect(await stands(stranger.token)).toBe(true);
  });

  it('ends all of one’s own, and a cookie that was copied opens nothing', async () => {
    const { person, token } = await somebody();
    const other = await session(person.userId);
    const stranger = await somebody();
    await as(person, (tx) => revokeEverySession(tx, person));
    expect([await stands(token), await stands(other.token), await stands(stranger.token)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});

describe('what is one’s own', () => {
  it('is exported whole: memberships, ways in, what one did', async () => {
    const { person, email } = await somebody();
    const everything = await as(person, (tx) => everythingOf(tx, person));
    expect(everything).toMatchObject({
      person: { id: person.userId, email },
      memberships: [{ client: 'Client x', role: 'contributor' }],
      sessions: [{ device: 'Firefox on Windows' }],
      passkeys: [{ name: 'A key' }],
      identities: [{ issuer: 'https://issuer.example' }],
      securityEvents: [{ kind: 'signed-in' }],
    });
    expect(JSON.stringify(everything)).not.toMatch(/[0-9a-f]{64}/);
  });

  it('has what one said and added, and nothing that was said about a threshold', async () => {
    const { person } = await somebody();
    const line = randomUUID();
    await asOwner(async (owner) => {
      for (const [kind, subject, body] of [
        ['line', line, 'Is this with the archive?'],
        ['threshold', x.engagementId, 'Four million'],
      ] as const) {
        const id = randomUUID();
        await owner`insert into comments (id, engagement_id, subject_kind, subject_id, thread_id, body, written_by)
          values (${id}, ${x.engagementId}, ${kind}, ${subject}, ${id}, ${body}, ${person.userId})`;
      }
      await owner`insert into evidence (engagement_id, subject_kind, subject_id, kind, title, added_by)
        values (${x.engagementId}, 'line', ${line}, 'note', 'The supplier said so', ${person.userId})`;
    });
    const everything = await as(person, (tx) => everythingOf(tx, person));
    expect(everything).toMatchObject({
      comments: [{ about: 'line', body: 'Is this with the archive?' }],
      evidence: [{ kind: 'note', title: 'The supplier said so' }],
    });
    expect(JSON.stringify(everything)).not.toContain('Four million');
  });

  it('has what an advisor noted on requests, and not what others did', async () => {
    const { person } = await somebody();
    await asOwner(async (owner) => {
      await owner`insert into portal_roles (user_id, role) values (${person.userId}, 'advisor')`;
      const [request] = await owner`
        insert into requests (name, email, company, job_title, agreement, renewal_month, seats, hope, state,
                              consent_version, consent_text, fingerprint)
        values ('Vera', 'vera@norda.example', 'Norda', 'CFO', 'ea', '2027-06', '1-249', '', 'new', '1', 'Yes', ${randomUUID()})
        returning id`;
      for (const [writer, kind, body] of [
        [person.userId, 'note', 'Called back'],
        [person.userId, 'declined', ''],
        [x.advisor.userId, 'note', 'Of somebody else'],
      ] as const) {
        await owner`insert into request_entries (request_id, kind, body, written_by)
          values (${request?.id}, ${kind}, ${body}, ${writer})`;
      }
    });
    expect(await as(person, (tx) => everythingOf(tx, person))).toMatchObject({
      requestNotes: [{ body: 'Called back' }],
    });
  });

  it('holds no figure of the engagement, and nobody else’s doing', async () => {
    const everything = JSON.stringify(
      await asActor(x.executive, (tx) => everythingOf(tx, { ...x.executive } as SignedInPerson)),
    );
    expect(everything).toContain('threshold.');
    expect(everything).not.toContain(String(x.threshold.amount));
    expect(everything).not.toContain(x.advisor.userId);
  });
});

describe('erasing oneself', () => {
  it('takes name, address, every way in and every membership; the id stays for the trail', async () => {
    const { person, email, token } = await somebody();
    await as(person, (tx) => erasePerson(tx, person));
    expect(await stands(token)).toBe(false);
    const left = await asOwner(async (owner) => ({
      person:
        await owner`select name, title, email, erased_at is not null as erased from users where id = ${person.userId}`,
      rows: await owner`
        select (select count(*) from members where user_id = ${person.userId})
             + (select count(*) from sessions where user_id = ${person.userId})
             + (select count(*) from passkeys where user_id = ${person.userId})
             + (select count(*) from identities where user_id = ${person.userId})
             + (select count(*) from sign_in_links where user_id = ${person.userId}) as rows`,
      trail: await owner`select kind from activity where actor_id = ${person.userId}`,
      events: await owner`select kind from security_events where user_id = ${person.userId} order by at, kind`,
    }));
    expect([...left.person]).toEqual([
      { name: null, title: null, email: `erased-${person.userId}@erased.invalid`, erased: true },
    ]);
    expect(Number(left.rows[0]?.rows)).toBe(0);
    expect([...left.trail]).toEqual([{ kind: 'person.left' }]);
    expect(left.events.map(({ kind }) => kind)).toContain('person.erased');
    const everywhere = await asOwner((owner) => owner`select * from users where email = ${email}`);
    expect(everywhere).toHaveLength(0);
  });

  it('leaves the address free: whoever is invited with it later is somebody new', async () => {
    const { person, email } = await somebody();
    await as(person, (tx) => erasePerson(tx, person));
    const again = await createPerson(process.env.OWNER_DATABASE_URL, email.slice(0, email.indexOf('@')));
    expect(again.userId).not.toBe(person.userId);
  });

  it('forgets invitations to the address, and what they said', async () => {
    const { person, email } = await somebody();
    await asOwner(
      (owner) => owner`
        insert into invitations (engagement_id, role, email, message, invited_by, expires_at)
        values (${x.engagementId}, 'observer', ${email}, 'Dear Noor', ${x.advisor.userId}, now())`,
    );
    await as(person, (tx) => erasePerson(tx, person));
    expect(await asOwner((owner) => owner`select 1 from invitations where email = ${email}`)).toHaveLength(0);
  });

  it('is refused to the only advisor of an engagement, which is named, and half-erases nothing', async () => {
    const { person, token } = await session(x.advisor.userId);
    expect(await detail(as(person, (tx) => erasePerson(tx, person)))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('Client x'),
    });
    expect(await stands(token)).toBe(true);
    expect(await as(person, (tx) => everythingOf(tx, person))).toMatchObject({ memberships: [{ client: 'Client x' }] });
  });

  it('is refused to the last administrator', async () => {
    const { person } = await session(tenants().administrator.userId);
    expect(await detail(as(person, (tx) => erasePerson(tx, person)))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('at least one administrator'),
    });
  });
});
