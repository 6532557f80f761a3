import type { MemberRole, PortalRole } from '@/lib/access/permissions';

export type EngagementPlace = {
  readonly engagementId: string;
  readonly role: MemberRole;
  readonly negotiator: boolean;
};
export type PortalPlace = { readonly portalRole: PortalRole };

/** Where an invitation leads: into one engagement, or into the portal. */
export type Place = EngagementPlace | PortalPlace;

/** The place a row of the table names; null for a row that names none, which the database does not hold. */
export function placeOf(row: {
  readonly engagementId: string | null;
  readonly role: MemberRole | null;
  readonly negotiator: boolean;
  readonly portalRole: PortalRole | null;
}): Place | null {
  if (row.engagementId && row.role)
    return { engagementId: row.engagementId, role: row.role, negotiator: row.negotiator };
  return row.portalRole ? { portalRole: row.portalRole } : null;
}
