import { randomBytes } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor, asJob } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { archives, erasureRequests } from '@/db/schema/archives';
import { engagements } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { securityEvents } from '@/db/schema/sign-in';
import { asOwner } from '@/db/testing/owner';
import { createPerson, type Tenant, tenants } from '@/db/testing/tenants';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import { verifyTrails } from '@/lib/activity/verify';
import { securityEventsPage } from '@/lib/administration/queries';
import { archive, confirmErasure, refuseErasure, requestErasure, unarchive } from '@/lib/archives/mutations';
import { engagementNames, erasureAsked } from '@/lib/archives/queries';
import { membershipOf } from '@/lib/engagements/membership';
import { createFromModel } from '@/lib/engagements/mutations';
import { verifyEveryTrail } from '@/lib/operations/alarm';
import { removePortalRole } from '@/lib/people/members';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
let administrator: Actor;
let second: Actor;

beforeAll(async () => {
  Object.assign(process.env, { AUTH_SECRET: randomBytes(32).toString('hex'), AUTH_URL: 'http://localhost', DEMO: '1' });
  x = tenants().x;
  administrator = tenants().administrator;
  second = await createPerson(undefined, 'second.administrator', 'administrator');
});

const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );
const relabel = (actor: Actor) =>
  detailOf(
    asActor(actor, (tx) =>
      tx.update(lines).set({ label: 'Moved', changedBy: actor.userId }).where(eq(lines.engagementId, x.engagementId)),
    ),
  );
const requestOf = (actor: Actor) =>
  asActor(actor, async (tx) => {
    const [row] = await tx.select().from(erasureRequests).where(eq(erasureRequests.engagementId, x.engagementId));
    return row?.id ?? null;
  });

describe('the archive', () => {
  it('is for advisors of the engagement and for administrators, by either gate', async () => {
    for (const other of [x.executive, x.contributor, x.observer, tenants().y.advisor, tenants().outsider]) {
      const attempt = asActor(other, (tx) =>
        tx.insert(archives).values({ engagementId: x.engagementId, archivedBy: other.userId }),
      );
      expect(await detailOf(attempt)).not.toBeNull();
    }
    expect(mayInEngagement({ role: 'executive', negotiator: false }, 'engagement.archive')).toBe(false);
  });

  it.each(['archives', 'erasure_requests'] as const)(
    'hides and holds its rows of %s from strangers and members',
    async (table) => {
      const rows = () =>
        asOwner((owner) => owner`select * from ${owner(table)} where engagement_id = ${x.engagementId}`);
      await asOwner(async (owner) => {
        await owner`insert into archives (engagement_id, archived_by) values (${x.engagementId}, ${x.advisor.userId})`;
        await owner`insert into erasure_requests (id, engagement_id, requested_by, expires_at)
        values (gen_random_uuid(), ${x.engagementId}, ${administrator.userId}, now() + interval '1 day')`;
      });
      const strangers = [tenants().y.advisor, tenants().y.executive, tenants().outsider];
      const members = [x.executive, x.contributor, x.observer];
      for (const person of [...strangers, ...members]) {
        const seen = await asActor(person, (tx) => tx.execute(sql`select engagement_id from ${sql.identifier(table)}`));
        const may = table === 'archives' && members.includes(person);
        expect(seen).toHaveLength(may ? 1 : 0);
        await asActor(person, (tx) => tx.execute(sql`delete from ${sql.identifier(table)}`));
        const changed = asActor(person, (tx) =>
          tx.execute(sql`update ${sql.identifier(table)} set engagement_id = engagement_id`),
        );
        expect(await detailOf(changed)).not.toBeNull();
      }
      expect(await rows()).toHaveLength(1);
      await asOwner((owner) => owner`delete from erasure_requests`);
      await asOwner((owner) => owner`delete from archives`);
    },
  );

  it('holds an engagement still: read by its members, changed by nobody, and open again afterwards', async () => {
    expect(await relabel(x.advisor)).toBeNull();
    await asActor(x.advisor, (tx) => archive(tx, x.advisor, x.engagementId));
    expect(await relabel(x.advisor)).not.toBeNull();
    expect(await relabel(x.contributor)).not.toBeNull();
    const renamed = asActor(x.advisor, (tx) =>
      tx.update(engagements).set({ client: 'Another' }).where(eq(engagements.id, x.engagementId)),
    );
    expect(await detailOf(renamed)).not.toBeNull();
    const member = await asActor(x.contributor, (tx) => membershipOf(tx, x.contributor, x.engagementId));
    expect(member).toMatchObject({ role: 'contributor', archived: true });
    if (!member) throw new Error('no member');
    expect(mayInEngagement(member, 'alternative.write')).toBe(false);
    expect(mayInEngagement(member, 'lines.read')).toBe(true);
    await asActor(administrator, (tx) => unarchive(tx, administrator, x.engagementId));
    expect(await relabel(x.advisor)).toBeNull();
  });

  it('shows administrators names and nothing more, and nobody else anything', async () => {
    const names = await asActor(administrator, (tx) => engagementNames(tx, administrator));
    expect(names.find(({ id }) => id === x.engagementId)).toMatchObject({ client: 'Client x', lead: 'x.advisor' });
    expect(await asActor(x.advisor, (tx) => engagementNames(tx, x.advisor))).toEqual([]);
    const seen = await asActor(administrator, (tx) => tx.select().from(engagements));
    expect(seen).toEqual([]);
  });
});

describe('erasing an engagement', () => {
  it('takes an archived one, an administrator who asks, and somebody else who confirms', async () => {
    expect(
      await detailOf(asActor(administrator, (tx) => requestErasure(tx, administrator, x.engagementId))),
    ).toMatchObject({ code: 'refused' });
    await asActor(administrator, (tx) => archive(tx, administrator, x.engagementId));
    expect(await detailOf(asActor(x.advisor, (tx) => requestErasure(tx, x.advisor, x.engagementId)))).not.toBeNull();
    await asActor(administrator, (tx) => requestErasure(tx, administrator, x.engagementId));
    const requestId = await requestOf(administrator);
    if (!requestId) throw new Error('no request');
    expect(await asActor(x.advisor, (tx) => erasureAsked(tx, x.engagementId))).toMatchObject({ id: requestId });
    expect(await asActor(x.executive, (tx) => erasureAsked(tx, x.engagementId))).toBeNull();
    for (const other of [administrator, x.executive, x.contributor, tenants().y.advisor, tenants().outsider]) {
      expect(await detailOf(asActor(other, (tx) => confirmErasure(tx, requestId)))).toMatchObject({ code: 'refused' });
    }
    expect(await asActor(x.observer, (tx) => tx.select().from(engagements))).toHaveLength(1);
  });

  it('can be refused by its lead, and then nobody’s late word erases it', async () => {
    const requestId = await requestOf(administrator);
    if (!requestId) throw new Error('no request');
    await asActor(x.advisor, (tx) => refuseErasure(tx, x.advisor, { engagementId: x.engagementId, requestId }));
    expect(await detailOf(asActor(second, (tx) => confirmErasure(tx, requestId)))).toMatchObject({ code: 'refused' });
  });

  it('leaves no row of it, a whole chain for everybody else, and the word that it happened', async () => {
    await asActor(administrator, (tx) => requestErasure(tx, administrator, x.engagementId));
    const requestId = await requestOf(administrator);
    if (!requestId) throw new Error('no request');
    const words = await Promise.all(
      [second, x.advisor].map((actor) => detailOf(asActor(actor, (tx) => confirmErasure(tx, requestId)))),
    );
    expect(words.filter((word) => word === null)).toHaveLength(1);
    const left = await asOwner(async (owner) => {
      const tables = await owner<{ name: string }[]>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'engagement_id'`;
      const counts = await Promise.all(
        tables.map(
          ({ name }) =>
            owner`select ${name} as name, count(*)::int from ${owner(name)} where engagement_id = ${x.engagementId}`,
        ),
      );
      return counts.flat().filter(({ count }) => count > 0);
    });
    expect(left).toEqual([]);
    expect(await asJob(verifyTrails)).toMatchObject({ broken: [] });
    const [event] = await asActor(administrator, (tx) =>
      tx.select().from(securityEvents).where(eq(securityEvents.kind, 'engagement.erased')),
    );
    expect(event?.detail).toMatchObject({ engagement: x.engagementId, 'asked by': administrator.userId });
    expect(JSON.stringify(event)).not.toContain('Client x');
  });
});

describe('what a second look at the walls found', () => {
  it('lets nobody become the lead by writing since when they are there', async () => {
    const { y } = tenants();
    const later = await createPerson(undefined, 'later.advisor', 'advisor');
    await asActor(y.advisor, (tx) =>
      tx.execute(sql`insert into members (engagement_id, user_id, role, added_by, added_at)
        values (${y.engagementId}, ${later.userId}, 'advisor', ${y.advisor.userId}, '1970-01-01')`),
    );
    await asActor(later, (tx) =>
      tx.execute(sql`update members set added_at = '1970-01-01' where user_id = ${later.userId}`),
    );
    const leads = (actor: Actor) =>
      asActor(
        actor,
        async (tx) =>
          (await tx.execute<{ leads: boolean }>(sql`select app_leads(${y.engagementId}) as leads`))[0]?.leads,
      );
    expect(await leads(later)).toBe(false);
    expect(await leads(y.advisor)).toBe(true);
  });

  it('tells the members who archived and reopened it, and forgets a wish to erase it when it is open again', async () => {
    const { y } = tenants();
    const later = await createPerson(undefined, 'reopening.advisor', 'advisor');
    await asActor(y.advisor, (tx) =>
      tx.execute(sql`insert into members (engagement_id, user_id, role, added_by)
        values (${y.engagementId}, ${later.userId}, 'advisor', ${y.advisor.userId})`),
    );
    await asActor(administrator, (tx) => archive(tx, administrator, y.engagementId));
    await asActor(administrator, (tx) => requestErasure(tx, administrator, y.engagementId));
    await asActor(later, (tx) => unarchive(tx, later, y.engagementId));
    expect(await asActor(administrator, (tx) => tx.select().from(erasureRequests))).toEqual([]);
    const kinds = await asActor(y.observer, (tx) =>
      tx
        .select({ kind: activity.kind })
        .from(activity)
        .where(eq(activity.subject, y.engagementId))
        .orderBy(activity.number),
    );
    expect(kinds.map(({ kind }) => kind).slice(-4)).toEqual([
      'engagement.archived',
      'engagement.erasure-requested',
      'engagement.reopened',
      'engagement.erasure-refused',
    ]);
  });

  it('ends the memberships of an advisor whom the firm lets go, but never the last one', async () => {
    const { y } = tenants();
    const leaving = await createPerson(undefined, 'leaving.advisor', 'advisor');
    await asActor(y.advisor, (tx) =>
      tx.execute(sql`insert into members (engagement_id, user_id, role, added_by)
        values (${y.engagementId}, ${leaving.userId}, 'advisor', ${y.advisor.userId})`),
    );
    const letGo = (userId: string) =>
      detailOf(asActor(administrator, (tx) => removePortalRole(tx, administrator, { userId, role: 'advisor' })));
    expect(await letGo(leaving.userId)).toBeNull();
    expect(await asActor(leaving, (tx) => tx.select().from(engagements))).toEqual([]);
    const alone = await createPerson(undefined, 'alone.advisor', 'advisor');
    await asActor(alone, (tx) => createFromModel(tx, alone, { client: 'Alone', model: y.model }));
    expect(await letGo(alone.userId)).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('at least one advisor'),
    });
    expect(await asActor(alone, (tx) => tx.select().from(engagements))).toHaveLength(1);
  });

  it('keeps evidence on the threshold behind its walls, whoever writes it', async () => {
    const { y } = tenants();
    const addAs = (actor: Actor) =>
      detailOf(
        asActor(actor, (tx) =>
          tx.execute(sql`insert into evidence (id, engagement_id, subject_kind, subject_id, kind, title, added_by)
            values (gen_random_uuid(), ${y.engagementId}, 'threshold', ${y.engagementId}, 'note', 'Why 7.5', ${actor.userId})`),
        ),
      );
    expect(await addAs(y.contributor)).not.toBeNull();
    await addAs(y.executive);
    expect(
      await asActor(y.observer, (tx) => tx.execute(sql`select id from evidence where subject_kind = 'threshold'`)),
    ).toHaveLength(0);
  });

  it('lets nobody write an alarm of the portal’s own, or date an event', async () => {
    const write = (kind: string, at: string) =>
      detailOf(
        asActor(x.observer, (tx) =>
          tx.execute(
            sql`insert into security_events (kind, actor_id, at) values (${kind}, ${x.observer.userId}, ${at}::timestamptz)`,
          ),
        ),
      );
    expect(await write('trail.broken', 'now')).not.toBeNull();
    expect(await write('engagement.erased', 'now')).not.toBeNull();
    expect(await write('signed-out', '1999-01-01')).not.toBeNull();
  });
});

describe('the nightly walk along the trails', () => {
  it('tells administrators which trail is broken, and mails them that there is something to see', async () => {
    const { y } = tenants();
    await verifyEveryTrail();
    const alarms = () =>
      asActor(administrator, async (tx) => (await securityEventsPage(tx, { events: 'trail' })).events);
    expect(await alarms()).toEqual([]);
    await asOwner(async (owner) => {
      await owner`alter table activity disable trigger only_added_to`;
      await owner`update activity set kind = 'line.removed' where engagement_id = ${y.engagementId} and number = 1000000`;
      await owner`alter table activity enable trigger only_added_to`;
    });
    await verifyEveryTrail();
    expect(await alarms()).toMatchObject([{ alarm: true, detail: expect.stringContaining('entry: 1000000') }]);
    const mails = await asJob((tx) =>
      tx.execute<{ recipient: string; subject: string }>(
        sql`select recipient, subject from mails where subject like 'Alarm%'`,
      ),
    );
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
      'administrator@tenants.example',
      'second.administrator@tenants.example',
    ]);
    expect(
      await asActor(y.advisor, async (tx) => (await securityEventsPage(tx, {})).events.filter(({ alarm }) => alarm)),
    ).toEqual([]);
  });
});
