import { sql } from 'drizzle-orm';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson, type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor, Member, MemberRole } from '@/lib/access/permissions';
import { changeMember, removeMember, removePortalRole } from '@/lib/people/members';
import { membersOf } from '@/lib/people/queries';

let x: Tenant;
let secondAdvisor: Actor;
let serial = 0;

const newPerson = (portalRole?: 'advisor' | 'administrator') => {
  serial += 1;
  return createPerson(process.env.OWNER_DATABASE_URL, `member-${serial}`, portalRole);
};

const join = (userId: string, role: MemberRole) =>
  asOwner(
    (owner) => owner`insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${userId}, ${role})`,
  );

beforeAll(() => {
  x = tenants().x;
});

beforeEach(async () => {
  secondAdvisor = await newPerson('advisor');
});

/** As it was: one advisor, one administrator. */
afterEach(() =>
  asOwner(async (owner) => {
    const advisor = x.advisor.userId;
    const administrator = tenants().administrator.userId;
    await owner`
      insert into members (engagement_id, user_id, role) values (${x.engagementId}, ${advisor}, 'advisor')
      on conflict do nothing`;
    await owner`
      delete from members where engagement_id = ${x.engagementId} and role = 'advisor' and user_id <> ${advisor}`;
    await owner`
      insert into portal_roles (user_id, role) values (${administrator}, 'administrator') on conflict do nothing`;
    await owner`delete from portal_roles where role = 'administrator' and user_id <> ${administrator}`;
  }),
);

const member = (role: MemberRole): Member => ({ role, negotiator: false });
const detail = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was refused',
    (error) => error.detail ?? error.cause?.code,
  );

type Change = { to?: MemberRole; negotiator?: boolean; basedOn?: Member; by?: Actor; as?: MemberRole };
const change = (
  { userId }: Actor,
  { to = 'observer', negotiator = false, basedOn = member('contributor'), by = x.advisor, as = 'advisor' }: Change,
) =>
  asActor(by, (tx) =>
    changeMember(tx, by, member(as), { engagementId: x.engagementId, userId, role: to, negotiator, basedOn }),
  );

const remove = ({ userId }: Actor, { by = x.advisor, as = 'advisor' }: { by?: Actor; as?: MemberRole } = {}) =>
  asActor(by, (tx) => removeMember(tx, by, member(as), { engagementId: x.engagementId, userId }));

const roleOf = async ({ userId }: Actor) => {
  const [row] = await asOwner(
    (owner) => owner`select role from members where engagement_id = ${x.engagementId} and user_id = ${userId}`,
  );
  return row?.role ?? null;
};

const sees = (actor: Actor) =>
  asActor(
    actor,
    async (tx) => (await tx.execute(sql`select 1 from lines where engagement_id = ${x.engagementId}`)).length > 0,
  );

describe('a member’s role', () => {
  it('is changed by an advisor, and told in both trails and to whoever listens', async () => {
    const person = await newPerson();
    await join(person.userId, 'contributor');
    await change(person, { to: 'executive' });
    expect(await roleOf(person)).toBe('executive');
    const told = await asOwner(
      (owner) => owner`
        select kind, before, after from activity where subject = ${person.userId}
        union all select kind, detail, null from security_events where user_id = ${person.userId}`,
    );
    expect([...told]).toEqual([
      {
        kind: 'person.changed',
        before: { role: 'contributor', negotiator: false },
        after: { role: 'executive', negotiator: false },
      },
      {
        kind: 'member.changed',
        before: { engagement: x.engagementId, from: 'contributor', to: 'executive', negotiator: false },
        after: null,
      },
    ]);
  });

  it('changed by somebody else meanwhile is left alone', async () => {
    const person = await newPerson();
    await join(person.userId, 'executive');
    expect(await detail(change(person, { to: 'observer', basedOn: member('contributor') }))).toMatchObject({
      code: 'stale',
    });
    expect(await roleOf(person)).toBe('executive');
  });

  it('stays on its side: no advisor becomes a client’s executive, nor the other way round', async () => {
    await join(secondAdvisor.userId, 'advisor');
    const toClient = change(secondAdvisor, { to: 'executive', basedOn: member('advisor') });
    expect(await detail(toClient)).toMatchObject({ code: 'refused' });
    const person = await newPerson();
    await join(person.userId, 'contributor');
    expect(await detail(change(person, { to: 'advisor' }))).toMatchObject({ code: 'refused' });
  });

  it('of an advisor, and the mark of a negotiator, are beyond an executive', async () => {
    const by = { by: x.executive, as: 'executive' } as const;
    const person = await newPerson();
    await join(person.userId, 'contributor');
    expect(await detail(remove(x.advisor, by))).toMatchObject({ code: 'refused' });
    expect(await detail(change(person, { ...by, to: 'contributor', negotiator: true }))).toMatchObject({
      code: 'refused',
    });
    await change(person, { ...by, to: 'observer' });
    expect(await roleOf(person)).toBe('observer');
  });

  it('of somebody in another engagement is not there', async () => {
    const { y } = tenants();
    expect(await detail(change(y.contributor, {}))).toMatchObject({ code: 'not-found' });
    expect(await detail(remove(y.contributor))).toMatchObject({ code: 'not-found' });
    const elsewhere = asActor(x.advisor, (tx) =>
      removeMember(tx, x.advisor, member('advisor'), { engagementId: y.engagementId, userId: y.contributor.userId }),
    );
    expect(await detail(elsewhere)).toMatchObject({ code: 'not-found' });
  });
});

describe('a member who is removed', () => {
  it('sees nothing from that moment on, and whoever listens is told', async () => {
    const person = await newPerson();
    await join(person.userId, 'executive');
    expect(await sees(person)).toBe(true);
    const heard = await asOwner(
      (owner) =>
        new Promise<string>((resolve, reject) => {
          owner
            .listen('access_changed', resolve)
            .then(() => remove(person))
            .catch(reject);
        }),
    );
    expect(heard).toBe(person.userId);
    expect(await sees(person)).toBe(false);
    const trail = await asOwner((owner) => owner`select kind, actor_id from activity where subject = ${person.userId}`);
    expect([...trail]).toEqual([{ kind: 'person.removed', actor_id: x.advisor.userId }]);
  });

  it('sees nothing in a transaction either that had begun before', async () => {
    const person = await newPerson();
    await join(person.userId, 'executive');
    await asActor(person, async (tx) => {
      const seen = () => tx.execute(sql`select 1 from lines where engagement_id = ${x.engagementId} limit 1`);
      expect(await seen()).toHaveLength(1);
      await remove(person);
      expect(await seen()).toHaveLength(0);
    });
  });
});

describe('the last advisor', () => {
  it('stays, and the reason is told', async () => {
    expect(await detail(remove(x.advisor))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('at least one advisor'),
    });
    expect(await roleOf(x.advisor)).toBe('advisor');
  });

  it.each([1, 2, 3, 4, 5])('stays when two remove each other at once, try %i', async () => {
    await join(secondAdvisor.userId, 'advisor');
    await Promise.allSettled([remove(secondAdvisor, { by: x.advisor }), remove(x.advisor, { by: secondAdvisor })]);
    const advisors = await asOwner(
      (owner) => owner`select 1 from members where engagement_id = ${x.engagementId} and role = 'advisor'`,
    );
    expect(advisors).toHaveLength(1);
  });

  it('stays when all are taken in one statement, and goes with the engagement', async () => {
    await join(secondAdvisor.userId, 'advisor');
    const all = asActor(x.advisor, (tx) =>
      tx.execute(sql`delete from members where engagement_id = ${x.engagementId}`),
    );
    expect(await detail(all)).toBe('23514');
    await asOwner((owner) =>
      owner
        .begin(async (tx) => {
          await tx`delete from engagements where id = ${x.engagementId}`;
          throw new Error('undone');
        })
        .catch((error: Error) => expect(error.message).toBe('undone')),
    );
  });

  it('may go once there is another', async () => {
    await join(secondAdvisor.userId, 'advisor');
    await remove(secondAdvisor, { by: secondAdvisor });
    expect(await roleOf(secondAdvisor)).toBeNull();
  });
});

describe('the last administrator', () => {
  const take = (from: Actor, by: Actor) =>
    asActor(by, (tx) => removePortalRole(tx, by, { userId: from.userId, role: 'administrator' }));

  it('stays, and the reason is told', async () => {
    const { administrator } = tenants();
    expect(await detail(take(administrator, administrator))).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('at least one administrator'),
    });
  });

  it.each([1, 2, 3, 4, 5])('stays when two take the role from each other at once, try %i', async () => {
    const { administrator } = tenants();
    const other = await newPerson('administrator');
    await Promise.allSettled([take(other, administrator), take(administrator, other)]);
    expect(await asOwner((owner) => owner`select 1 from portal_roles where role = 'administrator'`)).toHaveLength(1);
  });

  it('and everybody else are beyond whoever administers nothing', async () => {
    const other = await newPerson('administrator');
    for (const by of [x.advisor, x.executive, tenants().outsider]) {
      expect(await detail(take(other, by))).toMatchObject({ code: 'not-found' });
    }
    await take(other, tenants().administrator);
  });
});

describe('the list of members', () => {
  it('says of each what the reader may do with them', async () => {
    const list = async (actor: Actor, role: MemberRole) =>
      (await asActor(actor, (tx) => membersOf(tx, actor, member(role), x.engagementId))).filter(({ yours }) => yours);
    expect((await list(x.advisor, 'advisor')).some(({ role }) => role === 'advisor')).toBe(true);
    expect((await list(x.executive, 'executive')).some(({ role }) => role === 'advisor')).toBe(false);
    expect(await list(x.observer, 'observer')).toEqual([]);
  });

  it('is empty for whoever is no member', async () => {
    const { administrator, y } = tenants();
    for (const actor of [administrator, y.advisor]) {
      expect(await asActor(actor, (tx) => membersOf(tx, actor, member('advisor'), x.engagementId))).toEqual([]);
    }
  });
});
