import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { asSystem } from '@/db/doors';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { renewSession, type SignedInPerson, sessionOf } from '@/lib/sign-in/sessions';

/** Who is asking, or null. Looked up once per request. */
export const currentActor = cache(async (): Promise<SignedInPerson | null> => {
  const token = await presentedToken();
  return token ? asSystem((tx) => sessionOf(tx, token)) : null;
});

/** Whose page asks by itself, as it does again and again while it is open: that is no use of a session. */
export async function watchingActor(): Promise<SignedInPerson | null> {
  const token = await presentedToken();
  return token ? asSystem((tx) => sessionOf(tx, token, { byItself: true })) : null;
}

/**
 * Who is asking, in a page or a route; whoever is not signed in goes to the sign-in page, and whose rights have
 * changed goes by a route that may set the new cookie. Both come back to where they were going.
 */
export async function requireActor(): Promise<SignedInPerson> {
  const actor = await currentActor();
  if (actor && !actor.renewalDue) return actor;
  const asked = (await headers()).get('x-walk-path');
  const query = asked ? (`?next=${encodeURIComponent(asked)}` as const) : '';
  redirect(actor ? `/sign-in/renew${query}` : `/sign-in${query}`);
}

/** Who is asking, in a server action, which may set the new cookie itself. */
export async function actingPerson(): Promise<SignedInPerson | null> {
  const actor = await currentActor();
  const token = actor?.renewalDue ? await presentedToken() : undefined;
  if (!token) return actor;
  const renewed = await asSystem((tx) => renewSession(tx, token));
  if (!renewed) return null;
  await keepSession(renewed);
  return actor;
}

/**
 * Once an action has changed its actor's own rights: its answer, which shows the page anew, brings the new token along.
 * Else the page would be sent away for it while it is being shown, and stay blank until it is back.
 */
export async function keepRights(): Promise<void> {
  const token = await presentedToken();
  if (!token) return;
  const renewed = await asSystem(async (tx) => {
    const person = await sessionOf(tx, token, { byItself: true });
    return person?.renewalDue ? renewSession(tx, token) : null;
  });
  if (renewed) await keepSession(renewed);
}
