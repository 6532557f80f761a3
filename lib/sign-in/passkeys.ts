import 'server-only';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { COSEALG, decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { eq, sql } from 'drizzle-orm';
import type { SystemTx } from '@/db/doors';
import { passkeys } from '@/db/schema/sign-in';
import { environment } from '@/lib/server/environment';
import { issueChallenge, spendChallenge } from '@/lib/sign-in/challenges';
import type { PasskeyAnswer, RegistrationAnswer } from '@/lib/sign-in/passkey-schema';

/** What a passkey is bound to: the host of the portal's address. */
function site() {
  const { origin } = environment();
  return { rpID: new URL(origin).hostname, origin };
}

/** What every authenticator in use can sign with. */
const algorithms = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** Nobody needs more, and each is a way in. */
export const mostPasskeys = 10;

const credentialsOf = (tx: SystemTx, userId: string) =>
  tx
    .select({ id: passkeys.credentialId, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, userId));

/** What a browser needs to make a passkey that says by itself whose it is. */
export async function registrationOptions(tx: SystemTx, person: { userId: string; email: string; name: string }) {
  return generateRegistrationOptions({
    rpName: 'Walk Position',
    rpID: site().rpID,
    userID: Uint8Array.from(Buffer.from(person.userId)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: await issueChallenge(tx, { purpose: 'register', userId: person.userId }),
    excludeCredentials: await credentialsOf(tx, person.userId),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** Keeps a new passkey; false where the browser's answer does not hold. */
export async function addPasskey(
  tx: SystemTx,
  { userId, name }: { userId: string; name: string },
  answer: RegistrationAnswer,
): Promise<boolean> {
  const challenge = challengeIn(answer);
  const asked = await spendChallenge(tx, challenge, 'register');
  if (asked?.userId !== userId) return false;
  const { rpID, origin } = site();
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    supportedAlgorithmIDs: algorithms,
  }).catch(notVerified);
  if (!verified.verified) return false;
  const { credential, credentialBackedUp } = verified.registrationInfo;
  const kept = await tx
    .insert(passkeys)
    .values({
      userId,
      name,
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: answer.response.transports,
      synced: credentialBackedUp,
    })
    .onConflictDoNothing()
    .returning({ id: passkeys.id });
  return kept.length > 0;
}

/** What a browser needs to let somebody sign with any passkey it has for this site. */
export async function signInOptions(tx: SystemTx) {
  return generateAuthenticationOptions({
    rpID: site().rpID,
    challenge: await issueChallenge(tx, { purpose: 'sign-in' }),
    userVerification: 'required',
  });
}

/** What a browser needs to let a known person sign with one of theirs; null where they have none. */
export async function stepUpOptions(tx: SystemTx, asked: { userId: string; stepUpId: string }) {
  const allowCredentials = await credentialsOf(tx, asked.userId);
  if (allowCredentials.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: site().rpID,
    challenge: await issueChallenge(tx, { purpose: 'step-up', ...asked }),
    allowCredentials,
    userVerification: 'required',
  });
}

/**
 * Whose passkey has signed, and for which step-up; null where the answer does not hold. The challenge is used up
 * either way. An authenticator that counts must count on: one that falls back has been copied.
 */
export async function signerOf(tx: SystemTx, answer: PasskeyAnswer, purpose: 'sign-in' | 'step-up') {
  const challenge = challengeIn(answer);
  const asked = await spendChallenge(tx, challenge, purpose);
  const [key] = await tx.select().from(passkeys).where(eq(passkeys.credentialId, answer.id)).for('update');
  if (!asked || !key || (asked.userId !== null && asked.userId !== key.userId)) return null;
  const { rpID, origin } = site();
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpID,
    credential: { id: key.credentialId, publicKey: Uint8Array.from(key.publicKey), counter: key.counter },
  }).catch(notVerified);
  if (!verified.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  await tx
    .update(passkeys)
    .set({ counter: newCounter, synced: credentialBackedUp, lastUsedAt: sql`now()` })
    .where(eq(passkeys.id, key.id));
  return { userId: key.userId, stepUpId: asked.stepUpId };
}

/** The challenge a browser says it has signed; empty for an answer that cannot be read. */
function challengeIn({ response }: { readonly response: { readonly clientDataJSON: string } }): string {
  try {
    return String(decodeClientDataJSON(response.clientDataJSON).challenge);
  } catch {
    return '';
  }
}

/** The library throws for an answer that does not hold. */
const notVerified = () => ({ verified: false }) as const;
