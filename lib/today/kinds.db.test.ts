import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { acknowledgeBrief, newestBrief, writeBrief } from '@/lib/posture/brief';
import { recordRecovery } from '@/lib/posture/logs';
import { todayOf } from '@/lib/today/queries';
import type { Due } from '@/lib/today/view';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:3000' });

/** Everybody there is: the people of both deals, an administrator, and an advisor who is in neither. */
function everybody(): [string, Actor][] {
  const { x, y, administrator, outsider } = tenants();
  const of = (name: string, tenant: typeof x): [string, Actor][] => [
    [`${name}.advisor`, tenant.advisor],
    [`${name}.executive`, tenant.executive],
    [`${name}.secondExecutive`, tenant.secondExecutive],
    [`${name}.contributor`, tenant.contributor],
    [`${name}.negotiator`, tenant.negotiator],
    [`${name}.observer`, tenant.observer],
  ];
  return [...of('x', x), ...of('y', y), ['administrator', administrator], ['outsider', outsider]];
}

const dueFrom = async (actor: Actor): Promise<Due[]> =>
  (await asActor(actor, (tx) => todayOf(tx, actor))).flatMap(({ due }) => due);

/** Who is told of one thing. */
async function toldOf(is: (due: Due) => boolean): Promise<string[]> {
  const told = await Promise.all(everybody().map(async ([name, actor]) => ({ name, due: await dueFrom(actor) })));
  return told.filter(({ due }) => due.some(is)).map(({ name }) => name);
}

const keyed = (key: string) => (due: Due) => due.key === key;
const here = (kind: Due['kind']) => (due: Due) => due.kind === kind && due.href.includes(tenants().x.engagementId);
const write = asOwner;
const day = (fromNow: number) => new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);

/** A line of x that is somebody's, without a range and without evidence. */
async function addLine(owner: Actor | null, label = 'Training'): Promise<string> {
  const { x } = tenants();
  const id = randomUUID();
  await write(
    (sql) => sql`
      insert into lines (id, engagement_id, alternative_id, key, label, category, part, kind, position, quantity, low, likely, high, start_month, end_month, owner_id, changed_by, material_by)
      select ${id}, ${x.engagementId}, id, ${id}, ${label}, 'retraining', 'switching', 'one-time', 100, 1, 5, 5, 5, 0, 1, ${owner?.userId ?? null}, ${x.advisor.userId}, ${x.advisor.userId}
      from alternatives where engagement_id = ${x.engagementId} and key = 'rival'`,
  );
  return id;
}

const attach = (kind: string, id: string) =>
  write(
    (sql) => sql`insert into evidence (engagement_id, subject_kind, subject_id, kind, title, added_by)
      values (${tenants().x.engagementId}, ${kind}, ${id}, 'note', 'As measured', ${tenants().x.advisor.userId})`,
  );

describe('told to whom it is due from, to nobody else, and no longer once it is done', () => {
  it('a milestone: to its owner; to the lead where it is nobody’s', async () => {
    const { x } = tenants();
    const id = randomUUID();
    await write(
      (sql) => sql`insert into milestones (id, engagement_id, label, due_on, wall, owner_id)
        values (${id}, ${x.engagementId}, 'Count the seats', ${day(3)}, 'engagement', ${x.contributor.userId})`,
    );
    expect(await toldOf(keyed(id))).toEqual(['x.contributor']);
    await write((sql) => sql`update milestones set owner_id = null where id = ${id}`);
    expect(await toldOf(keyed(id))).toEqual(['x.advisor']);
    await write(
      (sql) =>
        sql`update milestones set done_on = ${day(0)}, done_by = ${x.advisor.userId}, evidence = 'Counted' where id = ${id}`,
    );
    expect(await toldOf(keyed(id))).toEqual([]);
  });

  it('a step of the chosen plan: to its owner, until its planned end has passed', async () => {
    const { x } = tenants();
    const [step] = await write(
      (sql) => sql<{ id: string }[]>`update plan_steps set owner_id = ${x.contributor.userId}
        where engagement_id = ${x.engagementId} returning id`,
    );
    const renewal = (date: string) =>
      write((sql) => sql`update engagements set renewal_date = ${date} where id = ${x.engagementId}`);
    await renewal(day(30));
    expect(await toldOf(keyed(step?.id ?? ''))).toEqual(['x.contributor']);
    await renewal(day(-1));
    expect(await toldOf(keyed(step?.id ?? ''))).toEqual([]);
    await renewal('2027-07-01');
  });

  it('a line: to its owner, until it has a range and evidence', async () => {
    const id = await addLine(tenants().x.contributor);
    expect(await toldOf(keyed(id))).toEqual(['x.contributor']);
    const [due] = (await dueFrom(tenants().x.contributor)).filter(keyed(id));
    expect(due?.what).toBe('Training: no range and no evidence yet');
    await write((sql) => sql`update lines set low = 4, high = 9 where id = ${id}`);
    expect((await dueFrom(tenants().x.contributor)).find(keyed(id))?.what).toBe('Training: no evidence yet');
    await attach('line', id);
    expect(await toldOf(keyed(id))).toEqual([]);
    await write((sql) => sql`delete from lines where id = ${id}`);
  });

  it('a review: to those who may give one and did not change the line last', async () => {
    const { x } = tenants();
    const id = await addLine(null, 'Aaa waits for a review');
    await write((sql) => sql`update lines set position = -1 where id = ${id}`);
    const waits = (due: Due) => due.kind === 'review' && due.href.endsWith(`line=${id}`);
    expect(await toldOf(waits)).toEqual(['x.executive', 'x.secondExecutive', 'x.contributor', 'x.negotiator']);
    await write(
      (sql) => sql`insert into reviews (engagement_id, line_id, material_version, reviewed_by)
        select engagement_id, id, material_version, ${x.executive.userId} from lines where id = ${id}`,
    );
    expect(await toldOf(waits)).toEqual([]);
    await write((sql) => sql`delete from lines where id = ${id}`);
  });

  it('a claim without a verdict or evidence: to the lead', async () => {
    const { x } = tenants();
    expect(await toldOf(here('claim'))).toEqual(['x.advisor']);
    const [due] = (await dueFrom(x.advisor)).filter(here('claim'));
    expect(due?.what).toBe('A claim has no verdict or no evidence yet: Account executive said it on 1 Oct 2026');
    await write((sql) => sql`update claims set verdict = 'partly' where engagement_id = ${x.engagementId}`);
    const ids = await write(
      (sql) => sql<{ id: string }[]>`select id from claims where engagement_id = ${x.engagementId}`,
    );
    for (const { id } of ids) await attach('claim', id);
    expect(await toldOf(here('claim'))).toEqual([]);
  });

  it('the negotiators’ brief: to each negotiator who has not acknowledged its newest version', async () => {
    const { x } = tenants();
    expect(await toldOf(here('brief'))).toEqual([]);
    const before = await asActor(x.advisor, (tx) => newestBrief(tx, x.engagementId));
    await asActor(x.advisor, (tx) =>
      writeBrief(tx, x.advisor, x.engagementId, {
        upon: before?.number ?? 0,
        say: 'The preparation goes on.',
        neverSay: 'A number, or a day.',
        speakers: 'The CIO.',
      }),
    );
    expect(await toldOf(here('brief'))).toEqual(['x.negotiator']);
    await write(
      (sql) =>
        sql`update members set negotiator = true where engagement_id = ${x.engagementId} and user_id in ${sql([x.advisor.userId, x.executive.userId])}`,
    );
    expect(await toldOf(here('brief'))).toEqual(['x.advisor', 'x.executive', 'x.negotiator']);
    for (const who of [x.advisor, x.executive, x.negotiator]) {
      await asActor(who, async (tx) => {
        const brief = await newestBrief(tx, x.engagementId);
        await acknowledgeBrief(tx, who, { engagementId: x.engagementId, briefId: brief?.id ?? '' });
      });
    }
    expect(await toldOf(here('brief'))).toEqual([]);
    await write(
      (sql) =>
        sql`update members set negotiator = false where engagement_id = ${x.engagementId} and user_id in ${sql([x.advisor.userId, x.executive.userId])}`,
    );
  });

  it('a summary for Microsoft: to the executives, until one of them has approved the newest', async () => {
    const { x } = tenants();
    expect(await toldOf(here('summary'))).toEqual([]);
    const [drafted] = await write(
      (sql) => sql<{ id: string }[]>`insert into summaries (engagement_id, number, content, sha256, drafted_by)
        values (${x.engagementId}, 99, 'new', encode(sha256('new'), 'hex'), ${x.advisor.userId}) returning id`,
    );
    expect(await toldOf(keyed(drafted?.id ?? ''))).toEqual(['x.executive', 'x.secondExecutive']);
    await write(
      (sql) => sql`insert into summary_approvals (engagement_id, summary_id, sha256, approved_by)
        select engagement_id, id, sha256, ${x.executive.userId} from summaries where id = ${drafted?.id ?? ''}`,
    );
    expect(await toldOf(here('summary'))).toEqual([]);
  });

  it('a walk that was spoken too early: to the lead, until it is taken back', async () => {
    const { x } = tenants();
    const id = randomUUID();
    await write(
      (sql) => sql`insert into contacts (id, engagement_id, held_on, with_whom, walk, below_credible, logged_by)
        values (${id}, ${x.engagementId}, '2026-03-01', 'Account executive', 'spoken', true, ${x.advisor.userId})`,
    );
    expect(await toldOf(keyed(id))).toEqual(['x.advisor']);
    const what = 'Told them that nothing is decided.';
    await asActor(x.advisor, (tx) =>
      recordRecovery(tx, x.advisor, { engagementId: x.engagementId, contactId: id, recoveredOn: '2026-03-02', what }),
    );
    expect(await toldOf(keyed(id))).toEqual([]);
  });

  it('an end above the line that somebody has begun: to the other approvers, until they have said so too', async () => {
    const { x } = tenants();
    const id = randomUUID();
    await write(
      (
        sql,
      ) => sql`insert into decisions (id, engagement_id, kind, offer_id, reason, threshold_id, above_line, quorum, snapshot_hash, made_by)
        select ${id}, ${x.engagementId}, 'sign', (select id from offers where engagement_id = ${x.engagementId} order by number desc limit 1),
          'The board wants it.', id, true, 3, snapshot_hash, ${x.executive.userId} from thresholds where id = ${x.threshold.id}`,
    );
    const say = (who: Actor) =>
      write(
        (sql) => sql`insert into decision_voices (engagement_id, decision_id, user_id, step_up_id)
          values (${x.engagementId}, ${id}, ${who.userId}, ${randomUUID()})`,
      );
    await say(x.executive);
    expect(await toldOf(keyed(id))).toEqual(['x.secondExecutive']);
    expect((await dueFrom(x.secondExecutive)).find(keyed(id))?.href).toBe(`/engagements/${x.engagementId}/threshold`);
    await say(x.secondExecutive);
    expect(await toldOf(keyed(id))).toEqual([]);
  });

  it('the wish to erase what is in the archive: to its lead, until it has run out; nothing else is due there', async () => {
    const { y, administrator } = tenants();
    const id = randomUUID();
    const line = (due: Due) => due.href.includes(y.engagementId) && due.kind !== 'erasure';
    expect(await toldOf(line)).not.toEqual([]);
    await write(async (sql) => {
      await sql`insert into archives (engagement_id, archived_by) values (${y.engagementId}, ${y.advisor.userId})`;
      await sql`insert into erasure_requests (id, engagement_id, requested_by, expires_at)
        values (${id}, ${y.engagementId}, ${administrator.userId}, now() + interval '13 days')`;
    });
    expect(await toldOf(keyed(id))).toEqual(['y.advisor']);
    expect(await toldOf(line)).toEqual([]);
    await write((sql) => sql`update erasure_requests set expires_at = now() - interval '1 minute' where id = ${id}`);
    expect(await toldOf(keyed(id))).toEqual([]);
    await write(async (sql) => {
      await sql`delete from erasure_requests where id = ${id}`;
      await sql`delete from archives where engagement_id = ${y.engagementId}`;
    });
  });

  it('a request for the worksheet: to every advisor of the firm, then to whose it is, until it is decided', async () => {
    const { x } = tenants();
    const id = randomUUID();
    await write(
      (sql) =>
        sql`insert into requests (id, name, email, company, job_title, agreement, renewal_month, seats, hope, consent_version, consent_text, fingerprint, state, created_at)
        values (${id}, 'Ada', 'ada@new.example', 'New & Co', 'CFO', 'ea', '2031-06', '250-999', '', '1', 'Yes', ${id}, 'new', '2020-01-01')`,
    );
    expect(await toldOf(keyed(id))).toEqual(['x.advisor', 'y.advisor', 'outsider']);
    await write((sql) => sql`update requests set assigned_to = ${x.advisor.userId} where id = ${id}`);
    expect(await toldOf(keyed(id))).toEqual(['x.advisor']);
    await write((sql) => sql`delete from requests where id = ${id}`);
    expect(await toldOf(keyed(id))).toEqual([]);
  });
});

describe('a list that is cut', () => {
  it('says how many more there are, and leads to the first of them: 11 lines are 8 and “and 3 more”', async () => {
    const { negotiator } = tenants().x;
    const ids: string[] = [];
    for (let index = 0; index < 11; index++)
      ids.push(await addLine(negotiator, `Line ${String(index).padStart(2, '0')}`));
    const told = (await dueFrom(negotiator)).filter(({ kind }) => kind === 'line');
    expect(told).toHaveLength(9);
    expect(told.at(-1)).toMatchObject({ what: 'and 3 more', more: 3 });
    expect(told.slice(0, -1).every(({ key }) => told.at(-1)?.key !== key)).toBe(true);
    expect(told.at(-1)?.href).toContain(`line=${told.at(-1)?.key}`);
    await write((sql) => sql`delete from lines where id in ${sql(ids)}`);
    expect((await dueFrom(negotiator)).filter(({ kind }) => kind === 'line')).toEqual([]);
  });
});
