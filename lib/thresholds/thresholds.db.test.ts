import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { approvals, snapshots } from '@/db/schema/thresholds';
import { asOwner } from '@/db/testing/owner';
import { mayInEngagement } from '@/lib/access/permissions';
import { removeMember } from '@/lib/people/members';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import {
  approve,
  type Boardroom,
  costSwitching,
  engagementFor,
  give,
  mailsTo,
  openBoardroom,
  propose,
  refusalOf,
  standings,
  subjectsTo,
  today,
  wordOf,
} from '@/lib/thresholds/testing/boardroom';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4230', DEMO: '1' });

let room: Boardroom;
beforeEach(async () => {
  room = await openBoardroom();
});

const wordsOn = (thresholdId: string) =>
  asActor(room.advisor, (tx) => tx.select().from(approvals).where(eq(approvals.thresholdId, thresholdId)));

describe('a decision', () => {
  it('of the quorum brings it into force, and those who know are told once', async () => {
    const threshold = await propose(room);
    await approve(room, room.cfo, threshold);
    expect(await standings(room)).toEqual(['proposed']);
    await approve(room, room.cio, threshold);
    expect(await standings(room)).toEqual(['approved']);
    expect((await engagementFor(room, room.advisor)).threshold).toMatchObject({ id: threshold.id, amount: 1_600_000 });
    expect(await mailsTo(room.advisor)).toEqual([expect.stringContaining('was decided')]);
  });

  it('of two approvers at the same instant counts twice, and the news goes out once', async () => {
    const threshold = await propose(room);
    const words = [await wordOf(room, room.cfo, threshold), await wordOf(room, room.cio, threshold)];
    await Promise.all([give(room.cfo, words[0] as never), give(room.cio, words[1] as never)]);
    expect(await standings(room)).toEqual(['approved']);
    expect(await mailsTo(room.advisor)).toHaveLength(1);
  });

  it('clicked twice, or sent again after a lost connection, counts once', async () => {
    const threshold = await propose(room);
    const word = await wordOf(room, room.cfo, threshold);
    await Promise.all([give(room.cfo, word), give(room.cfo, word), give(room.cfo, word)]);
    await give(room.cfo, word);
    expect(await wordsOn(threshold.id)).toHaveLength(1);
  });

  it('with a proof that is used, forged, another’s, or for another word, is none', async () => {
    const threshold = await propose(room);
    const word = await wordOf(room, room.cfo, threshold);
    const theirs = await wordOf(room, room.cio, threshold);
    const no = await wordOf(room, room.cfo, threshold, { decision: 'decline' });
    const used = await wordOf(room, room.cio, threshold);
    await give(room.cio, used);
    for (const stepUpId of [randomUUID(), theirs.stepUpId, no.stepUpId, used.stepUpId]) {
      expect(await refusalOf(give(room.cfo, { ...word, stepUpId }))).toMatchObject({ code: 'refused' });
    }
    // The same proof for the opposite word, after it was used for the first.
    await give(room.cfo, word);
    expect(await refusalOf(give(room.cfo, { ...no, stepUpId: word.stepUpId }))).toMatchObject({ code: 'refused' });
    expect(await wordsOn(threshold.id)).toHaveLength(2);
  });

  it('is refused where what was read has changed, says by whom and to what, and the proof is not used up', async () => {
    const threshold = await propose(room);
    const word = await wordOf(room, room.cfo, threshold);
    await costSwitching(room, 310_000);
    expect(await refusalOf(give(room.cfo, word))).toMatchObject({
      code: 'stale',
      current: {
        value: {
          changes: expect.arrayContaining([
            expect.objectContaining({
              does: 'changed the line',
              who: room.contributor.name,
              changes: [{ field: 'likely', before: '300,000', after: '310,000' }],
            }),
          ]),
        },
      },
    });
    expect(await wordsOn(threshold.id)).toEqual([]);
    await approve(room, room.cfo, threshold);
    expect(await wordsOn(threshold.id)).toHaveLength(1);
  });

  it('is refused where the amount was changed in another window', async () => {
    const threshold = await propose(room);
    const word = await wordOf(room, room.cfo, threshold);
    await propose(room, { amount: 1_700_000 });
    expect(await refusalOf(give(room.cfo, word))).toMatchObject({
      code: 'stale',
      message: expect.stringContaining('superseded'),
    });
    expect(await standings(room)).toEqual(['proposed', 'superseded']);
  });

  it('of an approver who was removed between page and click is refused', async () => {
    const threshold = await propose(room);
    const word = await wordOf(room, room.cfo, threshold);
    await asActor(room.advisor, (tx) =>
      removeMember(
        tx,
        room.advisor,
        { role: 'advisor', negotiator: false },
        { engagementId: room.engagementId, userId: room.cfo.userId },
      ),
    );
    expect(await refusalOf(give(room.cfo, word))).toMatchObject({ code: 'not-found' });
    expect(await wordsOn(threshold.id)).toEqual([]);
  });

  it('of an advisor, of a contributor or of an executive who is not named is refused, by either gate', async () => {
    const threshold = await propose(room);
    expect(mayInEngagement({ role: 'advisor', negotiator: false }, 'threshold.approve')).toBe(false);
    const attempt = async (who: SignedInPerson) => refusalOf(give(who, await wordOf(room, who, threshold)));
    expect(await attempt(room.advisor)).toMatchObject({ code: 'refused' });
    expect(await attempt(room.contributor)).toMatchObject({ code: 'not-found' });
    expect(await wordsOn(threshold.id)).toEqual([]);
  });

  it('after the day until which it was to stand needs another day', async () => {
    const threshold = await propose(room);
    const late = '2027-07-01';
    expect(await refusalOf(give(room.cfo, await wordOf(room, room.cfo, threshold), late))).toMatchObject({
      field: 'validUntil',
    });
    const again = { ...(await wordOf(room, room.cfo, threshold)), validUntil: '2027-12-31' };
    expect(await refusalOf(give(room.cfo, again, late))).toBeNull();
  });

  it('to decline takes a reason, and everybody involved learns of it', async () => {
    const threshold = await propose(room);
    const silent = await wordOf(room, room.cfo, threshold, { decision: 'decline', note: '' });
    expect(await refusalOf(give(room.cfo, silent))).toMatchObject({ field: 'note' });
    await give(room.cfo, { ...silent, note: 'Too high.' });
    expect(await standings(room)).toEqual(['declined']);
    expect((await mailsTo(room.advisor)).at(-1)).toContain('was declined, with a reason');
    expect((await mailsTo(room.cio)).at(-1)).toContain('was declined, with a reason');
    // Read by administrators where a mail cannot be delivered: asked and declined are told apart by nobody.
    expect(new Set(await subjectsTo(room.cio))).toEqual(new Set(['Something waits for you on Walk Position']));
  });

  it('is never edited: a change of mind is a second row, and both stay', async () => {
    const threshold = await propose(room);
    await approve(room, room.cfo, threshold);
    await give(room.cfo, await wordOf(room, room.cfo, threshold, { decision: 'decline' }));
    await approve(room, room.cfo, threshold);
    expect((await wordsOn(threshold.id)).map(({ decision }) => decision).sort()).toEqual([
      'approve',
      'approve',
      'decline',
    ]);
    await approve(room, room.cio, threshold);
    expect(await standings(room)).toEqual(['approved']);
  });

  it('keeps what it was made upon, and its hash', async () => {
    const threshold = await propose(room);
    await approve(room, room.cfo, threshold);
    const [word] = await wordsOn(threshold.id);
    const [snapshot] = await asActor(room.advisor, (tx) =>
      tx
        .select()
        .from(snapshots)
        .where(eq(snapshots.hash, word?.snapshotHash ?? '')),
    );
    expect(JSON.parse(snapshot?.content ?? '')).toMatchObject({
      format: 'walk-position/snapshot@1',
      threshold: { id: threshold.id, amount: 1_600_000, statement: 'Above this we leave.' },
      model: { format: 'walk-position/model@1', chosen: 'rival' },
    });
    await expect(asOwner((sql) => sql`update snapshots set content = content || ' '`)).rejects.toThrow(
      'snapshots_hash',
    );
  });
});

describe('one in force', () => {
  it('stays so while another waits, and is superseded when that is approved', async () => {
    const first = await propose(room);
    for (const who of [room.cfo, room.cio]) await approve(room, who, first);
    const second = await propose(room, { amount: 1_650_000 });
    expect(await standings(room)).toEqual(['proposed', 'approved']);
    expect((await engagementFor(room, room.advisor)).threshold?.amount).toBe(1_600_000);
    await approve(room, room.cfo, second);
    await approve(room, room.cio, second);
    expect(await standings(room)).toEqual(['approved', 'superseded']);
    expect((await engagementFor(room, room.advisor)).threshold?.amount).toBe(1_650_000);
  });

  it('does not rewrite what was declined before it', async () => {
    const first = await propose(room);
    await give(room.cfo, await wordOf(room, room.cfo, first, { decision: 'decline' }));
    const second = await propose(room, { amount: 1_650_000 });
    for (const who of [room.cfo, room.cio]) await approve(room, who, second);
    expect(await standings(room)).toEqual(['approved', 'declined']);
    expect(await refusalOf(give(room.cfo, await wordOf(room, room.cfo, first)))).toMatchObject({ code: 'stale' });
  });

  it('is stale when the alternative moves beyond the tolerance, and re-affirmed with one step-up of each', async () => {
    const threshold = await propose(room);
    for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
    await costSwitching(room, 500_000);
    expect(await standings(room)).toEqual(['stale']);
    expect((await engagementFor(room, room.advisor)).thresholdAbsence).toMatch(
      /^The walk threshold is stale: the alternative rose 1\d\.\d %, tolerance 5 %\.$/,
    );
    await approve(room, room.cfo, threshold);
    expect(await standings(room)).toEqual(['stale']);
    await approve(room, room.cio, threshold);
    expect(await standings(room)).toEqual(['approved']);
  });

  it('is stale the day after its date', async () => {
    const threshold = await propose(room, { validUntil: today });
    for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
    expect(await standings(room)).toEqual(['approved']);
    expect(await standings(room, '2026-11-26')).toEqual(['stale']);
  });
});
