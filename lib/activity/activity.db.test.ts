import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { asActor } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { type Tenant, tenants } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { loadActivity, trailRows } from '@/lib/activity/queries';
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
    let before = '00'.repeat(32);
    for (const row of rows) {
      expect(row.previousHash).toBe(before);
      const content = [
        Buffer.from(row.text ?? '', 'utf8'),
        Buffer.from(row.salt ?? '', 'hex'),
        Buffer.from(before, 'hex'),
      ];
      expect(createHash('sha256').update(Buffer.concat(content)).digest('hex')).toBe(row.hash);
      before = row.hash;
    }
    const sealed = await trail(x, x.observer);
    expect(sealed.map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash));
    expect(sealed.some((row) => row.text === undefined && row.salt === undefined)).toBe(true);
    expect(await trail(x, tenants().y.advisor)).toEqual([]);
  });

  it('says where the chain is broken, to whoever may not see that row too', async () => {
    const { x } = tenants();
    await propose(x);
    expect((await view(x, x.observer)).chain.broken).toBeNull();
    const last = (await trail(x, x.advisor)).length;
    await asOwner(async (owner) => {
      await owner`alter table activity disable trigger only_added_to`;
      await owner`update activity set after = '{"amount": 1}' where engagement_id = ${x.engagementId} and number = ${last}`;
      await owner`alter table activity enable trigger only_added_to`;
    });
    expect((await view(x, x.observer)).chain).toEqual({ entries: last, broken: last });
    await asOwner(async (owner) => {
      await owner`alter table activity disable trigger only_added_to`;
      await owner`delete from activity where engagement_id = ${x.engagementId} and number = ${last}`;
      await owner`alter table activity enable trigger only_added_to`;
    });
    expect((await view(x, x.advisor)).chain).toEqual({ entries: last - 1, broken: last });
  });
});
