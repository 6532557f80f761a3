import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { asActor, asJob, asVisitor } from '@/db/doors';
import { mails } from '@/db/schema/mails';
import { requests } from '@/db/schema/requests';
import { asOwner } from '@/db/testing/owner';
import { createPerson, tenants } from '@/db/testing/tenants';
import { loadEngagement } from '@/lib/engagements/queries';
import { deliverMail } from '@/lib/mail/deliver';
import { type SmtpPeer, startSmtpPeer } from '@/lib/mail/testing/smtp-peer';
import { startJobs } from '@/lib/operations/job-runner';
import { forgetOldRequests } from '@/lib/requests/forget';
import { eraseByLink, stateOfLink, takeWorksheet } from '@/lib/requests/links';
import * as mutations from '@/lib/requests/mutations';
import { firmAdvisors, oneRequest, requestQueue } from '@/lib/requests/queries';
import { receiveRequest } from '@/lib/requests/receive';
import { type WorksheetRequest, worksheetRequest } from '@/lib/requests/schema';
import { newStamp } from '@/lib/requests/stamp';
import { consent } from '@/lib/requests/words';
import { todayIn } from '@/lib/server/today';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { readWorksheet } from '@/lib/worksheet/read-worksheet';

let peer: SmtpPeer;
const now = new Date('2026-11-25T08:00:10Z');
let stamp: string;

beforeAll(async () => {
  peer = await startSmtpPeer();
  Object.assign(process.env, {
    AUTH_SECRET: 's'.repeat(32),
    AUTH_URL: 'http://localhost:3000',
    SMTP_URL: peer.url,
    MAIL_FROM: 'portal@walk.example',
  });
  stamp = newStamp(new Date('2026-11-25T08:00:00Z'));
});
afterAll(() => peer.close());
beforeEach(async () => {
  peer.behaviour = { kind: 'accept' };
  peer.received.length = 0;
  await asOwner(async (owner) => {
    await owner`delete from requests`;
    await owner`delete from mails`;
    await owner`delete from graphile_worker._private_jobs`;
  });
});

const typed = (facts: Partial<Record<keyof WorksheetRequest, string>> = {}) =>
  worksheetRequest.parse({
    name: 'Nora Brandt',
    email: 'nora.brandt@lumen.example',
    company: 'Lumen Works',
    jobTitle: 'CIO',
    agreement: 'ea',
    renewalMonth: '2027-06',
    seats: '1000-4999',
    hope: '',
    consent: consent.version,
    stamp,
    ...facts,
  });
const advisor = (): SignedInPerson => ({
  ...tenants().outsider,
  sessionId: randomUUID(),
  name: 'outsider',
  title: null,
  email: 'outsider@tenants.example',
  renewalDue: false,
  signedInAt: now,
  rightsSince: 0,
});
const rows = () => asActor(advisor(), (tx) => tx.select().from(requests).orderBy(requests.createdAt));
const received = async (facts?: Parameters<typeof typed>[0]) => {
  await receiveRequest(typed(facts), now);
  const all = await rows();
  const newest = all.at(-1);
  if (!newest) throw new Error('nothing was received');
  return { requestId: newest.id, version: newest.version };
};
const release = (target: { requestId: string; version: number }) =>
  asActor(advisor(), (tx) => mutations.releaseRequests(tx, advisor(), [target]));
const onlyMail = async () => {
  const [mail, ...others] = await asJob((tx) => tx.select().from(mails));
  if (!mail || others.length > 0) throw new Error('expected one mail');
  return mail;
};
const deliver = async (last = false) => deliverMail({ mailId: (await onlyMail()).id }, { last });
const tokenSent = () => new URL(peer.received.at(-1)?.link ?? '').searchParams.get('token') ?? '';
const released = async (facts?: Parameters<typeof typed>[0]) => {
  const target = await received(facts);
  await release(target);
  await deliver();
  return { ...target, version: target.version + 1, token: tokenSent() };
};

describe('asking', () => {
  it('keeps what was typed, with the words that were agreed to', async () => {
    await received();
    expect(await rows()).toMatchObject([
      { company: 'Lumen Works', state: 'new', marks: [], consentVersion: consent.version, consentText: consent.text },
    ]);
  });

  it('counts once what is sent ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => receiveRequest(typed(), now)));
    expect(await rows()).toHaveLength(1);
    await receiveRequest(typed({ hope: 'Something more.' }), now);
    expect(await rows()).toHaveLength(2);
  });

  it('puts what a machine sends among the spam: the hidden field, two seconds, a stamp of its own making', async () => {
    await receiveRequest(typed({ website: 'https://spam.example' }), now);
    await receiveRequest(typed({ email: 'b@lumen.example' }), new Date('2026-11-25T08:00:02Z'));
    await receiveRequest(typed({ email: 'c@lumen.example', stamp: 'abc.def' }), now);
    expect((await rows()).map(({ state, marks }) => [state, marks])).toEqual([
      ['spam', ['trap']],
      ['spam', ['hasty']],
      ['spam', ['hasty']],
    ]);
  });

  it('marks free and throw-away addresses and links, and refuses none of them', async () => {
    await receiveRequest(typed({ email: 'nora@gmail.com' }), now);
    await receiveRequest(typed({ email: 'nora@eu.mailinator.com', hope: 'See www.spam.example' }), now);
    expect((await rows()).map(({ state, marks }) => [state, marks])).toEqual([
      ['new', ['free mail']],
      ['new', ['disposable', 'link']],
    ]);
  });

  it('lets a visitor read nothing, and decide nothing beforehand', async () => {
    await received();
    expect(await asVisitor((tx) => tx.select().from(requests))).toEqual([]);
    const early = { ...(await rows())[0], id: randomUUID(), fingerprint: 'another', state: 'released' } as never;
    await expect(asVisitor((tx) => tx.insert(requests).values(early))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  });
});

describe('the queue', () => {
  it('is the advisors’ alone, by age, one organisation together, and says who has asked before', async () => {
    await received();
    await received({ email: 'ada@other.example', company: 'Other' });
    await received({ name: 'Otto Brandt', email: 'otto@lumen.example', hope: 'Me too.' });
    await received({ hope: 'Once more.' });
    const queue = (who: { userId: string }) =>
      asActor(who, (tx) => requestQueue(tx, { state: 'new', assignedTo: null }));
    const { groups, counts } = await queue(advisor());
    expect(groups.map(({ key, requests: together }) => [key, together.map(({ asked }) => asked)])).toEqual([
      ['lumen.example', [2, 1, 2]],
      ['other.example', [1]],
    ]);
    expect(counts.new).toBe(4);
    const { administrator, x } = tenants();
    for (const who of [administrator, x.executive, x.contributor]) {
      expect((await queue(who)).groups).toEqual([]);
      expect(await asActor(who, firmAdvisors)).toEqual([]);
      const [target] = await rows();
      const attempt = asActor(who, (tx) =>
        mutations.noteRequest(tx, who, { requestId: target?.id ?? '', body: 'Mine' }),
      );
      await expect(attempt).rejects.toThrow('nothing here');
    }
  });

  it('is noted on, given to an advisor and no other, and keeps what was done in order', async () => {
    const target = await received();
    const give = (userId: string) =>
      asActor(advisor(), (tx) => mutations.assignRequests(tx, advisor(), { targets: [target], userId }));
    await expect(give(tenants().administrator.userId)).rejects.toThrow('no advisor');
    await give(advisor().userId);
    await asActor(advisor(), (tx) =>
      mutations.noteRequest(tx, advisor(), { requestId: target.requestId, body: 'Called.' }),
    );
    const view = await asActor(advisor(), (tx) => oneRequest(tx, target.requestId));
    expect(view).toMatchObject({ assignedTo: advisor().userId });
    expect(view?.entries.map(({ kind, body }) => [kind, body])).toEqual([
      ['assigned', 'outsider'],
      ['note', 'Called.'],
    ]);
  });

  it('refuses a stale decision, and half of several at once', async () => {
    const one = await received();
    const other = await received({ email: 'ada@other.example' });
    await asActor(advisor(), (tx) => mutations.decideRequests(tx, advisor(), { targets: [one], to: 'declined' }));
    const both = asActor(advisor(), (tx) => mutations.releaseRequests(tx, advisor(), [other, one]));
    await expect(both).rejects.toMatchObject({ detail: { code: 'stale' } });
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['declined', 'new']);
    expect(await asJob((tx) => tx.select().from(mails))).toEqual([]);
  });
});

describe('releasing', () => {
  it('mails a link of one’s own with nothing of what a stranger has typed, and its file names company and month', async () => {
    const { token } = await released({ name: 'Win at evil.example', company: 'Lumen & Söhne' });
    const [sent] = peer.received;
    expect(sent?.recipients).toEqual(['nora.brandt@lumen.example']);
    expect(sent?.source).not.toMatch(/evil\.example|<img/);
    const file = await takeWorksheet(token);
    const { company } = await readWorksheet(file ?? new Uint8Array());
    expect(company).toBe('Lumen & Söhne');
    const [kept] = await asOwner((sql) => sql`select token_hash from worksheet_links`);
    expect(kept?.token_hash).not.toBe(token);
  });

  it('opens five times and no more, however many ask at once', async () => {
    const { token } = await released();
    const files = await Promise.all(Array.from({ length: 9 }, () => takeWorksheet(token)));
    expect(files.filter(Boolean)).toHaveLength(5);
    expect(await stateOfLink(token)).toMatchObject({ state: 'used up', downloadsLeft: 0 });
  });

  it('opens nothing after fourteen days, once taken back, declined or replaced', async () => {
    const { token, requestId, version } = await released();
    await asOwner((sql) => sql`update worksheet_links set expires_at = now()`);
    expect([(await stateOfLink(token))?.state, await takeWorksheet(token)]).toEqual(['expired', null]);
    await asOwner((sql) => sql`update worksheet_links set expires_at = now() + interval '1 day'`);
    await asActor(advisor(), (tx) => mutations.revokeLink(tx, advisor(), requestId));
    expect([(await stateOfLink(token))?.state, await takeWorksheet(token)]).toEqual(['revoked', null]);
    await asOwner((sql) => sql`delete from mails`);
    await release({ requestId, version });
    await deliver();
    const second = tokenSent();
    expect((await stateOfLink(second))?.state).toBe('open');
    await asActor(advisor(), (tx) =>
      mutations.decideRequests(tx, advisor(), { targets: [{ requestId, version: version + 1 }], to: 'declined' }),
    );
    expect(await takeWorksheet(second)).toBeNull();
    expect(await stateOfLink('f'.repeat(64))).toBeNull();
  });

  it('says in the queue that the mail was refused, and why', async () => {
    const target = await received();
    await release(target);
    const link = async () => (await asActor(advisor(), (tx) => oneRequest(tx, target.requestId)))?.link;
    expect(await link()).toMatchObject({ mail: 'queued', problem: null });
    peer.behaviour = { kind: 'refuse', at: 'recipient', code: 450, words: '4.2.2 full' };
    await expect(deliver()).rejects.toThrow();
    expect(await link()).toMatchObject({ mail: 'queued', problem: expect.stringContaining('put it off') });
    peer.behaviour = { kind: 'refuse', at: 'recipient', code: 550, words: '5.1.1 nobody' };
    await deliver();
    expect(await link()).toMatchObject({ mail: 'failed', problem: expect.stringContaining('no such mailbox') });
    const other = await createPerson(undefined, `admin-${randomUUID()}`);
    expect(await asActor(other, (tx) => tx.select({ id: mails.id }).from(mails))).toEqual([]);
  });

  it('is delivered once by two processes, though the server is slow and drops the first line', async () => {
    await release(await received());
    const { id } = await onlyMail();
    peer.behaviour = { kind: 'drop' };
    await expect(deliver()).rejects.toThrow();
    let go = () => {};
    peer.behaviour = { kind: 'delay', until: new Promise((done) => (go = done)) };
    const stops = await Promise.all([startJobs(), startJobs()]);
    try {
      await vi.waitFor(() => expect(peer.received).toHaveLength(2), { timeout: 15_000 });
      go();
      await vi.waitFor(async () => expect((await onlyMail()).state).toBe('delivered'), { timeout: 15_000 });
    } finally {
      go();
      await Promise.all(stops.map((stop) => stop()));
    }
    // The mail that broke off arrived as well: under the same message id, which mail programs show as one.
    expect(new Set(peer.received.map(({ messageId }) => messageId))).toEqual(new Set([`<${id}@walk.example>`]));
  });
});

describe('erasing', () => {
  it('takes all that an address has asked for, with its mails and links, and nothing of another', async () => {
    await received({ hope: 'An earlier one.' });
    const { token } = await released();
    await received({ email: 'ada@other.example' });
    expect(await eraseByLink('f'.repeat(64))).toBe(false);
    expect(await eraseByLink(token)).toBe(true);
    expect((await rows()).map(({ email }) => email)).toEqual(['ada@other.example']);
    expect([await asJob((tx) => tx.select().from(mails)), await stateOfLink(token)]).toEqual([[], null]);
  });

  it('comes by itself to what came to nothing for twelve months, and to nothing else', async () => {
    const old = await received();
    const decided = await received({ email: 'b@lumen.example' });
    await received({ email: 'c@lumen.example' });
    await asActor(advisor(), (tx) => mutations.decideRequests(tx, advisor(), { targets: [decided], to: 'declined' }));
    await asOwner(
      (sql) =>
        sql`update requests set created_at = now() - interval '12 months 1 day' where id in ${sql([old.requestId, decided.requestId])}`,
    );
    expect(await asJob(forgetOldRequests)).toBe(1);
    expect((await rows()).map(({ email }) => email).sort()).toEqual(['b@lumen.example', 'c@lumen.example']);
  });
});

describe('an engagement of a request', () => {
  it('names the client, invites whoever asked, and cannot be made twice', async () => {
    const target = await received();
    const form = {
      client: 'Lumen Works',
      currency: 'EUR',
      renewalDate: '2027-06-30',
      horizonMonths: 60,
      discountRate: 0.08,
      alternative: 'A rival',
    };
    const convert = () =>
      asActor(advisor(), (tx) => mutations.convertRequest(tx, advisor(), { ...target, invite: 'contributor' }, form));
    const engagementId = await convert();
    await expect(convert()).rejects.toMatchObject({ detail: { code: 'stale' } });
    const found = await asActor(advisor(), (tx) => loadEngagement(tx, advisor(), engagementId, todayIn));
    expect(found).toMatchObject({ client: 'Lumen Works', renewalDate: '2027-06-30' });
    expect(await onlyMail()).toMatchObject({ recipient: 'nora.brandt@lumen.example' });
    // Another advisor sees that something became of it, and not what.
    const other = tenants().x.advisor;
    const seen = (who: { userId: string }) => asActor(who, (tx) => oneRequest(tx, target.requestId));
    expect(await seen(advisor())).toMatchObject({ state: 'converted', engagementId });
    expect(await seen(other)).toMatchObject({ state: 'converted', engagementId: null });
  });
});
