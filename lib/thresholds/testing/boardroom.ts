import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { asActor, asSystem } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { lines } from '@/db/schema/lines';
import { asOwner } from '@/db/testing/owner';
import { freshProof } from '@/db/testing/step-up';
import { createPerson, tenants } from '@/db/testing/tenants';
import type { Actor, MemberRole } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { createFromModel } from '@/lib/engagements/mutations';
import { loadEngagement } from '@/lib/engagements/queries';
import { openMail } from '@/lib/mail/seal';
import { environment } from '@/lib/server/environment';
import { DomainError } from '@/lib/server/errors';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { giveWord, wordContent } from '@/lib/thresholds/decide';
import { type ThresholdRecord, thresholdsOf } from '@/lib/thresholds/facts';
import { writeThreshold } from '@/lib/thresholds/mutations';
import { nowOf } from '@/lib/thresholds/now';
import type { GivenWord, WrittenThreshold } from '@/lib/thresholds/schema';
import { snapshotOf } from '@/lib/thresholds/snapshot';
import { standingOf } from '@/lib/thresholds/standing';

export const today = '2026-11-25';
export const todayIn = () => today;

/** An engagement of a test's own: leaving costs some 1.55 M, with the people who decide and one who does not. */
export type Boardroom = {
  readonly engagementId: string;
  readonly advisor: SignedInPerson;
  readonly cfo: SignedInPerson;
  readonly cio: SignedInPerson;
  readonly contributor: SignedInPerson;
};

export async function openBoardroom(): Promise<Boardroom> {
  const name = randomUUID().slice(0, 8);
  const person = async (role: string, portalRole?: 'advisor') =>
    signedIn(await createPerson(process.env.OWNER_DATABASE_URL, `${role}-${name}`, portalRole), `${role}-${name}`);
  const room = {
    advisor: await person('advisor', 'advisor'),
    cfo: await person('cfo'),
    cio: await person('cio'),
    contributor: await person('contributor'),
  };
  const engagementId = await asActor(room.advisor, async (tx) => {
    const id = await createFromModel(tx, room.advisor, { client: `Client ${name}`, model: tenants().x.model });
    const joining: [Actor, MemberRole][] = [
      [room.cfo, 'executive'],
      [room.cio, 'executive'],
      [room.contributor, 'contributor'],
    ];
    for (const [{ userId }, role] of joining) {
      await tx.insert(members).values({ engagementId: id, userId, role, addedBy: room.advisor.userId });
    }
    return id;
  });
  return { engagementId, ...room };
}

async function signedIn(actor: Actor, name: string): Promise<SignedInPerson> {
  const { sessionId } = await freshProof(actor.userId, { purpose: 'account.erase', content: 'none' });
  return {
    ...actor,
    name,
    title: null,
    email: `${name}@tenants.example`,
    sessionId,
    signedInAt: new Date(),
    renewalDue: false,
    rightsSince: Date.now(),
  };
}

export const engagementFor = (room: Boardroom, who: Actor) =>
  asActor(who, async (tx) => {
    const engagement = await loadEngagement(tx, who, room.engagementId, todayIn);
    if (!engagement) throw new Error('There is no such engagement');
    return engagement;
  });

export const thresholdsIn = (room: Boardroom) => asActor(room.advisor, (tx) => thresholdsOf(tx, [room.engagementId]));

/** What each threshold's standing is, newest first. */
export async function standings(room: Boardroom, day = today): Promise<string[]> {
  const now = nowOf(await engagementFor(room, room.advisor), day);
  return (await thresholdsIn(room)).map((threshold) => standingOf(threshold, now).state);
}

/** A proposal as the page would send it, good in every way but for what a test says. */
export async function form(room: Boardroom, other: Partial<WrittenThreshold> = {}): Promise<WrittenThreshold> {
  const [newest] = await thresholdsIn(room);
  return {
    engagementId: room.engagementId,
    thresholdId: randomUUID(),
    basedOn: newest?.id ?? null,
    as: 'proposal',
    amount: 1_600_000,
    statement: 'Above this we leave.',
    conditions: '',
    reason: 'What staying is worth to us.',
    tolerance: 0.05,
    validUntil: '2027-06-30',
    approvers: [room.cfo.userId, room.cio.userId],
    quorum: null,
    ...other,
  };
}

export const write = (by: Actor, input: WrittenThreshold) =>
  asActor(by, (tx) => writeThreshold(tx, by, input, todayIn));

export async function propose(room: Boardroom, other: Partial<WrittenThreshold> = {}): Promise<ThresholdRecord> {
  const input = await form(room, other);
  await write(room.advisor, input);
  const found = (await thresholdsIn(room)).find(({ id }) => id === input.thresholdId);
  if (!found) throw new Error('The threshold was not written');
  return found;
}

/** A word as the page would send it: upon what there is now, and proven. */
export async function wordOf(
  room: Boardroom,
  who: SignedInPerson,
  threshold: ThresholdRecord,
  other: Partial<GivenWord> = {},
): Promise<GivenWord> {
  const decision = other.decision ?? 'approve';
  const snapshotHash = other.snapshotHash ?? snapshotOf(await engagementFor(room, room.advisor), threshold).hash;
  const stepUpId = await prove(who, wordContent(threshold.id, snapshotHash, decision));
  return {
    engagementId: room.engagementId,
    thresholdId: threshold.id,
    decision,
    note: decision === 'decline' ? 'Too high.' : '',
    validUntil: null,
    snapshotHash,
    seen: 0,
    stepUpId,
    ...other,
  };
}

export const give = (who: SignedInPerson, word: GivenWord, day = today) =>
  asActor(who, (tx) => giveWord(tx, who, word, () => day));

export async function approve(room: Boardroom, who: SignedInPerson, threshold: ThresholdRecord): Promise<void> {
  await give(who, await wordOf(room, who, threshold));
}

/** A proof in the person's own session, confirmed as sign-in does. */
export async function prove(
  who: SignedInPerson,
  content: string,
  purpose: 'threshold.decide' | 'decision.make' = 'threshold.decide',
): Promise<string> {
  const { stepUpId } = await freshProof(who.userId, { purpose, content });
  await asSystem((tx) => tx.execute(sql`update step_ups set session_id = ${who.sessionId} where id = ${stepUpId}`));
  return stepUpId;
}

/** The contributor puts another figure on the cost of switching. */
export const costSwitching = ({ engagementId, contributor }: Boardroom, likely: number) =>
  asActor(contributor, async (tx) => {
    await tx
      .update(lines)
      .set({
        low: likely,
        likely,
        high: likely,
        changedBy: contributor.userId,
        version: sql`${lines.version} + 1`,
      })
      .where(and(eq(lines.engagementId, engagementId), eq(lines.key, 'move')));
    await recordActivity(tx, {
      engagementId,
      kind: 'line.changed',
      subject: 'move',
      before: { label: 'Moving the mail', likely: 300_000 },
      after: { label: 'Moving the mail', likely },
    });
  });

/** What the mails left for somebody say, oldest first. */
export const mailsTo = async ({ email }: SignedInPerson) =>
  (await sealedTo(email)).map(({ id, sealed }) => openMail(id, sealed, environment().authSecret)?.body);

/** What an administrator would read of them if they could not be delivered. */
export const subjectsTo = async ({ email }: SignedInPerson) => (await sealedTo(email)).map(({ subject }) => subject);

const sealedTo = (email: string) =>
  asOwner(
    (owner) => owner<{ id: string; subject: string; sealed: string }[]>`
      select id, subject, sealed from mails where recipient = ${email} order by created_at, id`,
  );

export const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof DomainError ? error.detail : error),
  );
