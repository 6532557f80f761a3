import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asActor, asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson } from '@/db/testing/tenants';
import type { PasskeyAnswer } from '@/lib/sign-in/passkey-schema';
import { addPasskey, registrationOptions, signerOf, signInOptions } from '@/lib/sign-in/passkeys';
import { openSession, type SignedInPerson, sessionOf } from '@/lib/sign-in/sessions';
import { type Asked, beginWithPasskey, confirmWithPasskey, spendStepUp } from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { softwareAuthenticator } from '@/lib/sign-in/testing/authenticator';

const site = { origin: 'https://portal.example', rpID: 'portal.example' };
vi.mock('@/lib/server/environment', () => ({
  environment: () => ({ authSecret: 'a secret of this test, long enough', origin: 'https://portal.example' }),
}));

let serial = 0;

async function somebody() {
  serial += 1;
  const { userId } = await createPerson(process.env.OWNER_DATABASE_URL, `keyholder-${serial}`);
  const { token } = await asSystem((tx) => openSession(tx, { userId, method: 'link', userAgent: null }));
  const person = await asSystem((tx) => sessionOf(tx, token));
  if (!person) throw new Error('nobody is signed in');
  return person;
}

let person: SignedInPerson;
let key: ReturnType<typeof softwareAuthenticator>;

const register = async (who: SignedInPerson, authenticator = softwareAuthenticator(site)) => {
  const { challenge } = await asSystem((tx) => registrationOptions(tx, who));
  const answer = authenticator.register(challenge);
  const added = await asSystem((tx) => addPasskey(tx, { userId: who.userId, name: 'A key' }, answer));
  return { authenticator, answer, added };
};

beforeEach(async () => {
  person = await somebody();
  key = (await register(person)).authenticator;
});

const challenge = async () => (await asSystem(signInOptions)).challenge;
const signIn = async (answer: PasskeyAnswer) =>
  (await asSystem((tx) => signerOf(tx, answer, 'sign-in')))?.userId ?? null;

describe('a passkey', () => {
  it('says by itself whose it is', async () => {
    expect(await signIn(key.answer(await challenge()))).toBe(person.userId);
    const [kept] = await asOwner(
      (owner) => owner`select counter, last_used_at from passkeys where user_id = ${person.userId}`,
    );
    expect(kept).toMatchObject({ counter: '1', last_used_at: expect.any(Date) });
  });

  it('is not added with an answer that was given before, nor to somebody else’s account', async () => {
    const fresh = await somebody();
    const { answer } = await register(fresh);
    expect(await asSystem((tx) => addPasskey(tx, { userId: fresh.userId, name: 'Again' }, answer))).toBe(false);
    const { challenge: asked } = await asSystem((tx) => registrationOptions(tx, person));
    const stolen = softwareAuthenticator(site).register(asked);
    expect(await asSystem((tx) => addPasskey(tx, { userId: fresh.userId, name: 'Stolen' }, stolen))).toBe(false);
  });

  it('is not added twice', async () => {
    expect((await register(person, key)).added).toBe(false);
    expect((await register(await somebody(), key)).added).toBe(false);
  });

  it('signs in once with one answer, also when it comes twice at once', async () => {
    const answer = key.answer(await challenge());
    const tries = await Promise.all([signIn(answer), signIn(answer), signIn(answer)]);
    expect(tries.filter(Boolean)).toEqual([person.userId]);
    expect(await signIn(answer)).toBeNull();
  });

  it('does not answer a challenge that nobody set, or that was set for something else', async () => {
    expect(await signIn(key.answer('bWFkZSB1cA'))).toBeNull();
    const { challenge: forRegistering } = await asSystem((tx) => registrationOptions(tx, person));
    expect(await signIn(key.answer(forRegistering))).toBeNull();
  });

  it('does not sign in for another site, without its owner, or by another’s key', async () => {
    expect(await signIn(key.answer(await challenge(), { from: 'https://portal.example.evil.example' }))).toBeNull();
    expect(await signIn(key.answer(await challenge(), { verified: false }))).toBeNull();
    const forged = softwareAuthenticator(site).answer(await challenge());
    const { id, rawId } = key.answer(await challenge());
    expect(await signIn({ ...forged, id, rawId })).toBeNull();
    const elsewhere = softwareAuthenticator({ ...site, rpID: 'evil.example' });
    expect((await register(person, elsewhere)).added).toBe(false);
  });

  it('whose counter falls back has been copied, and is refused', async () => {
    expect(await signIn(key.answer(await challenge(), { count: 9 }))).toBe(person.userId);
    expect(await signIn(key.answer(await challenge(), { count: 9 }))).toBeNull();
    expect(await signIn(key.answer(await challenge(), { count: 3 }))).toBeNull();
    expect(await signIn(key.answer(await challenge(), { count: 10 }))).toBe(person.userId);
  });

  it('that cannot be read is refused', async () => {
    const answer = key.answer(await challenge());
    for (const clientDataJSON of ['', 'AAAA', Buffer.from('{"challenge":7}').toString('base64url')]) {
      expect(await signIn({ ...answer, response: { ...answer.response, clientDataJSON } })).toBeNull();
    }
  });
});

describe('a step-up by passkey', () => {
  const asked: Asked = { purpose: 'threshold.decide', content: stepUpContent('threshold 7', 'approve') };
  const begin = async () => {
    const begun = await asSystem((tx) => beginWithPasskey(tx, person, asked));
    if (!begun) throw new Error('there is no passkey');
    return begun;
  };
  const confirm = (stepUpId: string, answer: PasskeyAnswer) =>
    asSystem((tx) => confirmWithPasskey(tx, person, { stepUpId, answer }));

  it('is confirmed by the person’s own key, and spent once', async () => {
    const { stepUpId, options } = await begin();
    expect(await confirm(stepUpId, key.answer(options.challenge))).toBe(true);
    expect(await asActor(person, (tx) => spendStepUp(tx, person, { ...asked, stepUpId }))).toBe('passkey');
  });

  it('is not confirmed by the answer to another step-up, or to a sign-in', async () => {
    const first = await begin();
    const second = await begin();
    expect(await confirm(second.stepUpId, key.answer(first.options.challenge))).toBe(false);
    expect(await confirm(second.stepUpId, key.answer(await challenge()))).toBe(false);
  });

  it('is not confirmed by somebody else’s key', async () => {
    const { authenticator } = await register(await somebody());
    const { stepUpId, options } = await begin();
    expect(await confirm(stepUpId, authenticator.answer(options.challenge))).toBe(false);
    expect(await confirm(stepUpId, key.answer(options.challenge))).toBe(false);
  });

  it('leaves its challenge useless for signing in', async () => {
    const { options } = await begin();
    expect(await signIn(key.answer(options.challenge))).toBeNull();
  });
});
