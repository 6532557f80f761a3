import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { alternatives } from '@/db/schema/alternatives';
import { members } from '@/db/schema/engagements';
import { categoryReasons, criterionOwners } from '@/db/schema/readiness';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import type { GivenReason, NamedOwner, WithdrawnReason } from '@/lib/preparedness/schema';
import { maySeePillar } from '@/lib/preparedness/sight';
import { criteria } from '@/lib/readiness/criterion';
import { DomainError, notFound } from '@/lib/server/errors';

/** Says why a standard category has no line on an alternative, or says it in other words. */
export async function giveReason(
  tx: ActorTx,
  { userId }: Actor,
  { engagementId, alternativeId, category, version, reason }: GivenReason,
): Promise<void> {
  const before = await heldReason(tx, { engagementId, alternativeId, category, version });
  if (before) {
    await tx
      .update(categoryReasons)
      .set({ reason, version: version + 1 })
      .where(and(here({ engagementId, alternativeId, category }), eq(categoryReasons.version, version)));
  } else {
    await tx.insert(categoryReasons).values({ engagementId, alternativeId, category, reason, writtenBy: userId });
  }
  await recordActivity(tx, {
    engagementId,
    kind: 'readiness.reason-given',
    subject: alternativeId,
    ...(before && { before: { label: category, reason: before.reason } }),
    after: { label: category, reason },
  });
}

export async function withdrawReason(tx: ActorTx, input: WithdrawnReason): Promise<void> {
  const before = await heldReason(tx, input);
  if (!before) throw notFound();
  await tx.delete(categoryReasons).where(and(here(input), eq(categoryReasons.version, input.version)));
  await recordActivity(tx, {
    engagementId: input.engagementId,
    kind: 'readiness.reason-withdrawn',
    subject: input.alternativeId,
    before: { label: input.category, reason: before.reason },
  });
}

type About = Pick<WithdrawnReason, 'engagementId' | 'alternativeId' | 'category'>;

const here = ({ engagementId, alternativeId, category }: About) =>
  and(
    eq(categoryReasons.engagementId, engagementId),
    eq(categoryReasons.alternativeId, alternativeId),
    eq(categoryReasons.category, category),
  );

/** What is said now; the alternative is held, so that two who begin at once do so one after the other. */
async function heldReason(tx: ActorTx, about: About & { readonly version: number }) {
  const [alternative] = await tx
    .select({ id: alternatives.id })
    .from(alternatives)
    .where(and(eq(alternatives.engagementId, about.engagementId), eq(alternatives.id, about.alternativeId)))
    .for('update');
  if (!alternative) throw notFound();
  const [before] = await tx.select().from(categoryReasons).where(here(about));
  if ((before?.version ?? 0) === about.version) return before;
  throw new DomainError({
    code: 'stale',
    message: 'Somebody else changed this reason meanwhile.',
    current: { version: before?.version ?? 0, value: { reason: before?.reason ?? '' } },
  });
}

/** Names who sees to it that a criterion is met, or that nobody does. */
export async function nameOwner(tx: ActorTx, { engagementId, criterion, ownerId, before }: NamedOwner): Promise<void> {
  const at = and(eq(criterionOwners.engagementId, engagementId), eq(criterionOwners.criterion, criterion));
  const [now] = await tx.select({ userId: criterionOwners.userId }).from(criterionOwners).where(at).for('update');
  if ((now?.userId ?? null) !== before) {
    throw new DomainError({
      code: 'stale',
      message: 'Somebody else named an owner meanwhile.',
      current: { version: 0, value: { ownerId: now?.userId ?? null } },
    });
  }
  if (ownerId !== null && !(await maySeeTo(tx, engagementId, ownerId, criterion))) {
    throw new DomainError({
      code: 'invalid',
      field: 'ownerId',
      message: 'This person may not see what the criterion is about.',
    });
  }
  if (ownerId === null) await tx.delete(criterionOwners).where(at);
  else {
    await tx
      .insert(criterionOwners)
      .values({ engagementId, criterion, userId: ownerId })
      .onConflictDoUpdate({
        target: [criterionOwners.engagementId, criterionOwners.criterion],
        set: { userId: ownerId },
      });
  }
  const { pillar, name } = criteria[criterion];
  await recordActivity(tx, {
    engagementId,
    kind: 'readiness.owner-named',
    subject: engagementId,
    before: { label: `${criterion} ${name}`, ownerId: before },
    after: { label: `${criterion} ${name}`, ownerId },
    wall: pillar === 'leadership' || pillar === 'posture' ? 'threshold' : 'engagement',
  });
}

/** Whether a member may know of what the criterion is about. */
async function maySeeTo(
  tx: ActorTx,
  engagementId: string,
  userId: string,
  criterion: NamedOwner['criterion'],
): Promise<boolean> {
  const [member] = await tx
    .select({ role: members.role, negotiator: members.negotiator })
    .from(members)
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, userId)));
  if (!member) return false;
  return maySeePillar(member, criteria[criterion].pillar);
}
