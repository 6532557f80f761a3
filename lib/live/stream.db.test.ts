import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { asActor, asSystem } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import { recordActivity } from '@/lib/activity/record';
import { membershipOf } from '@/lib/engagements/membership';
import { hub } from '@/lib/live/hub';
import { announcePresence } from '@/lib/live/presence';
import { latestEventNumber } from '@/lib/live/queries';
import { rightsStream } from '@/lib/live/rights-stream';
import { engagementStream } from '@/lib/live/stream';
import { openSession, sessionOf } from '@/lib/sign-in/sessions';

type Person = 'advisor' | 'executive' | 'contributor' | 'observer';
type Message = { readonly event: string; readonly id: string | undefined; readonly data: unknown };

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const stream of opened.splice(0)) await stream.close();
});
afterAll(() => hub().stop());

/** Opens a stream as somebody with a session of their own, and reads along. */
async function watch(tenant: Tenant, person: Person, after: number | null = null) {
  const { userId } = tenant[person];
  const sessionId = await asSystem(async (tx) => {
    const { token } = await openSession(tx, { userId, method: 'link', userAgent: null });
    return (await sessionOf(tx, token))?.sessionId ?? '';
  });
  const member = await asActor({ userId }, (tx) => membershipOf(tx, { userId }, tenant.engagementId));
  if (!member) throw new Error('not a member');
  const controller = new AbortController();
  const { signal } = controller;
  const reader = engagementStream({ userId, sessionId }, member, tenant.engagementId, { after, signal }).getReader();
  const messages: Message[] = [];
  let unread = '';
  let ended = false;
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const parts = (unread + new TextDecoder().decode(value)).split('\n\n');
      unread = parts.pop() ?? '';
      for (const part of parts) if (!part.startsWith(':')) messages.push(messageOf(part));
    }
    ended = true;
  })();
  const watching = {
    messages,
    sessionId,
    of: (event: string) => messages.filter((message) => message.event === event),
    ended: () => ended,
    async until(condition: () => boolean) {
      await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 15_000, interval: 5 });
    },
    async close() {
      controller.abort();
      await reading;
    },
  };
  opened.push(watching);
  await watching.until(() => watching.of('ready').length + watching.of('reset').length > 0);
  return watching;
}

function messageOf(part: string): Message {
  const field = (name: string) =>
    part
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { event: field('event') ?? '', id: field('id'), data: JSON.parse(field('data') ?? 'null') };
}

const record = (tenant: Tenant, person: Person, entry: Partial<Parameters<typeof recordActivity>[1]> = {}) =>
  asActor(tenant[person], (tx) =>
    recordActivity(tx, { engagementId: tenant.engagementId, kind: 'line.changed', subject: 'a line', ...entry }),
  );
const newest = (tenant: Tenant) => asActor(tenant.advisor, (tx) => latestEventNumber(tx, tenant.engagementId));

/** From one entry in front of the wall to the next. */
const step = 1_000_000;

describe('an event stream', () => {
  it('says what has changed, by whom, and never to what', async () => {
    const { x } = tenants();
    const watching = await watch(x, 'observer');
    const subject = randomUUID();
    await record(x, 'contributor', { subject, before: { likely: 41 }, after: { likely: 424_242, version: 7 } });
    await watching.until(() => watching.of('activity').length === 1);
    const number = await newest(x);
    const event = { number, kind: 'line.changed', subject, version: 7, by: x.contributor.userId };
    expect(watching.of('activity')).toEqual([{ event: 'activity', id: String(number), data: event }]);
    expect(JSON.stringify(watching.messages)).not.toContain('424242');
  });

  it('tells each of five watchers of each of forty changes at once, once and in order', async () => {
    const { x } = tenants();
    const people = ['advisor', 'executive', 'contributor', 'observer', 'observer'] as const;
    const watchers = await Promise.all(people.map((person) => watch(x, person)));
    const from = Math.floor((await newest(x)) / step);
    await Promise.all(Array.from({ length: 40 }, () => record(x, 'advisor')));
    for (const watcher of watchers) {
      await watcher.until(() => watcher.of('activity').length === 40);
      expect(watcher.of('activity').map(({ id }) => Number(id))).toEqual(
        Array.from({ length: 40 }, (_, index) => (from + 1 + index) * step),
      );
    }
  });

  it('gives what follows from a threshold to those who may see it, and not a sign of it to others', async () => {
    const { x } = tenants();
    const [executive, contributor, observer] = [
      await watch(x, 'executive'),
      await watch(x, 'contributor'),
      await watch(x, 'observer'),
    ];
    await record(x, 'executive', { kind: 'threshold.proposed', wall: 'threshold', after: { amount: 8_642_173 } });
    await executive.until(() => executive.of('activity').length === 1);
    await record(x, 'advisor', { kind: 'line.added' });
    for (const watching of [contributor, observer]) {
      await watching.until(() => watching.of('activity').length === 1);
      expect(watching.of('activity')).toMatchObject([{ data: { kind: 'line.added' } }]);
      expect(JSON.stringify(watching.messages)).not.toMatch(/threshold|8642173/);
    }
    // Nor when they ask for everything since the beginning.
    const again = await watch(x, 'contributor', 0);
    await again.until(() => again.of('activity').some(({ data }) => (data as { kind: string }).kind === 'line.added'));
    expect(JSON.stringify(again.messages)).not.toMatch(/threshold/);
  });

  it('says nothing of another engagement', async () => {
    const { x, y } = tenants();
    const watching = await watch(x, 'advisor');
    await record(y, 'advisor');
    await record(x, 'advisor', { subject: 'ours' });
    await watching.until(() => watching.of('activity').length === 1);
    expect(watching.of('activity')).toMatchObject([{ data: { subject: 'ours' } }]);
  });

  it('takes up where it was left', async () => {
    const { x } = tenants();
    const left = await newest(x);
    await record(x, 'advisor', { subject: 'while away' });
    const watching = await watch(x, 'contributor', left);
    await watching.until(() => watching.of('activity').length === 1);
    expect(watching.of('activity')).toMatchObject([
      { data: { subject: 'while away', number: (Math.floor(left / step) + 1) * step } },
    ]);
  });

  it('asks for a fresh look at everything after more than 1,000 missed changes', async () => {
    const { y } = tenants();
    await asActor(y.advisor, async (tx) => {
      for (let entry = 0; entry < 1_001; entry++) {
        await recordActivity(tx, { engagementId: y.engagementId, kind: 'line.changed', subject: 'a line' });
      }
    });
    const watching = await watch(y, 'advisor', (await newest(y)) - 1_001 * step);
    expect(watching.messages).toEqual([{ event: 'reset', id: String(await newest(y)), data: {} }]);
  });

  it('goes on after its line to the database was cut', async () => {
    const { x } = tenants();
    const watching = await watch(x, 'advisor');
    await asOwner(
      (owner) => owner`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`,
    );
    await record(x, 'advisor', { subject: 'after the cut' });
    await watching.until(() => watching.of('activity').length === 1);
  });
});

describe('an event stream ends', () => {
  const isOver = (watching: Awaited<ReturnType<typeof watch>>) => watching.until(watching.ended);

  it('when its person is removed, and a later change is not told', async () => {
    const { y } = tenants();
    const [removed, other] = [await watch(y, 'observer'), await watch(y, 'contributor')];
    await asActor(y.advisor, (tx) =>
      tx.delete(members).where(and(eq(members.engagementId, y.engagementId), eq(members.userId, y.observer.userId))),
    );
    await isOver(removed);
    await record(y, 'advisor');
    await other.until(() => other.of('activity').length === 1);
    expect(removed.messages.at(-1)).toMatchObject({ event: 'ended' });
    expect(removed.of('activity')).toEqual([]);
  });

  it('when their role changes, either way', async () => {
    const { y } = tenants();
    const watching = await watch(y, 'executive');
    await asOwner(
      (owner) => owner`update members set role = 'observer'
        where engagement_id = ${y.engagementId} and user_id = ${y.executive.userId}`,
    );
    await isOver(watching);
  });

  it('when its session is ended, and another session of the same person goes on', async () => {
    const { x } = tenants();
    const [ended, other] = [await watch(x, 'contributor'), await watch(x, 'contributor')];
    await asOwner((owner) => owner`delete from sessions where id = ${ended.sessionId}`);
    await isOver(ended);
    await record(x, 'advisor');
    await other.until(() => other.of('activity').length === 1);
  });

  it('when its reader has left five hundred messages unread', async () => {
    const { x } = tenants();
    const { userId } = x.advisor;
    const before = hub().openFor(userId);
    const member = await asActor({ userId }, (tx) => membershipOf(tx, { userId }, x.engagementId));
    if (!member) throw new Error('not a member');
    const { token } = await asSystem((tx) => openSession(tx, { userId, method: 'link', userAgent: null }));
    const sessionId = (await asSystem((tx) => sessionOf(tx, token)))?.sessionId ?? '';
    const unread = engagementStream({ userId, sessionId }, member, x.engagementId, {
      after: 0,
      signal: new AbortController().signal,
    });
    expect(hub().openFor(userId)).toBe(before + 1);
    await asActor(x.advisor, async (tx) => {
      for (let entry = 0; entry < 600; entry++) {
        await recordActivity(tx, { engagementId: x.engagementId, kind: 'line.changed', subject: 'a line' });
      }
    });
    await vi.waitFor(() => expect(hub().openFor(userId)).toBe(before), { timeout: 10_000 });
    await unread.cancel();
  });

  it('when its reader had left before it began', async () => {
    const { x } = tenants();
    const { userId } = x.executive;
    const before = hub().openFor(userId);
    const member = await asActor({ userId }, (tx) => membershipOf(tx, { userId }, x.engagementId));
    if (!member) throw new Error('not a member');
    const left = { after: null, signal: AbortSignal.abort() };
    engagementStream({ userId, sessionId: randomUUID() }, member, x.engagementId, left);
    rightsStream({ userId, sessionId: randomUUID() }, { since: null, signal: AbortSignal.abort() });
    expect(hub().openFor(userId)).toBe(before);
  });

  it('when the browser leaves', async () => {
    const { x } = tenants();
    const before = hub().openFor(x.executive.userId);
    const watching = await watch(x, 'executive');
    expect(hub().openFor(x.executive.userId)).toBe(before + 1);
    await watching.close();
    expect(hub().openFor(x.executive.userId)).toBe(before);
  });
});

describe('presence', () => {
  const line = `line:${randomUUID()}`;
  const moves = (tenant: Tenant, person: Person, place: string | null) =>
    asActor(tenant[person], (tx) => announcePresence(tx, tenant[person], { engagementId: tenant.engagementId, place }));
  const last = (watching: Awaited<ReturnType<typeof watch>>) => watching.of('presence').at(-1)?.data;

  it('tells everybody else in the engagement where somebody is, and when they leave', async () => {
    const { x, y } = tenants();
    const [own, colleague, stranger] = [
      await watch(x, 'advisor'),
      await watch(x, 'observer'),
      await watch(y, 'advisor'),
    ];
    await moves(x, 'advisor', `${line}:unitCost`);
    await colleague.until(() => colleague.of('presence').length === 1);
    expect(last(colleague)).toEqual([{ by: x.advisor.userId, place: `${line}:unitCost` }]);
    const late = await watch(x, 'contributor');
    expect(last(late)).toEqual([{ by: x.advisor.userId, place: `${line}:unitCost` }]);
    await moves(x, 'advisor', null);
    await colleague.until(() => colleague.of('presence').length === 2);
    expect(last(colleague)).toEqual([]);
    expect(own.of('presence').flatMap(({ data }) => data)).toEqual([]);
    expect(stranger.of('presence')).toEqual([]);
  });

  it('says nothing of a place that not everybody may see', async () => {
    const { x } = tenants();
    const watching = await watch(x, 'observer');
    for (const place of [`threshold:${randomUUID()}`, 'line:everything', `${line}:a b`]) {
      await moves(x, 'executive', place);
    }
    await moves(x, 'executive', line);
    await watching.until(() => watching.of('presence').length > 0);
    expect(last(watching)).toEqual([{ by: x.executive.userId, place: line }]);
    expect(watching.of('presence')).toHaveLength(1);
  });
});
