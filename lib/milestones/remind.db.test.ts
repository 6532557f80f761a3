import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import type { Actor } from '@/lib/access/permissions';
import { addMilestone } from '@/lib/milestones/mutations';
import { remindOwners } from '@/lib/milestones/remind';
import { openBoardroom, propose } from '@/lib/thresholds/testing/boardroom';

Object.assign(process.env, { AUTH_SECRET: inject('secret'), AUTH_URL: 'http://localhost:3000' });

it('owners who know that a deal has ended hear no more of its milestones; others hear what they heard before', async () => {
  const room = await openBoardroom();
  const { engagementId } = room;
  const add = (owner: Actor) =>
    asActor(room.advisor, (tx) =>
      addMilestone(
        tx,
        { role: 'advisor', negotiator: false },
        { engagementId, label: 'Pilot', dueOn: '2026-12-02', ownerId: owner.userId, wall: 'engagement' },
      ),
    );
  for (const owner of [room.cio, room.contributor]) await add(owner);
  const told = async () => {
    const before = await mails();
    await asActor(room.advisor, (tx) => remindOwners(tx, engagementId, { since: '2026-11-24', today: '2026-11-25' }));
    return (await mails()) - before;
  };
  const mails = async () => {
    const [row] = await asOwner((sql) => sql<{ count: number }[]>`select count(*)::int as count from mails`);
    return row?.count ?? 0;
  };
  const threshold = await propose(room);
  expect(await told()).toBe(2);
  await asOwner(async (sql) => {
    const id = randomUUID();
    await sql`insert into decisions (id, engagement_id, kind, offer_id, above_line, quorum, snapshot_hash, made_by)
      select ${id}, ${engagementId}, 'leave', id, false, 1, ${threshold.snapshotHash}, ${room.cfo.userId}
      from offers where engagement_id = ${engagementId}`;
    await sql`insert into decision_voices (engagement_id, decision_id, user_id, step_up_id)
      values (${engagementId}, ${id}, ${room.cfo.userId}, ${randomUUID()})`;
  });
  expect(await told()).toBe(1);
});
