import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx, SystemTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { invitations } from '@/db/schema/invitations';
import { portalRoles, users } from '@/db/schema/people';
import type { MemberRole, PortalRole } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { type Place, placeOf } from '@/lib/invitations/place';
import { personWith } from '@/lib/people/queries';
import { DomainError } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import { hashOf } from '@/lib/sign-in/token';

/** What the bearer of an invitation's link is told. */
export type Offered = {
  readonly invitationId: string;
  readonly email: string;
  readonly message: string;
  readonly invitedBy: string;
  readonly role: MemberRole | PortalRole;
  /** The engagement's client; null for an invitation to the portal. */
  readonly client: string | null;
  /** Whether the address belongs to somebody here already. */
  readonly known: boolean;
};

/** What a link offers; null where it was used, withdrawn, replaced, or has run out. Looking does not use it up. */
export async function offeredBy(tx: SystemTx, token: string): Promise<Offered | null> {
  const tokenHash = hashOf(token);
  const [found] = await tx
    .select({
      invitationId: invitations.id,
      email: invitations.email,
      message: invitations.message,
      invitedBy: users.name,
      role: sql<MemberRole | PortalRole>`coalesce(${invitations.role}, ${invitations.portalRole})`,
      client: sql<string | null>`invited_client(${tokenHash})`,
    })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tokenHash, tokenHash),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        sql`${invitations.expiresAt} > now()`,
      ),
    );
  if (!found) return null;
  return {
    invitationId: found.invitationId,
    email: found.email,
    message: found.message,
    invitedBy: found.invitedBy ?? 'Somebody who has left',
    role: found.role,
    client: found.client,
    known: (await personWith(tx, found.email)) !== null,
  };
}

/** The person of an invited address, who comes to be here where they are not yet. */
export async function invitedPerson(
  tx: SystemTx,
  email: string,
  { name, title }: { name?: string | undefined; title?: string | undefined },
): Promise<{ readonly userId: string; readonly isNew: boolean }> {
  const [created] = await tx
    .insert(users)
    .values({ email, name: name ?? null, title: title || null })
    .onConflictDoNothing()
    .returning({ id: users.id });
  const userId = created?.id ?? (await personWith(tx, email));
  if (!userId) throw new Error('An invited person was neither there nor written');
  return { userId, isNew: created !== undefined };
}

/**
 * Uses an invitation up as the person it is for; the database lets nobody else. Of two at once one gets the place,
 * the other null. Whoever has a place there already keeps it as it is.
 */
export async function acceptInvitation(tx: ActorTx, userId: string, invitationId: string): Promise<Place | null> {
  const [accepted] = await tx
    .update(invitations)
    .set({ acceptedBy: userId, acceptedAt: sql`now()` })
    .where(and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .returning({
      engagementId: invitations.engagementId,
      role: invitations.role,
      negotiator: invitations.negotiator,
      portalRole: invitations.portalRole,
      invitedBy: invitations.invitedBy,
    });
  const place = accepted && placeOf(accepted);
  if (!accepted || !place) return null;
  await keepSidesApart(tx, userId, place);
  if ('portalRole' in place) {
    const { portalRole } = place;
    const given = await tx
      .insert(portalRoles)
      .values({ userId, role: portalRole, grantedBy: accepted.invitedBy })
      .onConflictDoNothing()
      .returning({ role: portalRoles.role });
    if (given.length > 0) {
      await recordSecurityEvent(tx, {
        kind: 'portal-role.granted',
        userId,
        actorId: userId,
        detail: { role: portalRole },
      });
    }
    return place;
  }
  const { engagementId, role, negotiator } = place;
  const joined = await tx
    .insert(members)
    .values({ engagementId, userId, role, negotiator, addedBy: accepted.invitedBy })
    .onConflictDoNothing()
    .returning({ role: members.role });
  if (joined.length > 0) {
    await recordActivity(tx, { engagementId, kind: 'person.joined', subject: userId, after: { role, negotiator } });
    const detail = { engagement: engagementId, role, negotiator };
    await recordSecurityEvent(tx, { kind: 'member.joined', userId, actorId: userId, detail });
  }
  return place;
}

/** Nobody of the firm is an executive of a client: the position must be the organisation's own. */
async function keepSidesApart(tx: ActorTx, userId: string, place: Place): Promise<void> {
  const onOtherSide =
    'portalRole' in place
      ? await tx
          .select({ userId: members.userId })
          .from(members)
          .where(and(eq(members.userId, userId), eq(members.role, 'executive')))
      : place.role === 'executive'
        ? await tx.select({ userId: portalRoles.userId }).from(portalRoles).where(eq(portalRoles.userId, userId))
        : [];
  if (onOtherSide.length > 0) {
    const message = 'Nobody of the advisory firm can be an executive of a client, nor the other way round.';
    throw new DomainError({ code: 'refused', message });
  }
}
