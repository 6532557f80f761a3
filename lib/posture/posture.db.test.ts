import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ActorTx, asActor } from '@/db/doors';
import { contacts, sightings, summaryDownloads, walkTests } from '@/db/schema/posture';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadEngagement } from '@/lib/engagements/queries';
import { acknowledgeBrief, newestBrief, writeBrief } from '@/lib/posture/brief';
import * as logs from '@/lib/posture/logs';
import { loadPosture } from '@/lib/posture/queries';
import type { ContactForm, SightingForm, TestForm } from '@/lib/posture/schema';
import { approveSummary, downloadSummary, draftSummary, newestSummary, releaseSupplier } from '@/lib/posture/summaries';
import { DomainError } from '@/lib/server/errors';

let x: Tenant;
let y: Tenant;
beforeAll(() => {
  ({ x, y } = tenants());
});

const contact = (facts: Partial<ContactForm> = {}): ContactForm => ({
  heldOn: '2026-03-02',
  withWhom: 'Account executive',
  theySaid: 'When do you decide?',
  weSaid: 'In our own time.',
  theyAsked: '',
  walk: 'none',
  ...facts,
});
const sighting = (facts: Partial<SightingForm> = {}): SightingForm => ({
  kind: 'paper',
  what: 'The architecture of the pilot',
  seenOn: '2026-03-02',
  shownBy: 'CIO',
  shownTo: 'Specialist',
  answer: '',
  ...facts,
});
const test = (facts: Partial<TestForm> = {}): TestForm => ({
  kind: 'silence',
  testedOn: '2026-03-02',
  theyDid: 'Nobody answered for three weeks.',
  weDid: '',
  outcome: null,
  taught: '',
  ...facts,
});
const brief = (upon: number, facts = {}) => ({
  upon,
  say: 'It goes on.',
  neverSay: 'A day.',
  speakers: 'CIO',
  ...facts,
});

const detailOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );
const log = (who: Actor, form = contact(), { engagementId } = x) =>
  asActor(who, (tx) => logs.logContact(tx, who, engagementId, form));
const newest = (who: Actor, { engagementId } = x) => asActor(who, (tx) => newestSummary(tx, engagementId));
const room = (who: Actor) =>
  asActor(who, async (tx) => {
    const engagement = await loadEngagement(tx, who, x.engagementId, () => '2026-11-25');
    if (!engagement) throw new Error('not theirs');
    return loadPosture(tx, who, engagement, '2026-11-25');
  });

/** A summary that says something else than the one before it. Its draft waits for an executive. */
async function redraft(): Promise<{ engagementId: string; summaryId: string; sha256: string }> {
  const before = await newest(x.advisor);
  await asOwner((sql) => sql`update engagements set client = client || ' and more' where id = ${x.engagementId}`);
  await asActor(x.advisor, (tx) => draftSummary(tx, x.advisor, x.engagementId));
  const drafted = await newest(x.advisor);
  if (!drafted || drafted.id === before?.id) throw new Error('nothing was drafted');
  return { engagementId: x.engagementId, summaryId: drafted.id, sha256: drafted.sha256 };
}

describe('a log of Microsoft', () => {
  it('refuses a correction upon a version that is no longer so, with what it says now, in all three logs', async () => {
    const here = { engagementId: x.engagementId, version: 1 };
    const { id } = await log(x.advisor);
    const corrections = await asActor(x.advisor, async (tx) => {
      await logs.enterSighting(tx, x.advisor, x.engagementId, sighting({ what: 'Seen once' }));
      await logs.logTest(tx, x.advisor, x.engagementId, test({ theyDid: 'Tested once' }));
      const [seen] = await tx.select().from(sightings).where(eq(sightings.what, 'Seen once'));
      const [tested] = await tx.select().from(walkTests).where(eq(walkTests.theyDid, 'Tested once'));
      return [
        (text: string) => asActor(x.advisor, (t) => logs.correctContact(t, { ...here, id }, contact({ weSaid: text }))),
        (text: string) =>
          asActor(x.advisor, (t) =>
            logs.correctSighting(t, { ...here, id: seen?.id ?? '' }, sighting({ answer: text })),
          ),
        (text: string) =>
          asActor(x.advisor, (t) => logs.correctTest(t, { ...here, id: tested?.id ?? '' }, test({ taught: text }))),
      ];
    });
    for (const [at, correct] of corrections.entries()) {
      const field = ['weSaid', 'answer', 'taught'][at] ?? '';
      await correct('First');
      const detail = await detailOf(correct('Second'));
      expect(detail).toMatchObject({ code: 'stale', current: { version: 2, value: { [field]: 'First' } } });
      const { current } = detail as { current: { value: object } };
      expect(Object.keys(current.value)).not.toContain('loggedBy');
    }
  });

  it('says whether the walk was spoken too early, anew when a correction moves it', async () => {
    const { id, tooEarly } = await log(x.advisor, contact({ walk: 'spoken' }));
    expect(tooEarly).toBe(true);
    const on = { engagementId: x.engagementId, id, version: 1 };
    await asActor(x.advisor, (tx) => logs.correctContact(tx, on, contact({ walk: 'evident' })));
    expect((await room(x.negotiator)).contacts.find((row) => row.id === id)).toMatchObject({
      tooEarly: false,
      version: 2,
    });
  });

  it('refuses a day to come, and an outcome without a deed, at their fields', async () => {
    expect(await detailOf(log(x.advisor, contact({ heldOn: '2999-01-01' })))).toMatchObject({ field: 'heldOn' });
    const tested = asActor(x.advisor, (tx) =>
      logs.logTest(tx, x.advisor, x.engagementId, test({ outcome: 'held', weDid: '' })),
    );
    expect(await detailOf(tested)).toMatchObject({ field: 'weDid' });
  });

  it('takes one recovery, of a walk spoken too early, no earlier than the talk', async () => {
    const recover = (contactId: string, recoveredOn = '2026-03-04') =>
      detailOf(
        asActor(x.advisor, (tx) =>
          logs.recordRecovery(tx, x.advisor, { engagementId: x.engagementId, contactId, recoveredOn, what: 'Told.' }),
        ),
      );
    const calm = await log(x.advisor);
    expect(await recover(calm.id)).toMatchObject({ code: 'refused' });
    const spoken = await log(x.advisor, contact({ walk: 'spoken' }));
    expect(await recover(spoken.id, '2026-03-01')).toMatchObject({ field: 'recoveredOn' });
    expect(await recover(spoken.id)).toBeNull();
    expect(await recover(spoken.id)).toMatchObject({ code: 'refused' });
    const theirs = await log(y.advisor, contact({ walk: 'spoken' }), y);
    expect(await recover(theirs.id)).toMatchObject({ code: 'not-found' });
  });
});

describe('the threshold', () => {
  it('is refused in every word of posture, however its amount is grouped', async () => {
    const { amount } = x.threshold;
    const written = [String(amount), amount.toLocaleString('en'), amount.toLocaleString('de')];
    for (const words of written.map((digits) => `Not above EUR ${digits}.`)) {
      const attempts: [string, (tx: ActorTx) => Promise<unknown>][] = [
        ['weSaid', (tx) => logs.logContact(tx, x.advisor, x.engagementId, contact({ weSaid: words }))],
        ['answer', (tx) => logs.enterSighting(tx, x.advisor, x.engagementId, sighting({ answer: words }))],
        ['taught', (tx) => logs.logTest(tx, x.advisor, x.engagementId, test({ taught: words }))],
        ['neverSay', (tx) => writeBrief(tx, x.advisor, x.engagementId, brief(0, { neverSay: words }))],
      ];
      for (const [field, attempt] of attempts) {
        expect(await detailOf(asActor(x.advisor, attempt))).toMatchObject({ code: 'invalid', field });
      }
    }
  });

  it('is in nothing that a negotiator is sent of the room, nor in any summary', async () => {
    await redraft();
    const sent = await room(x.negotiator);
    expect(sent.drafting).toBeNull();
    expect(JSON.stringify(sent)).not.toContain(String(x.threshold.amount));
    expect((await newest(x.negotiator))?.content).not.toMatch(/threshold|2099|\d{4,}/);
  });
});

describe('the brief', () => {
  it('refuses a version upon an old one, and an acknowledgement of an old one', async () => {
    const old = await asActor(x.advisor, (tx) => newestBrief(tx, x.engagementId));
    const write = (upon: number) => asActor(x.advisor, (tx) => writeBrief(tx, x.advisor, x.engagementId, brief(upon)));
    await write(old?.number ?? 0);
    expect(await detailOf(write(old?.number ?? 0))).toMatchObject({
      code: 'stale',
      current: { version: (old?.number ?? 0) + 1, value: { say: 'It goes on.' } },
    });
    const read = (briefId: string) =>
      detailOf(
        asActor(x.negotiator, (tx) => acknowledgeBrief(tx, x.negotiator, { engagementId: x.engagementId, briefId })),
      );
    expect(await read(old?.id ?? '')).toMatchObject({ code: 'refused' });
    const now = await asActor(x.advisor, (tx) => newestBrief(tx, x.engagementId));
    expect(await read(now?.id ?? '')).toBeNull();
    expect((await room(x.advisor)).negotiators).toMatchObject([{ id: x.negotiator.userId }]);
  });
});

describe('a preparation summary', () => {
  it('is approved as it was shown, in its newest draft alone', async () => {
    const old = await redraft();
    const now = await redraft();
    const approve = (what: typeof now) => detailOf(asActor(x.executive, (tx) => approveSummary(tx, x.executive, what)));
    expect(await approve(old)).toMatchObject({ code: 'refused' });
    expect(await approve({ ...now, sha256: old.sha256 })).toMatchObject({ code: 'refused' });
    expect(await approve(now)).toBeNull();
  });

  it('leaves the house as it was approved: an unapproved draft is not what is downloaded, and never by itself', async () => {
    const draft = await redraft();
    const taken = await asActor(x.executive, (tx) => downloadSummary(tx, x.executive, x.engagementId));
    const latest = await newest(x.executive);
    expect(taken?.number).toBeLessThan(latest?.number ?? 0);
    const byHand = asActor(x.executive, (tx) =>
      tx.insert(summaryDownloads).values({ ...draft, downloadedBy: x.executive.userId }),
    );
    await expect(byHand).rejects.toThrow();
    await asOwner((sql) => sql`delete from summary_downloads where engagement_id = ${y.engagementId}`);
    await asOwner((sql) => sql`delete from summary_approvals where engagement_id = ${y.engagementId}`);
    expect(await asActor(y.executive, (tx) => downloadSummary(tx, y.executive, y.engagementId))).toBeNull();
  });

  it('is neither taken nor approved once the supplier it names is withheld, and is again when that is undone', async () => {
    const release = (released: boolean, supplier = 'Rival') =>
      asActor(x.executive, (tx) =>
        releaseSupplier(tx, x.executive, { engagementId: x.engagementId, supplier, released }),
      );
    const take = () => asActor(x.executive, (tx) => downloadSummary(tx, x.executive, x.engagementId));
    const approve = (what: Awaited<ReturnType<typeof redraft>>) =>
      detailOf(asActor(x.executive, (tx) => approveSummary(tx, x.executive, what)));
    await release(true);
    const draft = await redraft();
    expect((await newest(x.executive))?.content).toContain('Rival');
    await release(false);
    expect(await approve(draft)).toMatchObject({ code: 'refused' });
    await release(true);
    expect(await approve(draft)).toBeNull();
    expect((await take())?.content.statements).toContainEqual(expect.objectContaining({ heading: 'Its supplier' }));
    for (const [released, name] of [
      [false, 'Rival'],
      [true, 'Another'],
    ] as const) {
      await release(released, name);
      expect(await take()).toBeNull();
      expect((await room(x.negotiator)).approved).toMatchObject({ withheld: true });
    }
    await release(true);
    expect(await take()).not.toBeNull();
    expect((await room(x.negotiator)).approved).toMatchObject({ withheld: false });
  });

  it('names no supplier by an amount of the threshold', async () => {
    const supplier = `Rival at ${x.threshold.amount}`;
    const released = asActor(x.executive, (tx) =>
      releaseSupplier(tx, x.executive, { engagementId: x.engagementId, supplier, released: true }),
    );
    expect(await detailOf(released)).toMatchObject({ code: 'invalid', field: 'supplier' });
  });

  it('is not drafted twice with the same words', async () => {
    await redraft();
    const again = asActor(x.advisor, (tx) => draftSummary(tx, x.advisor, x.engagementId));
    expect(await detailOf(again)).toMatchObject({ code: 'refused' });
  });
});

describe('who may not', () => {
  it('is refused by the database too: nobody but an advisor logs, nobody but an executive approves', async () => {
    const { id } = await log(x.advisor);
    const on = { engagementId: x.engagementId, id, version: 1 };
    for (const who of [x.executive, x.contributor, x.negotiator, x.observer, y.advisor, tenants().outsider]) {
      expect(await detailOf(log(who))).not.toBeNull();
      expect(await detailOf(asActor(who, (tx) => logs.correctContact(tx, on, contact())))).not.toBeNull();
    }
    const draft = await redraft();
    for (const who of [x.advisor, x.contributor, x.negotiator, x.observer, y.executive]) {
      expect(await detailOf(asActor(who, (tx) => approveSummary(tx, who, draft)))).not.toBeNull();
    }
  });

  it('sees nothing: other contributors, observers and other tenants find no contact there', async () => {
    const seen = (who: Actor) => asActor(who, (tx) => tx.$count(contacts, eq(contacts.engagementId, x.engagementId)));
    expect(await seen(x.negotiator)).toBe(await seen(x.advisor));
    for (const who of [x.contributor, x.observer, y.advisor, tenants().administrator]) expect(await seen(who)).toBe(0);
  });
});
