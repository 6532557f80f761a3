import 'server-only';
import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { ActorTx, SystemTx } from '@/db/doors';
import { stepUps } from '@/db/schema/sign-in';
import { environment } from '@/lib/server/environment';
import { DomainError } from '@/lib/server/errors';
import type { PasskeyAnswer } from '@/lib/sign-in/passkey-schema';
import { signerOf, stepUpOptions } from '@/lib/sign-in/passkeys';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { stepUpContent } from '@/lib/sign-in/step-up-content';
import { type StepUpMethod, type StepUpPurpose, stepUpPurposes } from '@/lib/sign-in/step-up-policy';

/**
 * A step-up proves afresh that whoever holds the session is still its person, for one purpose and one content. It
 * is begun and confirmed here, and used up by the act itself (`spendStepUp`), all within ten minutes.
 */

const life = sql`now() + interval '10 minutes'`;
const mostAttempts = 5;
const mostOpenCodes = 5;

export type Asked = { readonly purpose: StepUpPurpose; readonly content: string };

/** Begins one by passkey: what the browser needs. Null where the person has no passkey. */
export async function beginWithPasskey(tx: SystemTx, person: SignedInPerson, asked: Asked) {
  const stepUpId = await begin(tx, person, asked, 'passkey', null);
  const options = await stepUpOptions(tx, { userId: person.userId, stepUpId });
  return options && { stepUpId, options };
}

/**
 * Begins one by code: eight digits, to be mailed. What is kept of them is keyed, for they could be tried out.
 * Throws a DomainError while five are open.
 */
export async function beginWithCode(tx: SystemTx, person: SignedInPerson, asked: Asked) {
  const open = await tx
    .select({ seconds: sql<number>`ceil(extract(epoch from ${stepUps.expiresAt} - now()))::int` })
    .from(stepUps)
    .where(and(eq(stepUps.userId, person.userId), eq(stepUps.method, 'code'), sql`${stepUps.expiresAt} > now()`))
    .orderBy(stepUps.expiresAt);
  if (open[0] && open.length >= mostOpenCodes) {
    const message = `Several codes are on their way to you already. Please try again in ${open[0].seconds} s.`;
    throw new DomainError({ code: 'limited', message });
  }
  // A newer code is the only one: what was mailed before it opens nothing any more.
  await tx
    .update(stepUps)
    .set({ codeHash: null })
    .where(and(eq(stepUps.userId, person.userId), eq(stepUps.method, 'code'), isNull(stepUps.confirmedAt)));
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  return { stepUpId: await begin(tx, person, asked, 'code', code), code };
}

async function begin(tx: SystemTx, person: SignedInPerson, asked: Asked, method: StepUpMethod, code: string | null) {
  await tx.delete(stepUps).where(lt(stepUps.expiresAt, sql`now()`));
  const [begun] = await tx
    .insert(stepUps)
    .values({
      userId: person.userId,
      sessionId: person.sessionId,
      purpose: asked.purpose,
      content: asked.content,
      method,
      codeHash: code && keyed(code),
      expiresAt: life,
    })
    .returning({ id: stepUps.id });
  if (!begun) throw new Error('The step-up was not written');
  return begun.id;
}

const keyed = (code: string) => createHmac('sha256', environment().authSecret).update(`step-up ${code}`).digest('hex');

/** Confirms one by its code. Every try counts, and the fifth is the last; false where it does not hold. */
export async function confirmWithCode(
  tx: SystemTx,
  person: SignedInPerson,
  { stepUpId, code }: { stepUpId: string; code: string },
): Promise<boolean> {
  const [tried] = await tx
    .update(stepUps)
    .set({ attempts: sql`${stepUps.attempts} + 1` })
    .where(and(openOne(person, stepUpId, 'code'), lt(stepUps.attempts, mostAttempts)))
    .returning({ codeHash: stepUps.codeHash });
  const right = tried?.codeHash && timingSafeEqual(Buffer.from(tried.codeHash), Buffer.from(keyed(code)));
  if (right && (await confirm(tx, person, stepUpId, 'code'))) return true;
  return (await isConfirmed(tx, person, { stepUpId, code })) || failed(tx, person, 'code');
}

/** The same code sent twice, by a double click or after a lost answer, is one confirmation and no failure. */
async function isConfirmed(
  tx: SystemTx,
  person: SignedInPerson,
  { stepUpId, code }: { stepUpId: string; code: string },
): Promise<boolean> {
  const here = and(
    eq(stepUps.id, stepUpId),
    eq(stepUps.sessionId, person.sessionId),
    eq(stepUps.codeHash, keyed(code)),
    isNotNull(stepUps.confirmedAt),
    sql`${stepUps.expiresAt} > now()`,
  );
  return (await tx.$count(stepUps, here)) > 0;
}

/** Confirms one by the answer of a passkey, which has signed this step-up's own challenge. */
export async function confirmWithPasskey(
  tx: SystemTx,
  person: SignedInPerson,
  { stepUpId, answer }: { stepUpId: string; answer: PasskeyAnswer },
): Promise<boolean> {
  const signer = await signerOf(tx, answer, 'step-up');
  const right = signer?.userId === person.userId && signer.stepUpId === stepUpId;
  return right ? confirm(tx, person, stepUpId, 'passkey') : failed(tx, person, 'passkey');
}

const openOne = (person: SignedInPerson, stepUpId: string, method: StepUpMethod) =>
  and(
    eq(stepUps.id, stepUpId),
    eq(stepUps.userId, person.userId),
    eq(stepUps.sessionId, person.sessionId),
    eq(stepUps.method, method),
    isNull(stepUps.confirmedAt),
    sql`${stepUps.expiresAt} > now()`,
  );

async function confirm(tx: SystemTx, person: SignedInPerson, stepUpId: string, method: StepUpMethod) {
  const confirmed = await tx
    .update(stepUps)
    .set({ confirmedAt: sql`now()` })
    .where(openOne(person, stepUpId, method))
    .returning({ id: stepUps.id });
  return confirmed.length > 0;
}

async function failed(tx: SystemTx, { userId }: SignedInPerson, method: StepUpMethod): Promise<false> {
  await recordSecurityEvent(tx, { kind: 'step-up.failed', userId, actorId: userId, detail: { method } });
  return false;
}

/**
 * Uses a confirmed step-up for the very act it was made for, in the transaction of that act, and says by which
 * method it was confirmed. Throws a DomainError where there is none: for something else, spent, or run out.
 */
export async function spendStepUp(
  tx: ActorTx,
  person: SignedInPerson,
  { stepUpId, purpose, content }: Asked & { readonly stepUpId: string | undefined },
): Promise<StepUpMethod> {
  const [spent] = stepUpId
    ? await tx
        .delete(stepUps)
        .where(confirmedOne(person, { stepUpId, purpose, content }))
        .returning({ method: stepUps.method })
    : [];
  if (spent) return spent.method;
  throw notProven(purpose);
}

/**
 * For an act that the database itself has use up its proof: says where there is none before anything is written.
 * Throws a DomainError as `spendStepUp` does.
 */
export async function presentStepUp(
  tx: ActorTx,
  person: SignedInPerson,
  { stepUpId, purpose, content }: Asked & { readonly stepUpId: string },
): Promise<void> {
  const good = await tx.$count(stepUps, confirmedOne(person, { stepUpId, purpose, content }));
  if (good === 0) throw notProven(purpose);
}

const confirmedOne = (person: SignedInPerson, { stepUpId, purpose, content }: Asked & { readonly stepUpId: string }) =>
  and(
    eq(stepUps.id, stepUpId),
    eq(stepUps.sessionId, person.sessionId),
    eq(stepUps.purpose, purpose),
    eq(stepUps.content, content),
    isNotNull(stepUps.confirmedAt),
    sql`${stepUps.expiresAt} > now()`,
  );

function notProven(purpose: StepUpPurpose): DomainError {
  const { act } = stepUpPurposes[purpose];
  return new DomainError({ code: 'refused', message: `To ${act}, please confirm once more that it is you.` });
}

const freshMinutes = 10;

/** For changes to one's own ways in: a session that began within ten minutes is proof enough, else a step-up is. */
export async function proveFreshly(
  tx: ActorTx,
  person: SignedInPerson,
  { stepUpId, purpose }: { readonly stepUpId?: string | undefined; readonly purpose: StepUpPurpose },
): Promise<void> {
  if (!isFresh(person)) await spendStepUp(tx, person, { stepUpId, purpose, content: stepUpContent(person.userId) });
}

export function isFresh({ signedInAt }: SignedInPerson): boolean {
  return Date.now() - signedInAt.getTime() < freshMinutes * 60_000;
}
