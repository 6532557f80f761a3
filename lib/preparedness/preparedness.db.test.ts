import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { alternatives } from '@/db/schema/alternatives';
import { evidence as evidenceTable } from '@/db/schema/evidence';
import { lines } from '@/db/schema/lines';
import { pillarStates } from '@/db/schema/readiness';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadEngagement } from '@/lib/engagements/queries';
import { addNote } from '@/lib/evidence/mutations';
import { judgeNewDays, judgeOne } from '@/lib/operations/readiness';
import { giveReason, nameOwner, withdrawReason } from '@/lib/preparedness/mutations';
import { loadReadiness } from '@/lib/preparedness/queries';
import { DomainError } from '@/lib/server/errors';
import { todayIn } from '@/lib/server/today';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
});

const today = '2026-11-25';
const seenBy = (person: Actor) =>
  asActor(person, async (tx) => {
    const engagement = await loadEngagement(tx, person, x.engagementId, todayIn);
    if (!engagement) throw new Error('not there');
    return loadReadiness(tx, person, engagement, today);
  });
const states = async (person: Actor) =>
  Object.fromEntries((await seenBy(person)).pillars.map(({ name, state }) => [name, state]));
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );
const alternativeId = async () => {
  const [found] = await asActor(x.advisor, (tx) =>
    tx
      .select({ id: alternatives.id })
      .from(alternatives)
      .where(and(eq(alternatives.engagementId, x.engagementId), eq(alternatives.key, 'rival'))),
  );
  return found?.id ?? '';
};

describe('readiness as one sees it', () => {
  it('is the same level for everybody, and leadership’s pillar real since both executives approved', async () => {
    const [advisor, observer] = [await seenBy(x.advisor), await seenBy(x.observer)];
    expect(advisor.level).toBe('forming');
    expect(observer.level).toBe(advisor.level);
    expect(await states(x.observer)).toEqual(await states(x.advisor));
    expect((await states(x.advisor)).leadership).toBe('real');
  });

  it('tells of leadership’s pillar how it stands, and neither why nor since when, to whoever may not see it', async () => {
    for (const person of [x.contributor, x.negotiator, x.observer]) {
      const view = await seenBy(person);
      expect(view.pillars.find(({ name }) => name === 'leadership')).toEqual({
        name: 'leadership',
        state: 'real',
        criteria: [],
        partly: false,
      });
      expect(view.history.level).toBeNull();
      const told = view.history.pillars.map(({ name }) => name);
      expect(told).not.toContain('leadership');
      expect(told).not.toContain('timeline');
      expect(view.marks.some(({ lane }) => lane === 'leadership')).toBe(false);
      const sent = JSON.stringify(view);
      for (const secret of ['2099-12-31', 'Above this', 'first reading', 'threshold', String(x.threshold.amount)]) {
        expect(sent).not.toContain(secret);
      }
    }
    expect((await seenBy(x.executive)).marks.filter(({ lane }) => lane === 'leadership')).toHaveLength(3);
  });

  it('tells why posture stands as it does to negotiators, and to other contributors not', async () => {
    const reasons = async (person: Actor) =>
      (await seenBy(person)).pillars.find(({ name }) => name === 'posture')?.criteria.length;
    expect([await reasons(x.negotiator), await reasons(x.contributor), await reasons(x.observer)]).toEqual([3, 0, 0]);
  });

  it('tells a contributor of a timeline that is held up by leadership’s milestone that there is a rest of it', async () => {
    await asOwner(
      (sql) =>
        sql`update milestones set due_on = '2026-01-01' where engagement_id = ${x.engagementId} and wall = 'threshold'`,
    );
    await judgeOne(x.engagementId);
    const timeline = (await seenBy(x.contributor)).pillars.find(({ name }) => name === 'timeline');
    expect(timeline?.criteria.find(({ id }) => id === 'T2')).toMatchObject({ met: true });
    const known = (await seenBy(x.advisor)).pillars.find(({ name }) => name === 'timeline');
    expect(known?.criteria.find(({ id }) => id === 'T2')).toMatchObject({ met: false, overdue: true });
    expect(timeline?.state).toBe(known?.state);
  });
});

describe('evidence of a milestone', () => {
  it('is everybody’s to open, but leadership’s milestone’s not, nor is the trail of it', async () => {
    const named = (await seenBy(x.advisor)).milestones;
    const attach = (leadershipOnly: boolean, note: string) => {
      const id = named.find((each) => each.leadershipOnly === leadershipOnly)?.id ?? '';
      const subject = { kind: 'milestone', id } as const;
      return asActor(x.executive, (tx) => addNote(tx, x.executive, { engagementId: x.engagementId, subject, note }));
    };
    await attach(false, 'Seen by all');
    await attach(true, 'Kept by leadership');
    const told = async (person: Actor) => {
      const { evidence } = await seenBy(person);
      const trail = await asActor(person, (tx) => tx.select().from(activity));
      const rows = await asActor(person, (tx) => tx.select().from(evidenceTable));
      return JSON.stringify([evidence, trail, rows]);
    };
    expect(await told(x.observer)).toContain('Seen by all');
    expect(await told(x.observer)).not.toContain('Kept by leadership');
    expect(await told(x.contributor)).not.toContain('Kept by leadership');
    expect(await told(x.advisor)).toContain('Kept by leadership');
  });
});

describe('a reason for a category without a line', () => {
  it('is given by whoever writes lines, met at once, and taken back', async () => {
    const about = { engagementId: x.engagementId, alternativeId: await alternativeId(), category: 'exit' } as const;
    const open = async () =>
      (await seenBy(x.advisor)).pillars.flatMap(({ criteria }) => criteria).find(({ id }) => id === 'S1')?.reason;
    expect(await open()).toContain('exit');
    await asActor(x.contributor, (tx) =>
      giveReason(tx, x.contributor, { ...about, version: 0, reason: 'The contract simply ends.' }),
    );
    expect(await open()).not.toContain('exit');
    const again = { ...about, version: 0, reason: 'Another' };
    expect(await detailOf(asActor(x.advisor, (tx) => giveReason(tx, x.advisor, again)))).toMatchObject({
      code: 'stale',
      current: { version: 1, value: { reason: 'The contract simply ends.' } },
    });
    await asActor(x.advisor, (tx) => withdrawReason(tx, { ...about, version: 1 }));
    expect(await open()).toContain('exit');
  });
});

describe('the owner of a criterion', () => {
  it('is somebody who may know what it is about, and is not replaced unseen', async () => {
    const name = (criterion: 'L3' | 'Q2' | 'S2', ownerId: string | null, before: string | null = null) =>
      detailOf(asActor(x.advisor, (tx) => nameOwner(tx, { engagementId: x.engagementId, criterion, ownerId, before })));
    expect(await name('L3', x.contributor.userId)).toMatchObject({ field: 'ownerId' });
    expect(await name('Q2', x.contributor.userId)).toMatchObject({ field: 'ownerId' });
    expect(await name('Q2', x.negotiator.userId)).toBeNull();
    expect(await name('S2', x.contributor.userId)).toBeNull();
    expect(await name('S2', x.advisor.userId)).toMatchObject({ code: 'stale' });
    expect(await name('S2', null, x.contributor.userId)).toBeNull();
  });
});

describe('how it stands', () => {
  const judged = async () => {
    const [row] = await asActor(x.observer, (tx) =>
      tx.select().from(pillarStates).where(eq(pillarStates.engagementId, x.engagementId)),
    );
    return row;
  };

  it('is judged again when leadership’s ground has moved, by a job that sees nothing itself', async () => {
    await asActor(x.contributor, (tx) =>
      tx
        .update(lines)
        .set({ low: 900_000, likely: 900_000, high: 900_000, changedBy: x.contributor.userId })
        .where(and(eq(lines.engagementId, x.engagementId), eq(lines.key, 'move'))),
    );
    await judgeOne(x.engagementId);
    expect(await judged()).toMatchObject({ leadership: 'forming' });
    expect((await states(x.contributor)).leadership).toBe('forming');
  });

  it('is judged on each new day of the engagement, and once', async () => {
    await asOwner((sql) => sql`update pillar_states set judged_for = judged_for - 3`);
    await judgeNewDays(new AbortController().signal);
    expect((await judged())?.judgedFor).toBe(todayIn('Etc/UTC'));
    const changes = () => asOwner((sql) => sql`select count(*)::int as rows from pillar_changes`);
    const before = await changes();
    await judgeNewDays(new AbortController().signal);
    expect(await changes()).toEqual(before);
  });

  it('is asked for by every change, once for all that happens meanwhile', async () => {
    const [waiting] = await asOwner(
      (sql) => sql<{ jobs: number }[]>`
        select count(*)::int as jobs from graphile_worker.jobs where key = ${`readiness ${x.engagementId}`}`,
    );
    expect(waiting?.jobs).toBe(1);
  });

  it('is not judged by whoever may not see all of it', async () => {
    const tried = asActor(x.contributor, (tx) =>
      tx
        .update(pillarStates)
        .set({ leadership: 'real' })
        .where(eq(pillarStates.engagementId, x.engagementId))
        .returning(),
    );
    expect(await tried).toEqual([]);
  });
});

describe('the days of leadership', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('are told by the client’s clocks: %s', async (timeZone) => {
    const { id, user } = { id: x.engagementId, user: x.executive.userId };
    const [{ at, before } = { at: new Date(), before: '' }] = await asOwner(async (sql) => {
      const [row] = await sql<{ at: Date; before: string }[]>`
        select a.decided_at as at, e.time_zone as before from approvals a join engagements e on e.id = a.engagement_id
        where a.engagement_id = ${id} and a.user_id = ${user} order by a.decided_at desc limit 1`;
      await sql`update engagements set time_zone = ${timeZone} where id = ${id}`;
      return row ? [row] : [];
    });
    const days = (await seenBy(x.advisor)).marks.filter(({ label }) => label === 'Approval').map(({ on }) => on);
    await asOwner((sql) => sql`update engagements set time_zone = ${before} where id = ${id}`);
    expect(days).toContain(at.toLocaleDateString('en-CA', { timeZone }));
  });
});
