import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asActor, asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson, type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor, Member, MemberRole, PortalRole } from '@/lib/access/permissions';
import { acceptInvitation, invitedPerson, offeredBy } from '@/lib/invitations/acceptance';
import { inviteToEngagement, inviteToPortal, resendInvitation, withdrawInvitation } from '@/lib/invitations/mutations';
import { openInvitations } from '@/lib/invitations/queries';
import type { Mail } from '@/lib/mail/schema';
import type { SignedInPerson } from '@/lib/sign-in/sessions';

/** The mails of this test, which would be sealed in the outbox. */
const sent: Mail[] = [];
vi.mock('@/lib/mail/enqueue', () => ({ enqueueMail: async (_tx: unknown, mail: Mail) => void sent.push(mail) }));
vi.mock('@/lib/server/environment', () => ({ environment: () => ({ origin: 'http://localhost:4170' }) }));

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
});

const signedIn = ({ userId, portalRoles }: Actor): SignedInPerson => ({
  userId,
  portalRoles,
  name: 'Ines Halder',
  title: null,
  email: 'inviter@tenants.example',
  sessionId: randomUUID(),
  signedInAt: new Date(),
  renewalDue: false,
  rightsSince: 0,
});
const member = (role: MemberRole): Member => ({ role, negotiator: false });
const address = () => `invited-${randomUUID().slice(0, 8)}@client.example`;

type Wanted = { role?: MemberRole; negotiator?: boolean; by?: Actor; as?: MemberRole };

async function invited(
  email: string,
  { role = 'contributor', negotiator = false, by = x.advisor, as = 'advisor' }: Wanted = {},
) {
  await asActor(by, (tx) =>
    inviteToEngagement(tx, signedIn(by), member(as), {
      engagementId: x.engagementId,
      role,
      negotiator,
      email,
      message: '',
    }),
  );
  return lastToken();
}

async function invitedToPortal(email: string, portalRole: PortalRole, by = tenants().administrator) {
  await asActor(by, (tx) => inviteToPortal(tx, signedIn(by), { portalRole, email, message: '' }));
  return lastToken();
}

const lastToken = () => String(new URL(String(sent.at(-1)?.link)).searchParams.get('token'));
const offered = (token: string) => asSystem((tx) => offeredBy(tx, token));
const detail = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was refused',
    (error) => error.detail ?? error.cause?.code,
  );

async function joined(token: string) {
  const offer = await offered(token);
  if (!offer) throw new Error('there is nothing to accept');
  const person = await asSystem((tx) => invitedPerson(tx, offer.email, { name: 'Noor Haddad' }));
  const place = await asActor(person, (tx) => acceptInvitation(tx, person.userId, offer.invitationId));
  return { ...person, place };
}

const openTo = async (email: string) => {
  const open = await asActor(x.advisor, (tx) => openInvitations(tx, x.engagementId));
  return open.find((invitation) => invitation.email === email);
};

describe('an invitation to an engagement', () => {
  it('tells its bearer who invites, where to and as what, and keeps only a hash of its link', async () => {
    const email = address();
    const token = await invited(email);
    expect(await offered(token)).toMatchObject({ email, role: 'contributor', client: 'Client x', known: false });
    const [row] = await asOwner((owner) => owner`select * from invitations where email = ${email}`);
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it('names neither client nor deal in its mail', async () => {
    await invited(address());
    expect(sent.at(-1)).toMatchObject({ subject: 'Ines Halder invites you to Walk Position' });
    expect(JSON.stringify(sent.at(-1))).not.toContain('Client x');
  });

  it('makes its bearer a person and a member, as written in both trails', async () => {
    const { userId, isNew, place } = await joined(await invited(address(), { role: 'executive' }));
    expect({ isNew, place }).toEqual({
      isNew: true,
      place: { engagementId: x.engagementId, role: 'executive', negotiator: false },
    });
    const trail = await asOwner(
      (owner) => owner`
        select kind, actor_id from activity where subject = ${userId}
        union all select kind, actor_id from security_events where user_id = ${userId}`,
    );
    expect([...trail]).toEqual([
      { kind: 'person.joined', actor_id: userId },
      { kind: 'member.joined', actor_id: userId },
    ]);
  });

  it('gives one place when two accept at once', async () => {
    const offer = await offered(await invited(address()));
    const person = await asSystem((tx) => invitedPerson(tx, offer?.email ?? '', { name: 'Twice' }));
    const tries = await Promise.all(
      [1, 2, 3, 4].map(() => asActor(person, (tx) => acceptInvitation(tx, person.userId, offer?.invitationId ?? ''))),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
    const places = await asOwner((owner) => owner`select 1 from members where user_id = ${person.userId}`);
    expect(places).toHaveLength(1);
  });

  it('makes one person when two of an address come at once', async () => {
    const email = address();
    const both = await Promise.all([1, 2].map(() => asSystem((tx) => invitedPerson(tx, email, { name: 'Twice' }))));
    expect(both[0]?.userId).toBe(both[1]?.userId);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('cannot be accepted by anybody else, whatever they know of it', async () => {
    const offer = await offered(await invited(address()));
    for (const other of [x.observer, tenants().outsider, tenants().y.advisor]) {
      const place = await asActor(other, (tx) => acceptInvitation(tx, other.userId, offer?.invitationId ?? ''));
      expect(place).toBeNull();
    }
  });

  it('is good once, and opens nothing again after its member was removed', async () => {
    const token = await invited(address());
    const { userId } = await joined(token);
    expect(await offered(token)).toBeNull();
    await asActor(x.advisor, (tx) => tx.execute(sql`delete from members where user_id = ${userId}`));
    const again = asActor({ userId }, (tx) =>
      tx.execute(
        sql`insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${userId}, 'contributor')`,
      ),
    );
    expect(await detail(again)).toBe('42501');
  });

  it('opens exactly the place it names', async () => {
    const offer = await offered(await invited(address(), { role: 'observer' }));
    const { userId } = await asSystem((tx) => invitedPerson(tx, offer?.email ?? '', { name: 'Climber' }));
    const climb = asActor({ userId }, async (tx) => {
      await tx.execute(
        sql`update invitations set accepted_by = ${userId}, accepted_at = now() where id = ${offer?.invitationId}`,
      );
      await tx.execute(
        sql`insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${userId}, 'executive')`,
      );
    });
    expect(await detail(climb)).toBe('42501');
  });

  it('ends after its seven days', async () => {
    const email = address();
    const token = await invited(email);
    const [row] = await asOwner(
      (owner) =>
        owner`select expires_at - invited_at = interval '7 days' as week from invitations where email = ${email}`,
    );
    expect(row?.week).toBe(true);
    await asOwner((owner) => owner`update invitations set expires_at = now() where email = ${email}`);
    expect(await offered(token)).toBeNull();
    expect(await openTo(email)).toMatchObject({ expired: true });
  });

  it('sent again has a new link, good for seven days, and the old one ends', async () => {
    const email = address();
    const token = await invited(email);
    await asOwner((owner) => owner`update invitations set expires_at = now() where email = ${email}`);
    const invitationId = (await openTo(email))?.id ?? '';
    await asActor(x.advisor, (tx) =>
      resendInvitation(tx, signedIn(x.advisor), { invitationId, engagementId: x.engagementId }),
    );
    expect(lastToken()).not.toBe(token);
    expect(await offered(token)).toBeNull();
    expect(await offered(lastToken())).toMatchObject({ email });
    expect(await openTo(email)).toMatchObject({ expired: false });
  });

  it('withdrawn ends at once', async () => {
    const email = address();
    const token = await invited(email);
    const invitationId = (await openTo(email))?.id ?? '';
    const offer = await offered(token);
    const input = { invitationId, engagementId: x.engagementId };
    await asActor(x.executive, (tx) => withdrawInvitation(tx, signedIn(x.executive), input));
    expect(await offered(token)).toBeNull();
    expect(await openTo(email)).toBeUndefined();
    const person = await asSystem((tx) => invitedPerson(tx, email, { name: 'Late' }));
    expect(await asActor(person, (tx) => acceptInvitation(tx, person.userId, offer?.invitationId ?? ''))).toBeNull();
    expect(await detail(asActor(x.advisor, (tx) => withdrawInvitation(tx, signedIn(x.advisor), input)))).toMatchObject({
      code: 'not-found',
    });
  });

  it('is not made twice for one address, nor for a member', async () => {
    const email = address();
    await invited(email);
    expect(await detail(invited(email))).toMatchObject({ field: 'email', message: expect.stringContaining('already') });
    expect(await detail(invited('x.observer@tenants.example'))).toMatchObject({ field: 'email' });
  });

  it('of an executive is for the client’s side, without the mark of a negotiator; told in words and held by the database', async () => {
    const by = { by: x.executive, as: 'executive' } as const;
    expect(await detail(invited(address(), { ...by, role: 'advisor' }))).toMatchObject({ field: 'role' });
    expect(await detail(invited(address(), { ...by, negotiator: true }))).toMatchObject({ field: 'negotiator' });
    expect(await detail(invited(address(), { by: x.executive, role: 'advisor' }))).toBe('42501');
    expect(await detail(invited(address(), { by: x.executive, negotiator: true }))).toBe('42501');
    await invited(address(), by);
  });

  it('is nobody else’s to send, see, resend or withdraw', async () => {
    const email = address();
    await invited(email);
    const invitationId = (await openTo(email))?.id ?? '';
    const { y, administrator } = tenants();
    for (const by of [x.contributor, x.observer, x.negotiator, y.advisor, administrator]) {
      expect(await detail(invited(address(), { by }))).toBe('42501');
      expect(await asActor(by, (tx) => openInvitations(tx, x.engagementId))).toEqual([]);
      for (const act of [resendInvitation, withdrawInvitation]) {
        const input = { invitationId, engagementId: x.engagementId };
        expect(await detail(asActor(by, (tx) => act(tx, signedIn(by), input)))).toMatchObject({ code: 'not-found' });
      }
    }
  });

  it('is found under its own engagement alone', async () => {
    const email = address();
    await invited(email);
    const invitationId = (await openTo(email))?.id ?? '';
    for (const engagementId of [tenants().y.engagementId, randomUUID(), null]) {
      const attempt = asActor(x.advisor, (tx) =>
        withdrawInvitation(tx, signedIn(x.advisor), { invitationId, engagementId }),
      );
      expect(await detail(attempt)).toMatchObject({ code: 'not-found' });
    }
  });
});

describe('an invitation to the portal', () => {
  it('of an administrator makes an advisor, who then founds engagements', async () => {
    const { userId, place } = await joined(await invitedToPortal(address(), 'advisor'));
    expect(place).toEqual({ portalRole: 'advisor' });
    const roles = await asOwner((owner) => owner`select role from portal_roles where user_id = ${userId}`);
    expect([...roles]).toEqual([{ role: 'advisor' }]);
  });

  it('is an administrator’s alone to send', async () => {
    for (const by of [x.advisor, tenants().outsider, x.executive]) {
      expect(await detail(invitedToPortal(address(), 'administrator', by))).toBe('42501');
    }
  });

  it('gives the role it names and no other', async () => {
    const offer = await offered(await invitedToPortal(address(), 'advisor'));
    const { userId } = await asSystem((tx) => invitedPerson(tx, offer?.email ?? '', { name: 'Climber' }));
    const climb = asActor({ userId }, async (tx) => {
      await tx.execute(
        sql`update invitations set accepted_by = ${userId}, accepted_at = now() where id = ${offer?.invitationId}`,
      );
      await tx.execute(sql`insert into portal_roles (user_id, role) values (${userId}, 'administrator')`);
    });
    expect(await detail(climb)).toBe('42501');
  });

  it('and a client’s executive keep apart: nobody stands on both sides', async () => {
    const name = `sides-${randomUUID().slice(0, 8)}`;
    await createPerson(process.env.OWNER_DATABASE_URL, name, 'advisor');
    const refused = await detail(joined(await invited(`${name}@tenants.example`, { role: 'executive' })));
    expect(refused).toMatchObject({ code: 'refused', message: expect.stringContaining('advisory firm') });
    const toPortal = await detail(joined(await invitedToPortal('x.executive@tenants.example', 'advisor')));
    expect(toPortal).toMatchObject({ code: 'refused', message: expect.stringContaining('advisory firm') });
  });
});
