import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { invitations } from '@/db/schema/invitations';
import { users } from '@/db/schema/people';
import type { MemberRole, PortalRole } from '@/lib/access/permissions';
import type { InvitationView } from '@/lib/invitations/view';

/** The unanswered invitations of an engagement, or of the portal for null, that the actor may see. */
export async function openInvitations(tx: ActorTx, engagementId: string | null): Promise<InvitationView[]> {
  const rows = await tx
    .select({
      id: invitations.id,
      email: invitations.email,
      role: sql<MemberRole | PortalRole>`coalesce(${invitations.role}, ${invitations.portalRole})`,
      negotiator: invitations.negotiator,
      invitedBy: users.name,
      expiresAt: invitations.expiresAt,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        engagementId ? eq(invitations.engagementId, engagementId) : isNull(invitations.engagementId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .orderBy(asc(invitations.invitedAt), asc(invitations.id));
  return rows.map((row) => ({
    id: row.id,
    email: row.email,
    role: row.role,
    negotiator: row.negotiator,
    invitedBy: row.invitedBy ?? 'somebody who has left',
    expiresAt: row.expiresAt.toISOString(),
    expired: row.expired,
  }));
}
