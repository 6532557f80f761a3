import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { portalRoles } from '@/db/schema/people';
import type { Actor, Member } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { keepingTheLastOne } from '@/lib/people/last-one';
import { mayManage, mayNameNegotiators, rolesInstead } from '@/lib/people/policy';
import type { memberChange, memberRemoval, portalRoleRemoval } from '@/lib/people/schema';
import { DomainError, notFound } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';

/** Gives a member another role, or the mark of a negotiator. It holds from their next request on. */
export async function changeMember(
  tx: ActorTx,
  actor: Actor,
  member: Member,
  input: z.output<typeof memberChange>,
): Promise<void> {
  const { engagementId, userId, role, negotiator, basedOn } = input;
  const current = await memberIn(tx, engagementId, userId);
  const you = userId === actor.userId;
  if (!mayManage(member, current) || !rolesInstead(member, { role: current.role, you }).includes(role))
    throw beyondRole();
  if (negotiator !== current.negotiator && !mayNameNegotiators(member)) throw beyondRole();
  const changed = await keepingTheLastOne(() =>
    tx
      .update(members)
      .set({ role, negotiator })
      .where(
        and(
          eq(members.engagementId, engagementId),
          eq(members.userId, userId),
          eq(members.role, basedOn.role),
          eq(members.negotiator, basedOn.negotiator),
        ),
      )
      .returning({ userId: members.userId }),
  );
  if (changed.length === 0) {
    throw new DomainError({ code: 'stale', message: 'Somebody has changed this meanwhile. Look again, then decide.' });
  }
  await recordActivity(tx, {
    engagementId,
    kind: 'person.changed',
    subject: userId,
    before: current,
    after: { role, negotiator },
  });
  await recordSecurityEvent(tx, {
    kind: 'member.changed',
    userId,
    actorId: actor.userId,
    detail: { engagement: engagementId, from: current.role, to: role, negotiator },
  });
}

/** Ends a membership. The database gives its former holder no row from this moment on. */
export async function removeMember(
  tx: ActorTx,
  actor: Actor,
  member: Member,
  { engagementId, userId }: z.output<typeof memberRemoval>,
): Promise<void> {
  const current = await memberIn(tx, engagementId, userId);
  if (!mayManage(member, current)) throw beyondRole();
  const left = userId === actor.userId;
  await recordActivity(tx, {
    engagementId,
    kind: left ? 'person.left' : 'person.removed',
    subject: userId,
    before: current,
  });
  await recordSecurityEvent(tx, {
    kind: left ? 'member.left' : 'member.removed',
    userId,
    actorId: actor.userId,
    detail: { engagement: engagementId, role: current.role },
  });
  await keepingTheLastOne(() =>
    tx.delete(members).where(and(eq(members.engagementId, engagementId), eq(members.userId, userId))),
  );
}

/** Takes a role in the portal as a whole from somebody. */
export async function removePortalRole(
  tx: ActorTx,
  actor: Actor,
  { userId, role }: z.output<typeof portalRoleRemoval>,
): Promise<void> {
  const removed = await keepingTheLastOne(() =>
    tx
      .delete(portalRoles)
      .where(and(eq(portalRoles.userId, userId), eq(portalRoles.role, role)))
      .returning({ userId: portalRoles.userId }),
  );
  if (removed.length === 0) throw notFound();
  // Whoever is no advisor of the firm any more sees none of its engagements.
  if (role === 'advisor') await keepingTheLastOne(() => tx.execute(sql`select end_advisor(${userId})`));
  await recordSecurityEvent(tx, { kind: 'portal-role.removed', userId, actorId: actor.userId, detail: { role } });
}

async function memberIn(tx: ActorTx, engagementId: string, userId: string): Promise<Member> {
  const [found] = await tx
    .select({ role: members.role, negotiator: members.negotiator })
    .from(members)
    .where(and(eq(members.engagementId, engagementId), eq(members.userId, userId)));
  if (!found) throw notFound();
  return found;
}

function beyondRole(): DomainError {
  return new DomainError({ code: 'refused', message: 'Your role in this engagement does not include this change.' });
}
