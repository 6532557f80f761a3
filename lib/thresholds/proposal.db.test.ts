import { beforeEach, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { withdrawThreshold } from '@/lib/thresholds/mutations';
import {
  approve,
  type Boardroom,
  engagementFor,
  form,
  mailsTo,
  openBoardroom,
  propose,
  refusalOf,
  standings,
  thresholdsIn,
  todayIn,
  write,
} from '@/lib/thresholds/testing/boardroom';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4230', DEMO: '1' });

let room: Boardroom;
beforeEach(async () => {
  room = await openBoardroom();
});

describe('a proposal', () => {
  it('is put to its approvers, told by mail that they are asked and no more', async () => {
    const { amount } = await propose(room);
    expect(await standings(room)).toEqual(['proposed']);
    for (const who of [room.cfo, room.cio]) {
      expect(await mailsTo(who)).toEqual([expect.stringContaining('named to decide')]);
    }
    expect((await engagementFor(room, room.advisor)).proposedAmount).toBe(amount);
    expect(await engagementFor(room, room.contributor)).toMatchObject({
      threshold: null,
      proposedAmount: null,
      thresholdAbsence: null,
    });
  });

  it('in another currency than the deal’s is refused at its field: $1,600,000 is no amount in EUR, €1,600,000 is', async () => {
    const written = async (currency: string) =>
      write(room.advisor, await form(room, { amount: { value: 1_600_000, currency } }));
    expect(await refusalOf(written('$'))).toMatchObject({
      field: 'amount',
      message: expect.stringContaining('Written in $'),
    });
    expect(await thresholdsIn(room)).toEqual([]);
    await written('€');
    expect((await thresholdsIn(room)).map(({ amount }) => amount)).toEqual([1_600_000]);
  });

  it('sent twice is written once; from another window, after another’s, it is not', async () => {
    const mine = await form(room);
    const theirs = await form(room, { amount: 1_700_000 });
    await Promise.all([write(room.advisor, mine), write(room.advisor, mine)]);
    expect(await thresholdsIn(room)).toHaveLength(1);
    expect(await refusalOf(write(room.cfo, theirs))).toMatchObject({ code: 'stale' });
    expect((await thresholdsIn(room)).map(({ amount }) => amount)).toEqual([1_600_000]);
  });

  it('written by two at once is one of them', async () => {
    const both = [await form(room), await form(room)];
    const outcomes = await Promise.all(both.map((one, at) => refusalOf(write(at ? room.cfo : room.advisor, one))));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(await standings(room)).toEqual(['proposed']);
  });

  it('is a draft first, if one likes: nobody is asked, and the next takes its place', async () => {
    await propose(room, { as: 'draft' });
    expect(await standings(room)).toEqual(['drafted']);
    expect(await mailsTo(room.cfo)).toEqual([]);
    await propose(room);
    expect(await standings(room)).toEqual(['proposed', 'superseded']);
  });

  it('needs a reason where it lies further from what leaving costs than the tolerance', async () => {
    expect(await refusalOf(write(room.advisor, await form(room, { reason: '', amount: 2_000_000 })))).toMatchObject({
      field: 'reason',
    });
    const cost = (await engagementFor(room, room.advisor)).alternatives[0] && (await propose(room)).alternativeCost;
    expect(
      await refusalOf(write(room.advisor, await form(room, { reason: '', amount: Math.round(cost ?? 0) }))),
    ).toBeNull();
  });

  it('is refused at the field for what cannot be', async () => {
    const cases = [
      [{ amount: 1.005 }, 'amount'],
      [{ validUntil: '2026-11-24' }, 'validUntil'],
      [{ validUntil: '2099-01-01' }, 'validUntil'],
      [{ quorum: 3 }, 'quorum'],
      [{ approvers: [room.cfo.userId, room.advisor.userId] }, 'approvers'],
      [{ approvers: [room.cfo.userId, room.contributor.userId] }, 'approvers'],
    ] as const;
    for (const [wrong, field] of cases) {
      expect(await refusalOf(write(room.advisor, await form(room, wrong as object)))).toMatchObject({ field });
    }
    expect(await thresholdsIn(room)).toEqual([]);
  });

  it('is withdrawn while it waits, and not once it is decided', async () => {
    const withdraw = (thresholdId: string) =>
      asActor(room.advisor, (tx) =>
        withdrawThreshold(tx, room.advisor, { engagementId: room.engagementId, thresholdId }, todayIn),
      );
    const first = await propose(room);
    await withdraw(first.id);
    expect(await standings(room)).toEqual(['withdrawn']);
    const second = await propose(room);
    for (const who of [room.cfo, room.cio]) await approve(room, who, second);
    expect(await refusalOf(withdraw(second.id))).toMatchObject({ code: 'stale' });
    expect(await standings(room)).toEqual(['approved', 'withdrawn']);
  });
});
