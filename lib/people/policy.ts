import type { Member, MemberRole } from '@/lib/access/permissions';

/** The client's side: whom an executive may bring in, change and remove. Advisors answer for everybody. */
const clientRoles: readonly MemberRole[] = ['executive', 'contributor', 'observer'];

/** The roles somebody may invite others to in their engagement. */
export function rolesToGive({ role }: Member): readonly MemberRole[] {
  if (role === 'advisor') return ['advisor', ...clientRoles];
  return role === 'executive' ? clientRoles : [];
}

/** Whether somebody may change or remove a member who has a role. */
export function mayManage(member: Member, target: { readonly role: MemberRole }): boolean {
  return rolesToGive(member).includes(target.role);
}

/**
 * The roles a member may be given instead of the one they have. Nobody changes sides, and nobody their own role:
 * the organisation's position must stay its own.
 */
export function rolesInstead(
  member: Member,
  target: { readonly role: MemberRole; readonly you: boolean },
): readonly MemberRole[] {
  const changes = mayManage(member, target) && !target.you && clientRoles.includes(target.role);
  return changes ? clientRoles : [target.role];
}

/** Negotiators are named by an advisor. */
export function mayNameNegotiators({ role }: Member): boolean {
  return role === 'advisor';
}
