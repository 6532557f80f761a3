import { beforeAll, describe, expect, it, vi } from 'vitest';
import { asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { addressOfLink, createSignInLink, forgetSignInLinks, redeemSignInLink } from '@/lib/sign-in/links';
import { endSession, openSession, renewSession, sessionOf } from '@/lib/sign-in/sessions';
import { hashOf } from '@/lib/sign-in/token';

vi.mock('@/lib/server/environment', () => ({
  environment: () => ({ authSecret: 'a secret of this test, long enough' }),
}));

const site = { origin: 'http://localhost:4170', next: '/engagements' };
let person: Actor;
const email = 'signer@tenants.example';

beforeAll(async () => {
  person = await createPerson(process.env.OWNER_DATABASE_URL, 'signer');
});

const link = async () => {
  const made = await asSystem((tx) => createSignInLink(tx, email, site));
  return String(new URL(made?.link ?? '').searchParams.get('token'));
};

const open = (replaces?: string) =>
  asSystem((tx) =>
    openSession(tx, {
      userId: person.userId,
      method: 'link',
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      replaces,
    }),
  );

const whose = (token: string) => asSystem((tx) => sessionOf(tx, token));

const events = () =>
  asOwner(
    (owner) =>
      owner`select kind, user_id, actor_id, detail from security_events where user_id = ${person.userId} order by at, id`,
  );

describe('a sign-in link', () => {
  it('is worth nothing once its person has signed out everywhere', async () => {
    const token = await link();
    await asSystem((tx) => forgetSignInLinks(tx, person.userId));
    expect(await asSystem((tx) => redeemSignInLink(tx, token))).toBeNull();
  });

  it('is made for a known address alone, and keeps only a hash', async () => {
    expect(await asSystem((tx) => createSignInLink(tx, 'stranger@elsewhere.example', site))).toBeNull();
    const token = await link();
    const kept = await asOwner((owner) => owner`select token_hash from sign_in_links where user_id = ${person.userId}`);
    expect(kept.map((row) => row.token_hash)).toContain(hashOf(token));
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('can be looked at any number of times and used once', async () => {
    const token = await link();
    for (let look = 0; look < 3; look += 1) {
      expect(await asSystem((tx) => addressOfLink(tx, token))).toBe(email);
    }
    expect(await asSystem((tx) => redeemSignInLink(tx, token))).toEqual({
      userId: person.userId,
      next: '/engagements',
    });
    expect(await asSystem((tx) => redeemSignInLink(tx, token))).toBeNull();
    expect(await asSystem((tx) => addressOfLink(tx, token))).toBeNull();
  });

  it('lets one in when ten try it at once', async () => {
    const token = await link();
    const tries = await Promise.all(Array.from({ length: 10 }, () => asSystem((tx) => redeemSignInLink(tx, token))));
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it('ends after its fifteen minutes', async () => {
    const token = await link();
    const [kept] = await asOwner(
      (
        owner,
      ) => owner`select expires_at - now() > interval '14 minutes' and expires_at - now() <= interval '15 minutes' as quarter
                       from sign_in_links where token_hash = ${hashOf(token)}`,
    );
    expect(kept?.quarter).toBe(true);
    await asOwner((owner) => owner`update sign_in_links set expires_at = now() - interval '1 second'`);
    expect(await asSystem((tx) => addressOfLink(tx, token))).toBeNull();
    expect(await asSystem((tx) => redeemSignInLink(tx, token))).toBeNull();
  });

  it('is no other thing that fits a link’s shape', async () => {
    expect(await asSystem((tx) => redeemSignInLink(tx, 'f'.repeat(64)))).toBeNull();
    const { token } = await open();
    expect(await asSystem((tx) => redeemSignInLink(tx, token))).toBeNull();
  });
});

describe('a session', () => {
  it('is known by its token, which the database keeps as a hash', async () => {
    const { token } = await open();
    expect(await whose(token)).toMatchObject({ userId: person.userId, email, renewalDue: false });
    expect(await whose(hashOf(token))).toBeNull();
    const rows = await asOwner((owner) => owner`select * from sessions where user_id = ${person.userId}`);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.at(-1)).toMatchObject({ device: 'Firefox on Linux', method: 'link' });
  });

  it('ends the one this browser had before', async () => {
    const first = await open();
    const second = await open(first.token);
    expect(await whose(first.token)).toBeNull();
    expect(await whose(second.token)).not.toBeNull();
  });

  it('ends after twelve hours without use, and not before', async () => {
    const { token } = await open();
    const unusedFor = (time: string) =>
      asOwner(
        (owner) =>
          owner`update sessions set last_used_at = now() - ${time}::interval where token_hash = ${hashOf(token)}`,
      );
    await unusedFor('11 hours 59 minutes');
    expect(await whose(token)).not.toBeNull();
    await unusedFor('12 hours');
    expect(await whose(token)).toBeNull();
  });

  it('notes its use, but not what a page asks by itself', async () => {
    const { token } = await open();
    await asOwner(
      (owner) =>
        owner`update sessions set last_used_at = now() - interval '2 hours' where token_hash = ${hashOf(token)}`,
    );
    const noted = async () => {
      const [row] = await asOwner(
        (owner) =>
          owner`select last_used_at > now() - interval '1 minute' as noted from sessions where token_hash = ${hashOf(token)}`,
      );
      return row?.noted;
    };
    expect(await asSystem((tx) => sessionOf(tx, token, { byItself: true }))).not.toBeNull();
    expect(await noted()).toBe(false);
    await whose(token);
    expect(await noted()).toBe(true);
  });

  it('ends after seven days however much it is used', async () => {
    const { token, expiresAt } = await open();
    expect(Math.round((expiresAt.getTime() - Date.now()) / 3_600_000)).toBe(7 * 24);
    await asOwner((owner) => owner`update sessions set expires_at = now() where token_hash = ${hashOf(token)}`);
    expect(await whose(token)).toBeNull();
    expect(await asSystem((tx) => renewSession(tx, token))).toBeNull();
  });

  it('is due for renewal once rights have changed; its old token ends when the new one has come back', async () => {
    const { token } = await open();
    await asOwner((owner) => owner`insert into portal_roles (user_id, role) values (${person.userId}, 'advisor')`);
    expect(await whose(token)).toMatchObject({ renewalDue: true, portalRoles: ['advisor'] });
    const renewals = await Promise.all([1, 2, 3].map(() => asSystem((tx) => renewSession(tx, token))));
    const [next = ''] = renewals.map((renewal) => renewal?.token);
    expect(new Set(renewals.map((renewal) => renewal?.token))).toEqual(new Set([next]));
    expect(next).not.toBe(token);

    // The answer may have been lost: the old token still leads to the new one, and to nothing else.
    expect(await whose(token)).toMatchObject({ renewalDue: true });
    const firstUses = await Promise.all([1, 2, 3].map(() => whose(next)));
    expect(firstUses).toEqual(Array(3).fill(expect.objectContaining({ userId: person.userId, renewalDue: false })));
    expect(await whose(token)).toBeNull();
    expect(await asSystem((tx) => renewSession(tx, token))).toBeNull();
    expect(await whose(next)).toMatchObject({ renewalDue: false });
  });

  it('is due again where rights change between the new token and its first use', async () => {
    const { token } = await open();
    const renewed = await asSystem((tx) => renewSession(tx, token));
    await asOwner((owner) => owner`update users set rights_changed_at = clock_timestamp() where id = ${person.userId}`);
    expect(await whose(renewed?.token ?? '')).toMatchObject({ renewalDue: true });
  });

  it('is ended by either of its tokens', async () => {
    const { token } = await open();
    const renewed = await asSystem((tx) => renewSession(tx, token));
    await asSystem((tx) => endSession(tx, renewed?.token ?? ''));
    expect(await whose(token)).toBeNull();
  });

  it('ends when its browser signs out, and says so', async () => {
    const { token } = await open();
    await asSystem((tx) => endSession(tx, token));
    expect(await whose(token)).toBeNull();
    expect((await events()).at(-1)).toMatchObject({ kind: 'signed-out', actor_id: person.userId });
  });

  it('tells who listens that access has changed when it ends', async () => {
    const { token } = await open();
    const heard = await asOwner(
      (owner) =>
        new Promise<string>((resolve, reject) => {
          const listening = owner.listen('access_changed', resolve);
          listening.then(() => asSystem((tx) => endSession(tx, token))).catch(reject);
        }),
    );
    expect(heard).toBe(person.userId);
  });

  it('tells its beginning without an address', async () => {
    await open();
    const last = (await events()).at(-1);
    expect(last).toMatchObject({ kind: 'signed-in', detail: { method: 'link', device: 'Firefox on Linux' } });
    expect(JSON.stringify(last)).not.toContain('@');
  });
});
