import { beforeAll, describe, expect, it } from 'vitest';
import { asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson } from '@/db/testing/tenants';
import type { Actor } from '@/lib/access/permissions';
import { issueChallenge, spendChallenge } from '@/lib/sign-in/challenges';
import { admitIdentity, personBehind } from '@/lib/sign-in/identities';

const issuer = 'https://issuer.example';
const email = 'identified@tenants.example';
let person: Actor;

beforeAll(async () => {
  person = await createPerson(process.env.OWNER_DATABASE_URL, 'identified');
});

const admit = (subject: string, verifiedEmail: string | null, by = issuer) =>
  asSystem((tx) => admitIdentity(tx, by, { subject, verifiedEmail }));
const behind = (subject: string, by = issuer) => asSystem((tx) => personBehind(tx, by, subject));

describe('an identity', () => {
  it('is linked to the person who has its verified address, and known by its subject from then on', async () => {
    expect(await admit('1', email)).toBe('admitted');
    expect(await behind('1')).toBe(person.userId);
    expect(await admit('1', null)).toBe('admitted');
    expect(await admit('1', 'renamed@tenants.example')).toBe('admitted');
    expect(await behind('1')).toBe(person.userId);
  });

  it('of another issuer is another, whatever its subject', async () => {
    await admit('1', email);
    expect(await behind('1', 'https://other.example')).toBeNull();
    expect(await admit('1', null, 'https://other.example')).toBe('unverified');
  });

  it('of a stranger, or without a verified address, links nothing and makes nobody', async () => {
    const people = () => asOwner((owner) => owner`select count(*)::int as people from users`);
    const before = await people();
    expect(await admit('2', 'stranger@elsewhere.example')).toBe('unknown');
    expect(await admit('3', null)).toBe('unverified');
    expect([await behind('2'), await behind('3')]).toEqual([null, null]);
    expect([...(await people())]).toEqual([...before]);
    const told = await asOwner(
      (owner) => owner`select detail from security_events where kind = 'sign-in.refused' order by at`,
    );
    expect([...told]).toEqual([
      { detail: { method: 'identity', reason: 'unverified' } },
      { detail: { method: 'identity', reason: 'unknown' } },
      { detail: { method: 'identity', reason: 'unverified' } },
    ]);
  });

  it('that comes twice at once is linked once', async () => {
    expect(await Promise.all([1, 2, 3].map(() => admit('4', email)))).toEqual(['admitted', 'admitted', 'admitted']);
    const linked = await asOwner(
      (owner) =>
        owner`select detail from security_events where kind = 'identity.linked' and user_id = ${person.userId}`,
    );
    expect(linked.length).toBe(2);
  });
});

describe('a challenge', () => {
  const issue = (asked: Parameters<typeof issueChallenge>[1]) =>
    asSystem(async (tx) => Buffer.from(await issueChallenge(tx, asked)).toString('base64url'));
  const spend = (challenge: string, purpose: Parameters<typeof spendChallenge>[2]) =>
    asSystem((tx) => spendChallenge(tx, challenge, purpose));

  it('is good once, for its purpose alone', async () => {
    const challenge = await issue({ purpose: 'register', userId: person.userId });
    expect(await spend(challenge, 'sign-in')).toBeNull();
    expect(await spend(challenge, 'register')).toEqual({ userId: person.userId, stepUpId: null });
    expect(await spend(challenge, 'register')).toBeNull();
  });

  it('is good for one of several who answer at once', async () => {
    const challenge = await issue({ purpose: 'sign-in' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => spend(challenge, 'sign-in')));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('ends after five minutes, and is kept as a hash', async () => {
    const challenge = await issue({ purpose: 'sign-in' });
    const rows = await asOwner((owner) => owner`select *, expires_at - now() as left from challenges`);
    expect(JSON.stringify(rows)).not.toContain(challenge);
    await asOwner((owner) => owner`update challenges set expires_at = now()`);
    expect(await spend(challenge, 'sign-in')).toBeNull();
  });

  it('is none of ours when it is made up', async () => {
    for (const made of ['', 'x', 'A'.repeat(43)]) expect(await spend(made, 'sign-in')).toBeNull();
  });
});
