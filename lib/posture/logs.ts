import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { contacts, recoveries, sightings, walkTests } from '@/db/schema/posture';
import { pillarChanges } from '@/db/schema/readiness';
import type { Actor } from '@/lib/access/permissions';
import { type ActivityKind, recordActivity } from '@/lib/activity/record';
import { guardThreshold } from '@/lib/posture/guard';
import type { ContactForm, SightingForm, TestForm } from '@/lib/posture/schema';
import { levelOn } from '@/lib/preparedness/history';
import { DomainError, notFound } from '@/lib/server/errors';
import { todayIn } from '@/lib/server/today';

/** What is logged of Microsoft: contacts, what they have seen, how they tested the walk. Corrected, never removed. */

type On = { readonly engagementId: string; readonly id: string; readonly version: number };
const wall = 'posture' as const;

/** Returns its id, and whether the walk was spoken before it was credible: whoever logs it is told at once. */
export async function logContact(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
  form: ContactForm,
): Promise<{ id: string; tooEarly: boolean }> {
  await guard(tx, engagementId, form, 'heldOn');
  const id = randomUUID();
  const belowCredible = await wasBelowCredible(tx, engagementId, form.heldOn);
  await tx.insert(contacts).values({ ...form, id, engagementId, belowCredible, loggedBy: actor.userId });
  await recordActivity(tx, { engagementId, kind: 'posture.contact-logged', subject: id, after: form, wall });
  return { id, tooEarly: form.walk === 'spoken' && belowCredible };
}

export async function correctContact(tx: ActorTx, on: On, form: ContactForm): Promise<void> {
  await guard(tx, on.engagementId, form, 'heldOn');
  const belowCredible = await wasBelowCredible(tx, on.engagementId, form.heldOn);
  await correct(tx, contacts, 'posture.contact-corrected', on, form, { belowCredible });
}

/** Records how a walk that was spoken too early was taken back: once for each contact. */
export async function recordRecovery(
  tx: ActorTx,
  actor: Actor,
  { engagementId, contactId, recoveredOn, what }: Recovery,
): Promise<void> {
  await guard(tx, engagementId, { recoveredOn, what }, 'recoveredOn');
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.engagementId, engagementId), eq(contacts.id, contactId)))
    .for('update');
  if (!contact) throw notFound();
  if (contact.walk !== 'spoken' || !contact.belowCredible) {
    throw new DomainError({ code: 'refused', message: 'There is nothing to recover from in this contact.' });
  }
  if (recoveredOn < contact.heldOn) {
    throw new DomainError({ code: 'invalid', field: 'recoveredOn', message: 'That is before the contact itself.' });
  }
  const written = await tx
    .insert(recoveries)
    .values({ engagementId, contactId, recoveredOn, what, recordedBy: actor.userId })
    .onConflictDoNothing()
    .returning({ id: recoveries.contactId });
  if (written.length === 0) {
    throw new DomainError({ code: 'refused', message: 'Somebody has recorded the recovery already.' });
  }
  const after = { withWhom: contact.withWhom, recoveredOn, recovery: what };
  await recordActivity(tx, { engagementId, kind: 'posture.recovered', subject: contactId, after, wall });
}

type Recovery = {
  readonly engagementId: string;
  readonly contactId: string;
  readonly recoveredOn: string;
  readonly what: string;
};

export async function enterSighting(tx: ActorTx, actor: Actor, engagementId: string, form: SightingForm) {
  await guard(tx, engagementId, form, 'seenOn');
  const id = randomUUID();
  await tx.insert(sightings).values({ ...form, id, engagementId, loggedBy: actor.userId });
  await recordActivity(tx, { engagementId, kind: 'posture.seen', subject: id, after: form, wall });
}

export async function correctSighting(tx: ActorTx, on: On, form: SightingForm): Promise<void> {
  await guard(tx, on.engagementId, form, 'seenOn');
  await correct(tx, sightings, 'posture.seen-corrected', on, form);
}

export async function logTest(tx: ActorTx, actor: Actor, engagementId: string, form: TestForm): Promise<void> {
  await guard(tx, engagementId, form, 'testedOn');
  refuseOutcomeWithoutDeed(form);
  const id = randomUUID();
  await tx.insert(walkTests).values({ ...form, id, engagementId, loggedBy: actor.userId });
  await recordActivity(tx, { engagementId, kind: 'posture.tested', subject: id, after: form, wall });
}

export async function correctTest(tx: ActorTx, on: On, form: TestForm): Promise<void> {
  await guard(tx, on.engagementId, form, 'testedOn');
  refuseOutcomeWithoutDeed(form);
  await correct(tx, walkTests, 'posture.test-corrected', on, form);
}

function refuseOutcomeWithoutDeed({ outcome, weDid }: TestForm): void {
  if (outcome === null || weDid) return;
  throw new DomainError({ code: 'invalid', field: 'weDid', message: 'What did we do?' });
}

/**
 * Writes what a log says now, where it still is as the form was written upon, and tells what it said before; else it
 * is refused with what it says now. `derived` follows from the form and is told to nobody.
 */
async function correct<Form extends object>(
  tx: ActorTx,
  log: typeof contacts | typeof sightings | typeof walkTests,
  kind: ActivityKind,
  { engagementId, id, version }: On,
  form: Form,
  derived: object = {},
): Promise<void> {
  const [row] = await tx
    .select()
    .from(log)
    .where(and(eq(log.engagementId, engagementId), eq(log.id, id)))
    .for('update');
  if (!row) throw notFound();
  const before = Object.fromEntries(Object.entries(row).filter(([field]) => field in form));
  if (row.version !== version) {
    throw new DomainError({
      code: 'stale',
      message:
        'Somebody else corrected this meanwhile. Below is what it says now; what you typed is still in the form.',
      current: { version: row.version, value: before },
    });
  }
  await tx
    .update(log)
    .set({ ...form, ...derived, version: version + 1 })
    .where(eq(log.id, id));
  await recordActivity(tx, { engagementId, kind, subject: id, before, after: form, wall });
}

async function guard<Form extends object>(
  tx: ActorTx,
  engagementId: string,
  form: Form,
  day: keyof Form & string,
): Promise<void> {
  const [engagement] = await tx
    .select({ timeZone: engagements.timeZone })
    .from(engagements)
    .where(eq(engagements.id, engagementId));
  if (!engagement) throw notFound();
  if (String(form[day]) > todayIn(engagement.timeZone)) {
    throw new DomainError({ code: 'invalid', field: day, message: 'That day has not come yet.' });
  }
  await guardThreshold(tx, engagementId, form);
}

/** What history says of that day. Asked by an advisor, who may see all six pillars. */
async function wasBelowCredible(tx: ActorTx, engagementId: string, day: string): Promise<boolean> {
  const changes = await tx
    .select({ pillar: pillarChanges.pillar, state: pillarChanges.state, on: pillarChanges.changedOn })
    .from(pillarChanges)
    .where(eq(pillarChanges.engagementId, engagementId))
    .orderBy(asc(pillarChanges.changedOn), asc(pillarChanges.recordedAt));
  return levelOn(changes, day) !== 'credible';
}
