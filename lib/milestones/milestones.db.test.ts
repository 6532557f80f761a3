import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { asActor } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { engagements } from '@/db/schema/engagements';
import { milestones } from '@/db/schema/milestones';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { openMail } from '@/lib/mail/seal';
import { changeDates } from '@/lib/milestones/dates';
import {
  addMilestone,
  changeMilestone,
  finishMilestone,
  layOutMilestones,
  moveMilestone,
} from '@/lib/milestones/mutations';
import { milestonesOf } from '@/lib/milestones/queries';
import { remindOwners } from '@/lib/milestones/remind';
import type { NewMilestone } from '@/lib/milestones/schema';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
  Object.assign(process.env, { AUTH_SECRET: inject('secret'), AUTH_URL: 'http://localhost:3000' });
});

const advising = { role: 'advisor', negotiator: false } as const;
const contributing = { role: 'contributor', negotiator: false } as const;
const today = '2026-11-25';

const add = (facts: Partial<NewMilestone> = {}) =>
  asActor(x.advisor, (tx) =>
    addMilestone(tx, advising, {
      engagementId: x.engagementId,
      label: 'A milestone',
      dueOn: '2027-03-15',
      ownerId: null,
      wall: 'engagement',
      ...facts,
    }),
  );
const on = (milestoneId: string, version = 1) => ({ engagementId: x.engagementId, milestoneId, version });
const rowOf = async (id: string) => {
  const [row] = await asActor(x.advisor, (tx) => tx.select().from(milestones).where(eq(milestones.id, id)));
  if (!row) throw new Error('gone');
  return row;
};
const seenBy = (person: Actor) => asActor(person, (tx) => milestonesOf(tx, x.engagementId));
const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );

describe('milestones', () => {
  it('are laid out from the template once, the ones of leadership for leadership’s eyes', async () => {
    const lay = () => asActor(x.advisor, (tx) => layOutMilestones(tx, advising, x.engagementId));
    // The tenant has “Pilot” and “Leadership’s first reading” already: 12 − 2.
    expect(await lay()).toBe(10);
    expect(await lay()).toBe(0);
    expect((await seenBy(x.executive)).map(({ label }) => label)).toContain('Threshold approved');
    for (const person of [x.contributor, x.negotiator, x.observer]) {
      expect((await seenBy(person)).some(({ leadershipOnly }) => leadershipOnly)).toBe(false);
    }
    const told = await asActor(x.observer, (tx) =>
      tx.select().from(activity).where(eq(activity.engagementId, x.engagementId)),
    );
    expect(JSON.stringify(told)).not.toMatch(/Threshold approved|first reading/);
  });

  it('move with a reason, and say where they were', async () => {
    const id = await add();
    await asActor(x.contributor, (tx) =>
      moveMilestone(tx, { ...on(id), dueOn: '2027-04-01', reason: 'The works council meets later.' }),
    );
    expect(await rowOf(id)).toMatchObject({ dueOn: '2027-04-01', movedFrom: '2027-03-15', version: 2 });
    const stale = await detailOf(
      asActor(x.advisor, (tx) => moveMilestone(tx, { ...on(id), dueOn: '2027-05-01', reason: 'Again' })),
    );
    expect(stale).toMatchObject({ code: 'stale', current: { version: 2, value: { dueOn: '2027-04-01' } } });
  });

  it('are done with what shows it, on a day that has come, and are then not moved', async () => {
    const id = await add();
    const finish = (doneOn: string) =>
      asActor(x.contributor, (tx) =>
        finishMilestone(tx, x.contributor, today, { ...on(id), doneOn, evidence: 'The report.', evidenceUrl: null }),
      );
    expect(await detailOf(finish('2026-11-26'))).toMatchObject({ field: 'doneOn' });
    await finish(today);
    expect(await rowOf(id)).toMatchObject({ doneOn: today, doneBy: x.contributor.userId, evidence: 'The report.' });
    const moved = asActor(x.advisor, (tx) => moveMilestone(tx, { ...on(id, 2), dueOn: '2027-05-01', reason: 'Why' }));
    expect(await detailOf(moved)).toMatchObject({ code: 'refused' });
  });

  it('are owned by a member, and leadership’s by somebody who may know of it', async () => {
    expect(await detailOf(add({ ownerId: tenants().outsider.userId }))).toMatchObject({ field: 'ownerId' });
    const hidden = { wall: 'threshold' as const };
    expect(await detailOf(add({ ...hidden, ownerId: x.contributor.userId }))).toMatchObject({ field: 'ownerId' });
    const id = await add({ ...hidden, ownerId: x.executive.userId });
    const change = { ...on(id), label: 'Seen', ownerId: null, wall: 'engagement' } as const;
    expect(await detailOf(asActor(x.contributor, (tx) => changeMilestone(tx, contributing, change)))).toMatchObject({
      code: 'not-found',
    });
  });

  it('move with the renewal where they are not done: four months before 31 August instead of 1 July', async () => {
    const [atMonth, atDay, done] = [
      await add({ dueOn: '2027-03-01' }),
      await add({ dueOn: '2027-03-11' }),
      await add(),
    ];
    await asActor(x.advisor, (tx) =>
      finishMilestone(tx, x.advisor, today, { ...on(done), doneOn: today, evidence: 'Done.', evidenceUrl: null }),
    );
    await asActor(x.advisor, async (tx) => {
      const [{ version } = { version: 0 }] = await tx
        .select({ version: engagements.version })
        .from(engagements)
        .where(eq(engagements.id, x.engagementId));
      await changeDates(tx, {
        engagementId: x.engagementId,
        version,
        renewalDate: '2027-08-31',
        noticeOn: '2027-05-31',
      });
    });
    expect((await rowOf(atMonth)).dueOn).toBe('2027-04-30');
    // 1 July to 31 August are 61 days; 11 March and 61 days are 11 May.
    expect((await rowOf(atDay)).dueOn).toBe('2027-05-11');
    expect((await rowOf(done)).dueOn).toBe('2027-03-15');
  });

  it('remind their owners once for all of it, and never by name of what is leadership’s', async () => {
    const mails = () =>
      asOwner(
        (sql) => sql<{ id: string; recipient: string; sealed: string }[]>`
          select id, recipient, sealed from mails order by created_at, recipient`,
      );
    const before = (await mails()).length;
    await add({ label: 'One', dueOn: '2026-12-02', ownerId: x.contributor.userId });
    await add({ label: 'Two', dueOn: '2026-12-02', ownerId: x.contributor.userId });
    await add({ label: 'Three', dueOn: '2026-12-02', ownerId: x.executive.userId, wall: 'threshold' });
    const day = { since: '2026-11-24', today };
    await asActor(x.advisor, (tx) => remindOwners(tx, x.engagementId, day));
    const sent = (await mails()).slice(before);
    const told = sent.map(({ id, recipient, sealed }) => [recipient, openMail(id, sealed, inject('secret'))?.body]);
    expect(Object.fromEntries(told)).toEqual({
      'x.contributor@tenants.example': '“One” is due in 7 days, 2 Dec 2026.\n\n“Two” is due in 7 days, 2 Dec 2026.',
      'x.executive@tenants.example': 'A milestone that is named in the portal only is due in 7 days, 2 Dec 2026.',
    });
    await asActor(x.advisor, (tx) => remindOwners(tx, x.engagementId, { since: today, today }));
    expect((await mails()).length).toBe(before + 2);
  });
});
