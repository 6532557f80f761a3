import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asActor, asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import { createPerson } from '@/db/testing/tenants';
import { openSession, type SignedInPerson, sessionOf } from '@/lib/sign-in/sessions';
import {
  type Asked,
  beginWithCode,
  beginWithPasskey,
  confirmWithCode,
  isFresh,
  proveFreshly,
  spendStepUp,
} from '@/lib/sign-in/step-up';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { maskedAddress, methodsFor } from '@/lib/sign-in/step-up-policy';

vi.mock('@/lib/server/environment', () => ({
  environment: () => ({ authSecret: 'a secret of this test, long enough', origin: 'http://localhost:4170' }),
}));

let person: SignedInPerson;
let serial = 0;
const asked: Asked = { purpose: 'threshold.decide', content: stepUpContent('threshold 7', 'approve') };

const signedIn = async (userId: string) => {
  const { token } = await asSystem((tx) => openSession(tx, { userId, method: 'link', userAgent: null }));
  const found = await asSystem((tx) => sessionOf(tx, token));
  if (!found) throw new Error('nobody is signed in');
  return found;
};

beforeEach(async () => {
  serial += 1;
  person = await signedIn((await createPerson(process.env.OWNER_DATABASE_URL, `stepper-${serial}`)).userId);
});

const begin = (what = asked) => asSystem((tx) => beginWithCode(tx, person, what));
const confirm = (stepUpId: string, code: string, who = person) =>
  asSystem((tx) => confirmWithCode(tx, who, { stepUpId, code }));
const spend = (stepUpId: string | undefined, what = asked, who = person) =>
  asActor(who, (tx) => spendStepUp(tx, who, { ...what, stepUpId }));
const detail = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'nothing was refused',
    (error) => error.detail ?? error.cause?.code,
  );
const wrong = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0');

describe('a step-up by code', () => {
  it('is confirmed by its code and used once, for what it was begun for', async () => {
    const { stepUpId, code } = await begin();
    expect(code).toMatch(/^\d{8}$/);
    expect(await confirm(stepUpId, code)).toBe(true);
    expect(await spend(stepUpId)).toBe('code');
    expect(await detail(spend(stepUpId))).toMatchObject({ code: 'refused' });
  });

  it('keeps the code under a key: not itself, and not what anybody could compute', async () => {
    const { stepUpId, code } = await begin();
    const [row] = await asOwner((owner) => owner`select code_hash from step_ups where id = ${stepUpId}`);
    const plain = await asOwner((owner) => owner`select encode(sha256(${code}::bytea), 'hex') as hash`);
    expect(row?.code_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.code_hash).not.toBe(plain[0]?.hash);
  });

  it('cannot be used before it is confirmed', async () => {
    const { stepUpId } = await begin();
    expect(await detail(spend(stepUpId))).toMatchObject({ code: 'refused' });
    expect(await detail(spend(undefined))).toMatchObject({ code: 'refused' });
  });

  it('bears five tries, the right one no longer among those after', async () => {
    const { stepUpId, code } = await begin();
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await confirm(stepUpId, wrong(code))).toBe(false);
    expect(await confirm(stepUpId, code)).toBe(false);
    const failed = await asOwner(
      (owner) => owner`select 1 from security_events where kind = 'step-up.failed' and user_id = ${person.userId}`,
    );
    expect(failed).toHaveLength(6);
  });

  it('counts tries that come at once', async () => {
    const { stepUpId, code } = await begin();
    await Promise.all(Array.from({ length: 12 }, () => confirm(stepUpId, wrong(code))));
    const [row] = await asOwner((owner) => owner`select attempts from step_ups where id = ${stepUpId}`);
    expect(row?.attempts).toBe(5);
    expect(await confirm(stepUpId, code)).toBe(false);
  });

  it('is for one content and one purpose: the same proof opens no other', async () => {
    const { stepUpId, code } = await begin();
    await confirm(stepUpId, code);
    const others: Asked[] = [
      { ...asked, content: stepUpContent('threshold 7', 'decline') },
      { ...asked, content: stepUpContent('threshold 8', 'approve') },
      { ...asked, purpose: 'decision.make' },
    ];
    for (const other of others) expect(await detail(spend(stepUpId, other))).toMatchObject({ code: 'refused' });
    expect(await spend(stepUpId)).toBe('code');
  });

  it('tells its contents apart even where their parts run together', () => {
    expect(stepUpContent('ab', 'c')).not.toBe(stepUpContent('a', 'bc'));
    expect(stepUpContent('a","b')).not.toBe(stepUpContent('a', 'b'));
  });

  it('belongs to one session: not to the same person elsewhere, nor to anybody else', async () => {
    const { stepUpId, code } = await begin();
    const elsewhere = await signedIn(person.userId);
    const other = await signedIn((await createPerson(process.env.OWNER_DATABASE_URL, `other-${serial}`)).userId);
    for (const who of [elsewhere, other]) expect(await confirm(stepUpId, code, who)).toBe(false);
    expect(await confirm(stepUpId, code)).toBe(true);
    for (const who of [elsewhere, other])
      expect(await detail(spend(stepUpId, asked, who))).toMatchObject({ code: 'refused' });
  });

  it('ends after ten minutes, confirmed or not', async () => {
    const second = await begin();
    await confirm(second.stepUpId, second.code);
    const first = await begin();
    await asOwner((owner) => owner`update step_ups set expires_at = now() where user_id = ${person.userId}`);
    expect(await confirm(first.stepUpId, first.code)).toBe(false);
    expect(await detail(spend(second.stepUpId))).toMatchObject({ code: 'refused' });
  });

  it('ends with its session', async () => {
    const { stepUpId } = await begin();
    await asActor(person, (tx) => tx.execute(sql`delete from sessions where id = ${person.sessionId}`));
    expect(await asOwner((owner) => owner`select 1 from step_ups where id = ${stepUpId}`)).toHaveLength(0);
  });

  it('is one confirmation and no failure when the code is sent twice, as a double click does', async () => {
    const { stepUpId, code } = await begin();
    expect(await Promise.all([confirm(stepUpId, code), confirm(stepUpId, code)])).toEqual([true, true]);
    expect(await confirm(stepUpId, code)).toBe(true);
    const failed = await asOwner(
      (owner) => owner`select from security_events where kind = 'step-up.failed' and user_id = ${person.userId}`,
    );
    expect(failed).toHaveLength(0);
  });

  it('is voided by a newer code', async () => {
    const older = await begin();
    const newer = await begin();
    expect(await confirm(older.stepUpId, older.code)).toBe(false);
    expect(await confirm(newer.stepUpId, newer.code)).toBe(true);
  });

  it('is not begun a sixth time while five are open, and says when', async () => {
    for (let number = 0; number < 5; number += 1) await begin();
    expect(await detail(begin())).toMatchObject({ code: 'limited', message: expect.stringMatching(/in \d+ s/) });
  });

  it('is used by one of two acts that come at once', async () => {
    const { stepUpId, code } = await begin();
    await confirm(stepUpId, code);
    const acts = await Promise.allSettled([spend(stepUpId), spend(stepUpId)]);
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is given back when the act it was for fails', async () => {
    const { stepUpId, code } = await begin();
    await confirm(stepUpId, code);
    const act = asActor(person, async (tx) => {
      await spendStepUp(tx, person, { ...asked, stepUpId });
      throw new Error('changed our mind');
    });
    await expect(act).rejects.toThrow('changed our mind');
    expect(await spend(stepUpId)).toBe('code');
  });

  it('cannot be confirmed, or forged, by the rooms themselves', async () => {
    const { stepUpId } = await begin();
    const forge = (statement: ReturnType<typeof sql>) => detail(asActor(person, (tx) => tx.execute(statement)));
    expect(await forge(sql`update step_ups set confirmed_at = now() where id = ${stepUpId}`)).toBe('42501');
    expect(
      await forge(sql`insert into step_ups (user_id, session_id, purpose, content, method, expires_at, confirmed_at)
        values (${person.userId}, ${person.sessionId}, 'decision.make', 'x', 'passkey', now() + interval '1 hour', now())`),
    ).toBe('42501');
    expect(await forge(sql`select code_hash from step_ups`)).toBe('42501');
  });
});

describe('proving oneself', () => {
  it('by passkey needs one', async () => {
    expect(await asSystem((tx) => beginWithPasskey(tx, person, asked))).toBeNull();
  });

  it('is not asked again within ten minutes of signing in, for one’s own ways in', async () => {
    await asActor(person, (tx) => proveFreshly(tx, person, { purpose: 'passkeys.change' }));
    const older = { ...person, signedInAt: new Date(Date.now() - 10 * 60_000) };
    expect([isFresh(person), isFresh(older)]).toEqual([true, false]);
    const unproven = asActor(older, (tx) => proveFreshly(tx, older, { purpose: 'passkeys.change' }));
    expect(await detail(unproven)).toMatchObject({
      code: 'refused',
      message: expect.stringContaining('change your passkeys'),
    });
    const { stepUpId, code } = await begin({ purpose: 'passkeys.change', content: stepUpContent(person.userId) });
    await confirm(stepUpId, code);
    await asActor(older, (tx) => proveFreshly(tx, older, { purpose: 'passkeys.change', stepUpId }));
  });

  it('is by passkey where there is one; a code stands in only where the passkey may be what is lost', () => {
    expect(methodsFor('threshold.decide', 0)).toEqual(['code']);
    expect(methodsFor('threshold.decide', 1)).toEqual(['passkey']);
    expect(methodsFor('account.erase', 2)).toEqual(['passkey']);
    expect(methodsFor('passkeys.change', 1)).toEqual(['passkey', 'code']);
  });

  it('by code says where the mail went without saying all of it', () => {
    expect(maskedAddress('marta.lindqvist@averna.example')).toBe('m…@averna.example');
  });
});
