import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { asActor, asJob } from '@/db/doors';
import { decisionVoices } from '@/db/schema/decisions';
import { asOwner } from '@/db/testing/owner';
import { decisionContent, endingSnapshot, groundOf } from '@/lib/decisions/ground';
import { joinDecision, makeDecision } from '@/lib/decisions/mutations';
import { loadDecisions } from '@/lib/decisions/queries';
import type { DecisionKind, MadeDecision } from '@/lib/decisions/schema';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import {
  approve,
  type Boardroom,
  costSwitching,
  engagementFor,
  mailsTo,
  openBoardroom,
  propose,
  prove,
  refusalOf,
  todayIn,
} from '@/lib/thresholds/testing/boardroom';
import { verifySnapshots } from '@/lib/thresholds/verify';

Object.assign(process.env, { AUTH_SECRET: 's'.repeat(32), AUTH_URL: 'http://localhost:4230', DEMO: '1' });

let room: Boardroom;
beforeEach(async () => {
  room = await openBoardroom();
});

/** The offer costs some 1.95 M. */
async function drawLine(amount: number): Promise<void> {
  const threshold = await propose(room, { amount });
  for (const who of [room.cfo, room.cio]) await approve(room, who, threshold);
}

async function made(who: SignedInPerson, kind: DecisionKind, other: Partial<MadeDecision> = {}): Promise<MadeDecision> {
  const engagement = await engagementFor(room, room.advisor);
  const ground = await asActor(room.advisor, (tx) => groundOf(tx, engagement));
  if (!ground) throw new Error('There is nothing to decide upon');
  const { engagementId } = room;
  const reason = other.reason ?? '';
  const { hash } = endingSnapshot(engagement, ground, { kind, reason });
  const content = decisionContent(engagementId, kind, ground.offer.id, hash);
  return {
    engagementId,
    decisionId: randomUUID(),
    kind,
    offerId: ground.offer.id,
    reason,
    readHash: ground.hash,
    stepUpId: await prove(who, content, 'decision.make'),
    ...other,
  };
}

const decide = (who: SignedInPerson, input: MadeDecision) =>
  asActor(who, (tx) => makeDecision(tx, who, input, todayIn));

const shown = async (who: SignedInPerson) => {
  const engagement = await engagementFor(room, who);
  return asActor(who, (tx) => loadDecisions(tx, who, engagement));
};

async function join(who: SignedInPerson): Promise<void> {
  const [decision] = (await shown(who)).others;
  const stepUpId = await prove(who, decision?.joining ?? 'none', 'decision.make');
  const { engagementId } = room;
  await asActor(who, (tx) => joinDecision(tx, who, { engagementId, decisionId: decision?.id ?? '', stepUpId }));
}

describe('how the deal ends', () => {
  it('is one executive’s word below the line, recorded once however often it is sent', async () => {
    await drawLine(2_100_000);
    const input = await made(room.cfo, 'sign');
    await Promise.all([decide(room.cfo, input), decide(room.cfo, input)]);
    await decide(room.cfo, input);
    expect(await shown(room.advisor)).toMatchObject({
      end: { kind: 'sign', aboveLine: false, quorum: 1, counts: true, madeBy: room.cfo.name, line: 2_100_000 },
      others: [],
      making: null,
    });
    expect((await mailsTo(room.advisor)).at(-1)).toContain('was decided');
  });

  it('above the line takes a reason and the threshold’s own quorum, and the record says so for good', async () => {
    await drawLine(1_700_000);
    expect(await refusalOf(decide(room.cfo, await made(room.cfo, 'sign')))).toMatchObject({ field: 'reason' });
    await decide(room.cfo, await made(room.cfo, 'sign', { reason: 'The board wants three more years.' }));
    expect(await shown(room.cfo)).toMatchObject({
      end: null,
      others: [{ aboveLine: true, quorum: 2, counts: false, joining: null }],
      making: { mayNotSign: expect.stringContaining('begun already') },
    });
    expect((await shown(room.advisor)).others).toMatchObject([{ counts: false, joining: null }]);
    const again = await made(room.cfo, 'sign', { reason: 'Once more.' });
    expect(await refusalOf(decide(room.cfo, again))).toMatchObject({ code: 'stale' });
    await join(room.cio);
    const { end } = await shown(room.cio);
    expect(end).toMatchObject({ aboveLine: true, counts: true, reason: 'The board wants three more years.' });
    expect(end?.voices.map(({ name }) => name)).toEqual([room.cfo.name, room.cio.name]);
  });

  it('joined, and sent again after a lost connection, counts once and is answered as recorded', async () => {
    await drawLine(1_700_000);
    await decide(room.cfo, await made(room.cfo, 'sign', { reason: 'The board wants it.' }));
    const [signing] = (await shown(room.cio)).others;
    const stepUpId = await prove(room.cio, signing?.joining ?? '', 'decision.make');
    const voice = { engagementId: room.engagementId, decisionId: signing?.id ?? '', stepUpId };
    const send = () => refusalOf(asActor(room.cio, (tx) => joinDecision(tx, room.cio, voice)));
    expect(await Promise.all([send(), send()])).toEqual([null, null]);
    expect(await send()).toBeNull();
    expect((await shown(room.cio)).end?.voices).toHaveLength(2);
  });

  it('to leave, or to extend, above the line is one executive’s word', async () => {
    await drawLine(1_700_000);
    await decide(room.cio, await made(room.cio, 'leave'));
    expect((await shown(room.cio)).end).toMatchObject({ kind: 'leave', aboveLine: false, counts: true });
  });

  it('comes once: after it nothing is signed, left, joined, proposed or approved, by either gate', async () => {
    await drawLine(1_700_000);
    const offered = await propose(room, { amount: 1_750_000 });
    await decide(room.cfo, await made(room.cfo, 'sign', { reason: 'The board wants it.' }));
    const [signing] = (await shown(room.cio)).others;
    const both = [await made(room.cfo, 'leave'), await made(room.cio, 'extend')] as const;
    const outcomes = await Promise.all([refusalOf(decide(room.cfo, both[0])), refusalOf(decide(room.cio, both[1]))]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)).toMatchObject({ code: 'stale' });
    const stepUpId = await prove(room.cio, signing?.joining ?? '', 'decision.make');
    const { engagementId } = room;
    const joining = { engagementId, decisionId: signing?.id ?? '', stepUpId };
    expect(await refusalOf(asActor(room.cio, (tx) => joinDecision(tx, room.cio, joining)))).toMatchObject({
      code: 'stale',
    });
    const past = asActor(room.cio, (tx) => tx.insert(decisionVoices).values({ ...joining, userId: room.cio.userId }));
    await expect(past).rejects.toMatchObject({ cause: { code: '42501' } });
    expect(await refusalOf(propose(room, { amount: 1_800_000 }))).toMatchObject({ code: 'stale' });
    expect(await refusalOf(approve(room, room.cfo, offered))).toMatchObject({ code: 'stale' });
    expect(await shown(room.cfo)).toMatchObject({ making: null, others: [{ kind: 'sign', joining: null }] });
  });

  it('is sealed with which end it is, its offer and its reason', async () => {
    await drawLine(2_100_000);
    const signing = await made(room.cfo, 'sign', { reason: 'It is below.' });
    expect(await refusalOf(decide(room.cfo, { ...signing, reason: 'Another.' }))).toMatchObject({ code: 'refused' });
    await decide(room.cfo, signing);
    const { end } = await shown(room.cfo);
    const [kept] = await asOwner((sql) => sql`select content from snapshots where hash = ${end?.hash ?? ''}`);
    expect(JSON.parse(kept?.content)).toMatchObject({
      ending: { kind: 'sign', offer: signing.offerId, reason: 'It is below.' },
    });
    await asOwner((sql) => sql`update decisions set reason = 'Another.' where id = ${end?.id ?? ''}`);
    const { broken } = await asJob((tx) => verifySnapshots(tx));
    expect(broken).toContainEqual(expect.objectContaining({ what: `the snapshot of decision ${end?.id}` }));
  });

  it('is no advisor’s, by either gate, and nobody else’s to see', async () => {
    const input = await made(room.advisor, 'sign');
    await expect(decide(room.advisor, input)).rejects.toMatchObject({ cause: { code: '42501' } });
    const engagement = await engagementFor(room, room.contributor);
    const seen = await asActor(room.contributor, (tx) => loadDecisions(tx, room.contributor, engagement));
    expect(seen).toMatchObject({ end: null, others: [], making: null });
  });

  it('is refused on what has changed meanwhile, and without a fresh proof of this very end', async () => {
    const stale = await made(room.cfo, 'leave');
    await costSwitching(room, 310_000);
    expect(await refusalOf(decide(room.cfo, stale))).toMatchObject({ code: 'stale' });
    const leaving = await made(room.cfo, 'leave');
    const signing = await made(room.cfo, 'sign');
    expect(await refusalOf(decide(room.cfo, { ...leaving, stepUpId: signing.stepUpId }))).toMatchObject({
      code: 'refused',
    });
    expect(await shown(room.cfo)).toMatchObject({ end: null, others: [] });
  });
});

describe('the check of every snapshot', () => {
  it('finds one that was changed, and nothing where all is as it was kept', async () => {
    await drawLine(2_100_000);
    await decide(room.cfo, await made(room.cfo, 'sign'));
    const verify = async () => {
      const { broken } = await asJob((tx) => verifySnapshots(tx));
      return broken.filter(({ engagementId }) => engagementId === room.engagementId);
    };
    expect(await verify()).toEqual([]);
    await asOwner(async (sql) => {
      await sql`alter table snapshots drop constraint snapshots_hash`;
      await sql`
        update snapshots set content = replace(content, '2100000', '2900000')
        where engagement_id = ${room.engagementId} and content like '%2100000%'`;
    });
    const broken = await verify();
    expect(broken.length).toBeGreaterThan(0);
    expect(broken[0]).toMatchObject({ problem: 'changed' });
  });
});
