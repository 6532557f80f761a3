import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadActivity, type TrailRow, trailRows } from '@/lib/activity/queries';
import { recordActivity } from '@/lib/activity/record';
import { activityFilter } from '@/lib/activity/schema';
import { loadEngagement } from '@/lib/engagements/queries';

const view = (tenant: Tenant, actor: Actor, address: Record<string, string> = {}) =>
  asActor(actor, async (tx) => {
    const engagement = await loadEngagement(tx, actor, tenant.engagementId, () => '2026-11-25');
    if (!engagement) throw new Error('not theirs');
    return loadActivity(tx, engagement, activityFilter.parse(address));
  });
const trail = (tenant: Tenant, actor: Actor) =>
  asActor(actor, (tx) => trailRows(tx, tenant.engagementId, { after: 0, atMost: 10_000 }));

/** Records an entry about the threshold, whose amount nobody but leadership may be sent. */
const propose = (tenant: Tenant) =>
  asActor(tenant.executive, (tx) =>
    recordActivity(tx, {
      engagementId: tenant.engagementId,
      kind: 'threshold.proposed',
      subject: tenant.threshold.id,
      after: { amount: tenant.threshold.amount },
      wall: 'threshold',
    }),
  );

describe('the activity room', () => {
  it('tells leadership everything, and contributors and observers nothing of the threshold', async () => {
    const { x } = tenants();
    await propose(x);
    const digits = String(x.threshold.amount);
    const toExecutive = await view(x, x.executive);
    expect(toExecutive.entries[0]).toMatchObject({ does: 'proposed a walk threshold', who: 'x.executive' });
    expect(toExecutive.subjects.map(({ key }) => key)).toContain('threshold');
    for (const person of [x.contributor, x.observer, x.negotiator]) {
      const shown = JSON.stringify(await view(x, person, { subject: 'threshold' }));
      expect(shown).not.toMatch(/threshold/i);
      expect(shown).not.toContain(digits);
      expect(JSON.stringify(await trail(x, person))).not.toContain(digits);
    }
  });

  it('filters by part, person, day and text, and leaves out what cannot be read', async () => {
    const { x, y } = tenants();
    const all = (await view(x, x.advisor)).entries.length;
    expect(all).toBeGreaterThan(0);
    expect((await view(x, x.advisor, { subject: 'engagement' })).entries.map(({ does }) => does)).toEqual([
      'created the engagement',
    ]);
    expect((await view(x, x.advisor, { person: x.observer.userId })).entries).toEqual([]);
    expect((await view(x, x.advisor, { to: '2020-01-01' })).entries).toEqual([]);
    expect((await view(x, x.advisor, { from: '2020-01-01', text: 'Client x' })).entries).toHaveLength(1);
    expect((await view(x, x.advisor, { text: '%' })).entries).toEqual([]);
    expect((await view(x, x.advisor, { person: 'x’ or 1=1', from: 'yesterday' })).entries).toHaveLength(all);
    await expect(view(x, y.advisor)).rejects.toThrow('not theirs');
  });

  it('is a trail that anybody can check: hash = SHA-256(text · salt · hash before)', async () => {
    const { x } = tenants();
    await propose(x);
    const rows = await trail(x, x.advisor);
    const check = (each: readonly TrailRow[]) => {
      const last = new Map<string, string>();
      for (const { wall, text, salt, hash, previousHash } of each) {
        expect(previousHash).toBe(last.get(wall) ?? '00'.repeat(32));
        const content = [Buffer.from(text, 'utf8'), Buffer.from(salt, 'hex'), Buffer.from(previousHash, 'hex')];
        expect(createHash('sha256').update(Buffer.concat(content)).digest('hex')).toBe(hash);
        last.set(wall, hash);
      }
    };
    check(rows);
    const open = await trail(x, x.observer);
    check(open);
    expect(open).toEqual(rows.filter(({ wall }) => wall === 'engagement'));
    expect(open.map(({ number }) => number)).toEqual(open.map((_, at) => (at + 1) * 1_000_000));
    expect(await trail(x, tenants().y.advisor)).toEqual([]);
  });

  it('counts for a negotiator what they read of posture, and leaves no gap where the threshold’s entries are', async () => {
    const { x } = tenants();
    const note = () =>
      asActor(x.advisor, (tx) =>
        recordActivity(tx, {
          engagementId: x.engagementId,
          kind: 'posture.tested',
          subject: x.engagementId,
          wall: 'posture',
        }),
      );
    await note();
    await propose(x);
    await note();
    const rows = await trail(x, x.negotiator);
    expect(new Set(rows.map(({ wall }) => wall))).toEqual(new Set(['engagement', 'posture']));
    expect((rows.at(-1)?.number ?? 0) - (rows.at(-2)?.number ?? 0)).toBe(1_000);
    expect((await view(x, x.negotiator)).chain).toEqual({ entries: rows.length, broken: null });
    const open = await trail(x, x.contributor);
    expect((await view(x, x.contributor)).chain).toEqual({ entries: open.length, broken: null });
    expect(open.length).toBeLessThan(rows.length);
  });

  it('counts, and finds broken, what its reader may see and nothing else', async () => {
    const { x } = tenants();
    const entries = async (who: Actor) => (await view(x, who)).chain.entries;
    const before = [await entries(x.observer), await entries(x.advisor)];
    await propose(x);
    expect([await entries(x.observer), await entries(x.advisor)]).toEqual([before[0], (before[1] ?? 0) + 1]);
    const last = (await trail(x, x.advisor)).at(-1);
    const tamper = (change: (owner: Sql) => PromiseLike<unknown>) =>
      asOwner(async (owner) => {
        await owner`alter table activity disable trigger only_added_to`;
        await change(owner);
        await owner`alter table activity enable trigger only_added_to`;
      });
    await tamper(
      (owner) => owner`
        update activity set after = '{"amount": 1}' where engagement_id = ${x.engagementId} and number = ${last?.number ?? 0}`,
    );
    expect((await view(x, x.observer)).chain.broken).toBeNull();
    expect((await view(x, x.advisor)).chain.broken).toBe((before[1] ?? 0) + 1);
    await tamper(
      (owner) => owner`delete from activity where engagement_id = ${x.engagementId} and number = ${last?.number ?? 0}`,
    );
    expect((await view(x, x.observer)).chain.broken).toBeNull();
    expect((await view(x, x.advisor)).chain).toEqual({ entries: before[1], broken: (before[1] ?? 0) + 1 });
    await tamper(
      (owner) => owner`
        update activity set kind = 'line.removed' where engagement_id = ${x.engagementId} and number = 2000000`,
    );
    expect((await view(x, x.observer)).chain.broken).toBe(2);
  });
});
