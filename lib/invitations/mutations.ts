import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { invitations } from '@/db/schema/invitations';
import { portalRoles, users } from '@/db/schema/people';
import type { Member } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { mailInvitation } from '@/lib/invitations/mail';
import { type EngagementPlace, type Place, type PortalPlace, placeOf } from '@/lib/invitations/place';
import { mayNameNegotiators, rolesToGive } from '@/lib/people/policy';
import { DomainError, notFound } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import type { SignedInPerson } from '@/lib/sign-in/sessions';
import { hashOf, newToken } from '@/lib/sign-in/token';

const life = sql<Date>`now() + interval '7 days'`;

type Invited = { readonly email: string; readonly message: string };

/** Invites an address to an engagement, with what the inviter's own role may give. */
export async function inviteToEngagement(
  tx: ActorTx,
  actor: SignedInPerson,
  member: Member,
  { engagementId, role, negotiator, ...invited }: Invited & EngagementPlace,
): Promise<void> {
  if (!rolesToGive(member).includes(role)) {
    throw new DomainError({ code: 'refused', field: 'role', message: 'Only an advisor invites advisors.' });
  }
  if (negotiator && !mayNameNegotiators(member)) {
    throw new DomainError({ code: 'refused', field: 'negotiator', message: 'Negotiators are named by an advisor.' });
  }
  const already = await tx
    .select({ userId: members.userId })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagementId), eq(users.email, invited.email)));
  if (already.length > 0) throw memberAlready();
  const invitationId = await invite(tx, actor, invited, { engagementId, role, negotiator });
  await recordActivity(tx, {
    engagementId,
    kind: 'person.invited',
    subject: invitationId,
    after: { role, negotiator },
  });
}

/** Invites an address to the portal itself, as advisor or administrator. */
export async function inviteToPortal(
  tx: ActorTx,
  actor: SignedInPerson,
  { portalRole, ...invited }: Invited & PortalPlace,
): Promise<void> {
  const already = await tx
    .select({ userId: portalRoles.userId })
    .from(portalRoles)
    .innerJoin(users, eq(users.id, portalRoles.userId))
    .where(and(eq(portalRoles.role, portalRole), eq(users.email, invited.email)));
  if (already.length > 0) throw memberAlready();
  await invite(tx, actor, invited, { portalRole });
}

async function invite(tx: ActorTx, actor: SignedInPerson, { email, message }: Invited, place: Place): Promise<string> {
  const token = newToken();
  const [written] = await tx
    .insert(invitations)
    .values({ ...place, email, message, tokenHash: hashOf(token), invitedBy: actor.userId, expiresAt: life })
    .onConflictDoNothing()
    .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
  if (!written) {
    const told = 'This address has an invitation already. Send that one again, or withdraw it first.';
    throw new DomainError({ code: 'invalid', field: 'email', message: told });
  }
  await mailInvitation(tx, actor, { email, message, place, token, until: written.expiresAt });
  await recordSecurityEvent(tx, { kind: 'invitation.sent', actorId: actor.userId, detail: detailOf(place) });
  return written.id;
}

/** An open invitation's row, locked; the same answer for one that is not there and one that is not the actor's. */
async function openOne(tx: ActorTx, invitationId: string, engagementId: string | null) {
  const [found] = await tx
    .select({
      email: invitations.email,
      message: invitations.message,
      engagementId: invitations.engagementId,
      role: invitations.role,
      negotiator: invitations.negotiator,
      portalRole: invitations.portalRole,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.id, invitationId),
        engagementId ? eq(invitations.engagementId, engagementId) : isNull(invitations.engagementId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .for('update');
  const place = found && placeOf(found);
  if (!found || !place) throw notFound();
  return { email: found.email, message: found.message, place };
}

/** Sends an invitation again, for seven days from now. The link of the earlier mail ends. */
export async function resendInvitation(
  tx: ActorTx,
  actor: SignedInPerson,
  { invitationId, engagementId = null }: { invitationId: string; engagementId?: string | null },
): Promise<void> {
  const { email, message, place } = await openOne(tx, invitationId, engagementId);
  const token = newToken();
  const [sent] = await tx
    .update(invitations)
    .set({ tokenHash: hashOf(token), expiresAt: life })
    .where(eq(invitations.id, invitationId))
    .returning({ expiresAt: invitations.expiresAt });
  if (!sent) throw notFound();
  await mailInvitation(tx, actor, { email, message, place, token, until: sent.expiresAt });
  await recordSecurityEvent(tx, { kind: 'invitation.sent', actorId: actor.userId, detail: detailOf(place) });
}

/** Takes an invitation back: its link ends here. */
export async function withdrawInvitation(
  tx: ActorTx,
  actor: SignedInPerson,
  { invitationId, engagementId = null }: { invitationId: string; engagementId?: string | null },
): Promise<void> {
  const { place } = await openOne(tx, invitationId, engagementId);
  await tx
    .update(invitations)
    .set({ withdrawnBy: actor.userId, withdrawnAt: sql`now()` })
    .where(eq(invitations.id, invitationId));
  if (engagementId) {
    await recordActivity(tx, { engagementId, kind: 'invitation.withdrawn', subject: invitationId });
  }
  await recordSecurityEvent(tx, { kind: 'invitation.withdrawn', actorId: actor.userId, detail: detailOf(place) });
}

function detailOf(place: Place): Readonly<Record<string, string>> {
  return 'portalRole' in place ? { role: place.portalRole } : { engagement: place.engagementId, role: place.role };
}

function memberAlready(): DomainError {
  return new DomainError({
    code: 'invalid',
    field: 'email',
    message: 'Whoever has this address has that place already.',
  });
}
