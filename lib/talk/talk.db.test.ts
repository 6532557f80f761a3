import { and, desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { lines } from '@/db/schema/lines';
import { attempt } from '@/db/testing/attempt';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor, MemberRole } from '@/lib/access/permissions';
import { DomainError } from '@/lib/server/errors';
import { settleThread, withdrawComment, writeComment } from '@/lib/talk/mutations';
import { placeOf, talkOf } from '@/lib/talk/queries';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000' });

let x: Tenant;
let subject: { kind: 'line'; id: string };
beforeAll(async () => {
  x = tenants().x;
  const [line] = await asActor(x.advisor, (tx) =>
    tx.select({ id: lines.id }).from(lines).where(eq(lines.key, 'seats')),
  );
  subject = { kind: 'line', id: line?.id ?? '' };
});

const threshold = () => ({ kind: 'threshold', id: x.engagementId }) as const;
const named = (actor: Actor, name: string) => ({ ...actor, name });
const say = (
  actor: Actor,
  body: string,
  about: typeof subject | ReturnType<typeof threshold> = subject,
  threadId: string | null = null,
) =>
  asActor(actor, (tx) =>
    writeComment(tx, named(actor, 'Somebody'), { engagementId: x.engagementId, subject: about, threadId, body }),
  );
const heard = async (actor: Actor, role: MemberRole, kind: 'line' | 'threshold' = 'line') => {
  const talk = await asActor(actor, (tx) =>
    talkOf(tx, actor, { role, negotiator: false }, { engagementId: x.engagementId, kind }),
  );
  return { ...talk, here: talk.threads[kind === 'line' ? subject.id : x.engagementId] ?? [] };
};
const codeOf = (attempted: Promise<unknown>) =>
  attempted.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail.code : String(error)),
  );
const mailsTo = (person: string) =>
  asOwner(
    (sql) => sql<{ subject: string }[]>`select subject from mails where recipient = ${`${person}@tenants.example`}`,
  );

describe('a thread about a line', () => {
  it('is heard by everybody of the engagement, answered, settled, reopened, and by nobody settled twice', async () => {
    const threadId = await say(x.contributor, 'Is this with the archive?');
    await say(x.executive, 'It is.', subject, threadId);
    const thread = async () => (await heard(x.observer, 'observer')).here.find(({ id }) => id === threadId);
    expect((await thread())?.comments.map(({ body }) => body)).toEqual(['Is this with the archive?', 'It is.']);
    const settle = (actor: Actor, resolved: boolean) =>
      asActor(actor, (tx) => settleThread(tx, named(actor, 'S'), { engagementId: x.engagementId, threadId, resolved }));
    await settle(x.advisor, true);
    expect((await thread())?.resolved).toMatchObject({ by: 'x.advisor' });
    expect(await codeOf(settle(x.contributor, true))).toBe('stale');
    await settle(x.contributor, false);
    expect((await thread())?.resolved).toBeNull();
  });

  it('is written in by no observer, at the database', async () => {
    const outcome = await attempt(
      x.observer,
      (sql) => sql`
        insert into comments (id, engagement_id, subject_kind, subject_id, thread_id, body, written_by)
        select i, ${x.engagementId}, 'line', ${subject.id}, i, 'Hello', ${x.observer.userId} from gen_random_uuid() i returning 1`,
    );
    expect(outcome).toEqual({ refused: true });
  });

  it('loses the words of whoever takes them back, and nobody else’s; the trail never had them', async () => {
    const commentId = await say(x.contributor, 'The password is 1234.');
    const withdraw = (actor: Actor) =>
      asActor(actor, (tx) => withdrawComment(tx, named(actor, 'W'), { engagementId: x.engagementId, commentId }));
    expect(await codeOf(withdraw(x.advisor))).toBe('not-found');
    await withdraw(x.contributor);
    expect(await codeOf(withdraw(x.contributor))).toBe('not-found');
    const thread = (await heard(x.observer, 'observer')).here.find(({ id }) => id === commentId);
    expect(thread?.comments).toMatchObject([{ body: null, by: 'x.contributor' }]);
    const kept = await asOwner(
      (sql) => sql`
        select from activity where (before::text || after::text) like '%password%'
        union all select from comments where body like '%password%'`,
    );
    expect(kept).toHaveLength(0);
  });

  it('names a colleague, who is told by mail that they were, and nothing else; not oneself, nor a stranger', async () => {
    const before = (await mailsTo('x.contributor')).length;
    await say(x.executive, 'The figure is 3 million, @x.contributor, @x.executive and @y.advisor?');
    expect((await mailsTo('x.contributor')).length).toBe(before + 1);
    expect((await mailsTo('x.contributor')).at(-1)).toEqual({ subject: 'Somebody mentioned you on Walk Position' });
    expect(await mailsTo('x.executive')).toEqual([]);
    expect(await mailsTo('y.advisor')).toEqual([]);
  });
});

describe('a thread about the threshold', () => {
  it('is there for advisors and executives, and for nobody else in any way', async () => {
    const commentId = await say(x.executive, 'Is this where we would go?', threshold());
    for (const [actor, role] of [
      [x.advisor, 'advisor'],
      [x.secondExecutive, 'executive'],
    ] as const) {
      expect((await heard(actor, role, 'threshold')).here.map(({ id }) => id)).toContain(commentId);
      expect(await asActor(actor, (tx) => placeOf(tx, x.engagementId, commentId))).toBe('/threshold#talk');
    }
    for (const actor of [x.contributor, x.negotiator, x.observer, tenants().y.advisor, tenants().administrator]) {
      expect((await heard(actor, 'contributor', 'threshold')).here).toEqual([]);
      expect(await asActor(actor, (tx) => placeOf(tx, x.engagementId, commentId))).toBeNull();
      const settle = asActor(actor, (tx) =>
        settleThread(tx, named(actor, 'S'), { engagementId: x.engagementId, threadId: commentId, resolved: true }),
      );
      expect(await codeOf(settle)).toBe('not-found');
      const trail = await asActor(actor, (tx) =>
        tx
          .select({ subject: activity.subject })
          .from(activity)
          .where(and(eq(activity.kind, 'comment.written'), eq(activity.subject, x.engagementId)))
          .orderBy(desc(activity.number)),
      );
      expect(trail).toEqual([]);
    }
  });

  it('is not joined by whoever may not hear it, at the database, nor from a thread about a line', async () => {
    const threadId = await say(x.executive, 'Between us.', threshold());
    const joining = (kind: string, subjectId: string) =>
      attempt(
        x.contributor,
        (sql) => sql`
          insert into comments (engagement_id, subject_kind, subject_id, thread_id, body, written_by)
          values (${x.engagementId}, ${kind}, ${subjectId}, ${threadId}, 'Hello', ${x.contributor.userId}) returning 1`,
      );
    expect(await joining('threshold', x.engagementId)).toEqual({ refused: true });
    await expect(joining('line', subject.id)).rejects.toThrow(/comments_thread/);
  });

  it('offers and names only who may hear it: the contributor gets no mail', async () => {
    const { people } = await heard(x.advisor, 'advisor', 'threshold');
    expect(people.map(({ name }) => name).sort()).toEqual(['x.advisor', 'x.executive', 'x.second-executive']);
    const before = await mailsTo('x.negotiator');
    await say(x.advisor, '@x.negotiator should not hear of this, @x.second-executive should.', threshold());
    expect(await mailsTo('x.negotiator')).toEqual(before);
    const mails = await asOwner(
      (sql) => sql`select subject from mails where recipient = 'x.second-executive@tenants.example'`,
    );
    expect(mails).toEqual([{ subject: 'Somebody mentioned you on Walk Position' }]);
  });
});
