import { beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { readings } from '@/db/schema/thresholds';
import { asOwner } from '@/db/testing/owner';
import {
  approve,
  type Boardroom,
  costSwitching,
  mailsTo,
  openBoardroom,
  propose,
  standings,
  thresholdsIn,
  todayIn,
} from '@/lib/thresholds/testing/boardroom';
import { watchThreshold } from '@/lib/thresholds/watch';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4230', DEMO: '1' });

const again = /had decided, or that rests on a decision, has changed/;
let room: Boardroom;

/** In force at 1.7 M, with leaving at some 1.55 M and an offer of some 1.95 M: the line reads “walk”. */
beforeEach(async () => {
  room = await openBoardroom();
  const threshold = await propose(room, { amount: 1_700_000 });
  for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
});

const look = (day = todayIn) => asActor(room.advisor, (tx) => watchThreshold(tx, room.advisor, room.engagementId, day));
const told = async () =>
  Promise.all(
    [room.advisor, room.cfo, room.cio, room.contributor].map(
      async (who) => (await mailsTo(who)).filter((body) => again.test(body ?? '')).length,
    ),
  );

describe('the watch over a threshold', () => {
  it('tells the lead and the approvers once that it is stale, in words only in the portal', async () => {
    await look();
    expect(await told()).toEqual([0, 0, 0, 0]);
    await costSwitching(room, 500_000);
    await look();
    await look();
    expect(await told()).toEqual([1, 1, 1, 0]);
    const [threshold] = await thresholdsIn(room);
    expect(threshold?.moves.map(({ kind }) => kind)).toEqual(['proposed', 'stale']);
    expect(threshold?.moves.at(-1)?.note).toMatch(/^the alternative rose 1\d\.\d %, tolerance 5 %$/);
  });

  it('notes that it stands again, and tells anew when it is stale anew', async () => {
    await costSwitching(room, 500_000);
    await look();
    await costSwitching(room, 300_000);
    await look();
    expect(await standings(room)).toEqual(['approved']);
    await costSwitching(room, 500_000);
    await look();
    const [threshold] = await thresholdsIn(room);
    expect(threshold?.moves.map(({ kind }) => kind)).toEqual(['proposed', 'stale', 'restored', 'stale']);
    expect(await told()).toEqual([2, 2, 2, 0]);
  });

  it('sees the day pass on which it was to end', async () => {
    await look(() => '2027-07-01');
    expect((await thresholdsIn(room))[0]?.moves.at(-1)).toMatchObject({ kind: 'stale', note: 'its date has passed' });
  });

  it('tells those who may know that the reading has turned, once: walk, then press', async () => {
    await look();
    await asOwner(
      (sql) => sql`
        update lines set low = 52000, likely = 52000, high = 52000 where engagement_id = ${room.engagementId} and offer_id is not null`,
    );
    await look();
    await look();
    const kept = await asActor(room.cfo, (tx) => tx.select({ verdict: readings.verdict }).from(readings));
    expect(kept.map(({ verdict }) => verdict)).toEqual(['walk', 'press']);
    expect(await told()).toEqual([1, 1, 1, 0]);
  });

  it('is asked for once a transaction by what moves figures, and by nothing else', async () => {
    const asked = () =>
      asOwner(async (sql) => {
        const rows = await sql`
          select key from graphile_worker.jobs where task_identifier = 'threshold.watch' and key like ${`% ${room.engagementId}`}`;
        return rows.length;
      });
    expect(await asked()).toBe(1);
    await asOwner((sql) => sql`delete from graphile_worker._private_jobs`);
    await costSwitching(room, 310_000);
    expect(await asked()).toBe(1);
  });

  it('mails nobody an amount, a verdict, or a word that says what it is about', async () => {
    const mails = await asOwner((sql) => sql<{ subject: string }[]>`select subject from mails`);
    expect(mails.length).toBeGreaterThan(0);
    for (const { subject } of mails)
      expect(subject).not.toMatch(/\d|threshold|stale|walk(?! position)|press|revisit|reading/i);
  });
});
