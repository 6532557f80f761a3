import type { MemberRole, PortalRole } from '@/lib/access/permissions';

/** An invitation that is still open, or has run out without an answer. */
export type InvitationView = {
  readonly id: string;
  readonly email: string;
  readonly role: MemberRole | PortalRole;
  readonly negotiator: boolean;
  readonly invitedBy: string;
  readonly expiresAt: string;
  readonly expired: boolean;
};
