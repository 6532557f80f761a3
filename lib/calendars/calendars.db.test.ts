import { beforeAll, describe, expect, inject, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { makeCalendarAddress, revokeCalendarAddress } from '@/lib/calendars/mutations';
import { calendarSince, daysBehind } from '@/lib/calendars/queries';
import { addMilestone } from '@/lib/milestones/mutations';

let x: Tenant;
beforeAll(() => {
  x = tenants().x;
  Object.assign(process.env, { AUTH_SECRET: inject('secret'), AUTH_URL: 'http://localhost:3000' });
});

const addressOf = async (person: Actor) => {
  const address = await asActor(person, (tx) => makeCalendarAddress(tx, person));
  return /\/api\/calendar\/([0-9a-f]{64})\.ics$/.exec(address)?.[1] ?? '';
};

describe('a calendar’s address', () => {
  it('opens the days of its owner’s engagements, without anything of leadership’s', async () => {
    const days = await daysBehind(await addressOf(x.executive));
    const titles = days?.map(({ title }) => title) ?? [];
    expect(titles).toEqual(expect.arrayContaining(['Client x: Renewal', 'Client x: Pilot']));
    expect(titles.join()).not.toMatch(/Client y|reading|threshold/i);
  });

  it('holds no figure, whatever a milestone is called', async () => {
    await asActor(x.advisor, (tx) =>
      addMilestone(
        tx,
        { role: 'advisor', negotiator: false },
        {
          engagementId: x.engagementId,
          label: 'Offer below 16,000,000',
          dueOn: '2027-03-01',
          ownerId: null,
          wall: 'engagement',
        },
      ),
    );
    const titles = (await daysBehind(await addressOf(x.advisor)))?.map(({ title }) => title);
    expect(titles).toContain('Client x: A milestone that is named in the portal only');
    expect(titles?.join()).not.toMatch(/16/);
  });

  it('is kept as a hash alone, and one that is made anew closes the one before', async () => {
    const first = await addressOf(x.observer);
    const second = await addressOf(x.observer);
    const kept = await asOwner((sql) => sql`select * from calendar_feeds`);
    expect(JSON.stringify(kept)).not.toContain(second);
    expect([await daysBehind(first), (await daysBehind(second)) !== null]).toEqual([null, true]);
  });

  it('is taken back, and then is like one that never was', async () => {
    const token = await addressOf(x.contributor);
    expect(await asActor(x.contributor, (tx) => calendarSince(tx, x.contributor))).not.toBeNull();
    await asActor(x.contributor, (tx) => revokeCalendarAddress(tx, x.contributor));
    expect(await daysBehind(token)).toBeNull();
    expect(await asActor(x.contributor, (tx) => calendarSince(tx, x.contributor))).toBeNull();
  });

  it('shows nothing of an engagement its owner has left, or that is over', async () => {
    const token = await addressOf(x.negotiator);
    await asOwner(
      (sql) => sql`insert into archives (engagement_id, archived_by) values (${x.engagementId}, ${x.advisor.userId})`,
    );
    expect(await daysBehind(token)).toEqual([]);
    await asOwner((sql) => sql`delete from archives`);
    expect((await daysBehind(token))?.length).toBeGreaterThan(0);
    await asOwner((sql) => sql`delete from members where user_id = ${x.negotiator.userId}`);
    expect(await daysBehind(token)).toEqual([]);
  });
});
