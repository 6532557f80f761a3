/** Who may do what: access.md's table, as data. One row a permission, one column a role. */

export type MemberRole = 'advisor' | 'executive' | 'contributor' | 'observer';
export type PortalRole = 'advisor' | 'administrator';

/** A signed-in person. What they may do in an engagement follows from their membership of it, not from here. */
export type Actor = { readonly userId: string; readonly portalRoles: readonly PortalRole[] };

/** An actor inside one engagement. */
export type Member = { readonly role: MemberRole; readonly negotiator: boolean };

type MemberRule = Readonly<Record<MemberRole, boolean | 'negotiator'>>;

const all: MemberRule = { advisor: true, executive: true, contributor: true, observer: true };
const advisors: MemberRule = { advisor: true, executive: false, contributor: false, observer: false };
const leadership: MemberRule = { advisor: true, executive: true, contributor: false, observer: false };
const workers: MemberRule = { advisor: true, executive: false, contributor: true, observer: false };

export const memberPermissions = {
  'engagement.read': all,
  'engagement.change': advisors,
  'lines.read': all,
  'alternative.write': workers,
  'offer.write': advisors,
  'claims.write': workers,
  'alternative.choose': leadership,
  'threshold.read': leadership,
  'papers.export': leadership,
} as const satisfies Record<string, MemberRule>;

export type MemberPermission = keyof typeof memberPermissions;

const portalPermissions = {
  'engagement.create': ['advisor'],
} as const satisfies Record<string, readonly PortalRole[]>;

export type PortalPermission = keyof typeof portalPermissions;

export function mayInEngagement(member: Member, permission: MemberPermission): boolean {
  const rule: boolean | 'negotiator' = memberPermissions[permission][member.role];
  return rule === 'negotiator' ? member.negotiator : rule;
}

export function mayInPortal(actor: Actor, permission: PortalPermission): boolean {
  return portalPermissions[permission].some((role) => actor.portalRoles.includes(role));
}
