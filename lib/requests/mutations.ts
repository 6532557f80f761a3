import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { requestEntries, requests, worksheetLinks } from '@/db/schema/requests';
import type { Actor } from '@/lib/access/permissions';
import { createEngagement, createFromModel } from '@/lib/engagements/mutations';
import type { NewEngagement } from '@/lib/engagements/schema';
import { inviteToEngagement } from '@/lib/invitations/mutations';
import { enqueueMail } from '@/lib/mail/enqueue';
import type { Model } from '@/lib/model/types';
import { firmAdvisors } from '@/lib/requests/queries';
import type { Target } from '@/lib/requests/schema';
import { environment } from '@/lib/server/environment';
import { DomainError, notFound } from '@/lib/server/errors';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { hashOf, newToken } from '@/lib/sign-in/token';
import { writeWorksheet } from '@/lib/worksheet/writer';

const days = 14;

type EntryKind = (typeof requestEntries.$inferInsert)['kind'];

/** Sends each the worksheet with its company and month on it, by a link of its own. An earlier link ends. */
export async function releaseRequests(tx: ActorTx, actor: Actor, targets: readonly Target[]): Promise<void> {
  // Making a file takes its time: all of them are made before the first request is held.
  const files = new Map<string, Uint8Array>();
  for (const { requestId } of targets) files.set(requestId, await worksheetFor(tx, requestId));
  for (const target of targets) {
    const request = await heldAtVersion(tx, target);
    if (request.state === 'converted') throw refused('This one is an engagement already.');
    await revokeLinks(tx, target.requestId);
    const token = newToken();
    const until = new Date(Date.now() + days * 24 * 3_600_000);
    const mailId = await enqueueMail(tx, {
      recipient: request.email,
      subject: 'The walk position worksheet',
      body: mailText,
      link: `${environment().origin}/worksheet/download?token=${token}`,
      until,
    });
    await tx.insert(worksheetLinks).values({
      requestId: target.requestId,
      tokenHash: hashOf(token),
      mailId,
      file: files.get(target.requestId) as Uint8Array,
      expiresAt: until,
    });
    await decide(tx, target, { state: 'released' });
    await enter(tx, actor, target.requestId, 'released');
  }
}

/** A request's company and month never change, so the file is right whatever happens to the request meanwhile. */
async function worksheetFor(tx: ActorTx, requestId: string): Promise<Uint8Array> {
  const [request] = await tx
    .select({ company: requests.company, renewalMonth: requests.renewalMonth })
    .from(requests)
    .where(eq(requests.id, requestId));
  if (!request) throw notFound();
  return writeWorksheet({ blank: request });
}

/** Nothing of what a stranger has typed: a mail of ours carries nobody else's words or links. */
const mailText = [
  'You asked for the walk position worksheet. It is ready, with your organisation and the month of your renewal on it.',
  'Open this page to download it. The link is yours alone; it works five times, for fourteen days. On the same page you can have your request erased at once.',
  'If you did not ask for it, somebody has given your address by mistake: erase the request there, and nothing of it is left.',
].join('\n\n');

export async function decideRequests(
  tx: ActorTx,
  actor: Actor,
  { targets, to }: { targets: readonly Target[]; to: 'declined' | 'spam' | 'new' },
): Promise<void> {
  for (const target of targets) {
    const request = await heldAtVersion(tx, target);
    if (request.state === 'converted') throw refused('This one is an engagement already.');
    await revokeLinks(tx, target.requestId);
    await decide(tx, target, { state: to });
    await enter(tx, actor, target.requestId, to === 'new' ? 'reopened' : to);
  }
}

export async function assignRequests(
  tx: ActorTx,
  actor: Actor,
  { targets, userId }: { targets: readonly Target[]; userId: string | null },
): Promise<void> {
  const advisor = userId === null ? null : (await firmAdvisors(tx)).find((one) => one.userId === userId);
  if (advisor === undefined) throw refused('This is no advisor of the firm.');
  for (const target of targets) {
    await heldAtVersion(tx, target);
    await tx
      .update(requests)
      .set({ assignedTo: userId, version: target.version + 1 })
      .where(and(eq(requests.id, target.requestId), eq(requests.version, target.version)));
    await enter(tx, actor, target.requestId, 'assigned', advisor?.name ?? '');
  }
}

export async function noteRequest(
  tx: ActorTx,
  actor: Actor,
  { requestId, body }: { requestId: string; body: string },
): Promise<void> {
  const [found] = await tx.select({ id: requests.id }).from(requests).where(eq(requests.id, requestId));
  if (!found) throw notFound();
  await enter(tx, actor, requestId, 'note', body);
}

/** Ends the link that is out; the request stays as it is. */
export async function revokeLink(tx: ActorTx, actor: Actor, requestId: string): Promise<void> {
  if (!(await revokeLinks(tx, requestId))) throw notFound();
  await enter(tx, actor, requestId, 'revoked');
}

/** Makes an engagement of a request, and perhaps invites whoever asked. Returns the engagement's id. */
export async function convertRequest(
  tx: ActorTx,
  actor: SignedInPerson,
  { invite, ...target }: Target & { invite: 'executive' | 'contributor' | 'observer' | '' },
  what: NewEngagement | { client: string; model: Model },
): Promise<string> {
  const request = await heldAtVersion(tx, target);
  if (request.state === 'converted') throw refused('This one is an engagement already.');
  const engagementId = await ('model' in what ? createFromModel(tx, actor, what) : createEngagement(tx, actor, what));
  if (invite) {
    await inviteToEngagement(
      tx,
      actor,
      { role: 'advisor', negotiator: false },
      { engagementId, role: invite, negotiator: false, email: request.email, message: '' },
    );
  }
  await decide(tx, target, { state: 'converted', convertedTo: engagementId });
  await enter(tx, actor, target.requestId, 'converted');
  return engagementId;
}

function decide(tx: ActorTx, target: Target, to: Pick<typeof requests.$inferInsert, 'state' | 'convertedTo'>) {
  return tx
    .update(requests)
    .set({ ...to, version: target.version + 1, decidedAt: sql`now()` })
    .where(and(eq(requests.id, target.requestId), eq(requests.version, target.version)));
}

function enter(tx: ActorTx, actor: Actor, requestId: string, kind: EntryKind, body = '') {
  return tx.insert(requestEntries).values({ requestId, kind, body, writtenBy: actor.userId });
}

async function revokeLinks(tx: ActorTx, requestId: string): Promise<boolean> {
  const ended = await tx
    .update(worksheetLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(worksheetLinks.requestId, requestId), isNull(worksheetLinks.revokedAt)))
    .returning({ id: worksheetLinks.id });
  return ended.length > 0;
}

async function heldAtVersion(tx: ActorTx, { requestId, version }: Target) {
  const [request] = await tx.select().from(requests).where(eq(requests.id, requestId)).for('update');
  if (!request) throw notFound();
  if (request.version === version) return request;
  throw new DomainError({
    code: 'stale',
    message: 'Somebody else has dealt with this request meanwhile. The page shows how it stands now.',
    current: { version: request.version, value: request.state },
  });
}

function refused(message: string): DomainError {
  return new DomainError({ code: 'refused', message });
}
