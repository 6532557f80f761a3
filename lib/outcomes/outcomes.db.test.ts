import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { pillarChanges } from '@/db/schema/readiness';
import { tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { decisionContent, endingSnapshot, groundOf } from '@/lib/decisions/ground';
import { makeDecision } from '@/lib/decisions/mutations';
import { loadOutcome, loadOutcomes } from '@/lib/outcomes/queries';
import { logTest } from '@/lib/posture/logs';
import {
  approve,
  type Boardroom,
  engagementFor,
  openBoardroom,
  propose,
  prove,
  today,
  todayIn,
} from '@/lib/thresholds/testing/boardroom';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4230', DEMO: '1' });

const seenBy = async (who: Actor) => (await asActor(who, (tx) => loadOutcomes(tx, who, todayIn))).outcomes;
const outcomeOf = async (room: Boardroom, who: Actor) => {
  const engagement = await engagementFor(room, who);
  return asActor(who, (tx) => loadOutcome(tx, who, engagement, today));
};

async function leave(room: Boardroom): Promise<void> {
  const engagement = await engagementFor(room, room.cfo);
  const ground = await asActor(room.cfo, (tx) => groundOf(tx, engagement));
  if (!ground) throw new Error('There is nothing to decide upon');
  const { hash } = endingSnapshot(engagement, ground, { kind: 'leave', reason: '' });
  const { engagementId } = room;
  const offerId = ground.offer.id;
  const stepUpId = await prove(room.cfo, decisionContent(engagementId, 'leave', offerId, hash), 'decision.make');
  await asActor(room.cfo, (tx) =>
    makeDecision(
      tx,
      room.cfo,
      { engagementId, decisionId: randomUUID(), kind: 'leave', offerId, reason: '', readHash: ground.hash, stepUpId },
      todayIn,
    ),
  );
}

describe('how deals ended', () => {
  let room: Boardroom;
  let other: Boardroom;
  beforeAll(async () => {
    [room, other] = [await openBoardroom(), await openBoardroom()];
    for (const each of [room, other]) {
      const threshold = await propose(each, { amount: 1_700_000 });
      for (const who of [each.cfo, each.cio]) await approve(each, who, threshold);
      await leave(each);
    }
    await asActor(room.advisor, async (tx) => {
      await tx.insert(pillarChanges).values([
        { engagementId: room.engagementId, pillar: 'alternative', state: 'real', changedOn: '2020-01-01' },
        { engagementId: room.engagementId, pillar: 'plan', state: 'real', changedOn: '2020-01-02' },
      ]);
      const test = {
        kind: 'silence',
        testedOn: '2026-10-01',
        theyDid: 'Nothing.',
        weDid: 'Nothing.',
        taught: '',
      } as const;
      await logTest(tx, room.advisor, room.engagementId, { ...test, outcome: 'held' });
      await logTest(tx, room.advisor, room.engagementId, { ...test, testedOn: '2026-10-02', outcome: null });
    });
  });

  it('are read by the advisor and the executives: the ending, the offers, the line, the tests', async () => {
    for (const who of [room.advisor, room.cfo, room.cio]) {
      const [outcome, ...rest] = await seenBy(who);
      expect(rest).toEqual([]);
      expect(outcome).toMatchObject({
        id: room.engagementId,
        ending: 'leave',
        aboveLine: false,
        line: 1_700_000,
        tests: { honoured: 0, held: 1, yielded: 0, open: 1 },
      });
      // One offer alone has not moved.
      expect(outcome?.movement?.share).toBe(0);
      expect(outcome?.prepared?.real).toBeGreaterThanOrEqual(2);
    }
  });

  it('are not there for a contributor of the deal, nor for another client’s people', async () => {
    expect(await seenBy(room.contributor)).toEqual([]);
    expect((await seenBy(other.advisor)).map(({ id }) => id)).toEqual([other.engagementId]);
    for (const tenant of [tenants().x, tenants().y]) {
      for (const who of [tenant.contributor, tenant.observer]) expect(await seenBy(who)).toEqual([]);
      const ids = (await seenBy(tenant.advisor)).map(({ id }) => id);
      expect(ids).not.toContain(room.engagementId);
    }
  });

  it('one by one: what was offered first and last, and each test in full', async () => {
    expect(await outcomeOf(room, room.cfo)).toMatchObject({
      movement: { share: 0 },
      tests: [{ outcome: null }, { outcome: 'held' }],
    });
  });
});

it('a deal that has not ended has no outcome yet, and is measured in the days to come', async () => {
  const room = await openBoardroom();
  expect(await seenBy(room.advisor)).toEqual([]);
  const { measuredOn, prepared, tests } = await outcomeOf(room, room.advisor);
  expect({ later: measuredOn > today, prepared, tests }).toEqual({ later: true, prepared: null, tests: [] });
});
