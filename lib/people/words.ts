import type { MemberRole, PortalRole } from '@/lib/access/permissions';

/** What a role in an engagement is for, as the one who gives it should know. */
export const roleWords: Readonly<Record<MemberRole, { readonly name: string; readonly what: string }>> = {
  advisor: { name: 'Advisor', what: 'Runs the engagement: sees and changes everything but leadership’s decisions.' },
  executive: { name: 'Executive', what: 'Reads the line, sees and approves the walk threshold, decides.' },
  contributor: { name: 'Contributor', what: 'Costs the alternative and plans it. Never sees the walk threshold.' },
  observer: { name: 'Observer', what: 'Reads the honest math, changes nothing. Never sees the walk threshold.' },
};

export const portalRoleWords: Readonly<Record<PortalRole, { readonly name: string; readonly what: string }>> = {
  advisor: { name: 'Advisor', what: 'Opens engagements and runs them.' },
  administrator: { name: 'Administrator', what: 'Administers people and security; sees no engagement’s figures.' },
};
