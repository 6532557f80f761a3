/** Who may do what: the table of docs/access.md, as data. One row a permission, one column a role. */

export type MemberRole = 'advisor' | 'executive' | 'contributor' | 'observer';
export type PortalRole = 'advisor' | 'administrator';

/** A signed-in person. What they may do in an engagement follows from their membership of it, not from here. */
export type Actor = { readonly userId: string; readonly portalRoles: readonly PortalRole[] };

/** An actor inside one engagement. */
export type Member = {
  readonly role: MemberRole;
  readonly negotiator: boolean;
  /** The engagement is in the archive: what it holds is read, not written. */
  readonly archived?: boolean;
};

/**
 * Words in a cell mean yes, on a condition. `negotiators` is asked here; the others depend on the row in
 * question, and are asked by the room's policy and by the database.
 */
export type Cell =
  | boolean
  | 'negotiators'
  | 'client side only'
  | 'advisors'
  | 'a named approver, freshly re-authenticated'
  | 'freshly re-authenticated'
  | 'without the threshold’s entries'
  | 'security events only';

const yes = true;
const no = false;

/** Advisors, executives, contributors, observers. */
const members = <A extends Cell, E extends Cell, C extends Cell, O extends Cell>(
  advisor: A,
  executive: E,
  contributor: C,
  observer: O,
) => ({ advisor, executive, contributor, observer });

/** What a member may do in their engagement. Whoever is no member may do none of it, administrators included. */
export const memberPermissions = {
  // an                         advisor, executive, contributor, observer may …
  'engagement.read': members(yes, yes, yes, yes),
  'engagement.change': members(yes, no, no, no),
  'engagement.archive': members(yes, no, no, no),
  'lines.read': members(yes, yes, yes, yes),
  'alternative.write': members(yes, no, yes, no),
  'plan.write': members(yes, no, yes, no),
  'offer.write': members(yes, no, no, no),
  'claims.write': members(yes, no, yes, no),
  'contacts.write': members(yes, no, no, no),
  'comment.write': members(yes, yes, yes, no),
  /** Never one's own last change. */
  'line.review': members(yes, yes, yes, no),
  'alternative.choose': members(yes, yes, no, no),
  /** The threshold, the reading, leverage against it, and whatever follows from them. */
  'threshold.read': members(yes, yes, no, no),
  'threshold.propose': members(yes, yes, no, no),
  'threshold.approve': members(no, 'a named approver, freshly re-authenticated', no, no),
  'decision.make': members(no, 'freshly re-authenticated', no, no),
  'evidence.open': members(yes, yes, yes, yes),
  'evidence.add': members(yes, yes, yes, no),
  'posture.read': members(yes, yes, 'negotiators', no),
  'summary.approve': members(no, yes, no, no),
  /** Everybody for themself. */
  'brief.acknowledge': members('negotiators', 'negotiators', 'negotiators', no),
  'papers.export': members(yes, yes, no, no),
  'people.change': members(yes, 'client side only', no, no),
  'activity.read': members(yes, yes, 'without the threshold’s entries', 'without the threshold’s entries'),
} as const satisfies Record<string, Record<MemberRole, Cell>>;

export type MemberPermission = keyof typeof memberPermissions;

/** The firm's advisors, administrators, and whoever has not signed in. */
const portal = <A extends Cell, M extends Cell, V extends Cell>(advisor: A, administrator: M, visitor: V) => ({
  advisor,
  administrator,
  visitor,
});

/** What one may do in the portal as a whole, whatever engagement. */
export const portalPermissions = {
  // an                      advisor of the firm, administrator, visitor may …
  'engagement.create': portal(yes, no, no),
  'engagement.archive': portal(no, yes, no),
  'people.change': portal(no, 'advisors', no),
  'activity.read': portal(no, 'security events only', no),
  'requests.triage': portal(yes, no, no),
  'worksheet.request': portal(no, no, yes),
} as const satisfies Record<string, Record<PortalRole | 'visitor', Cell>>;

export type PortalPermission = keyof typeof portalPermissions;

/** What stays allowed in an archived engagement: reading it, its people, and taking it out again. */
const inArchive: ReadonlySet<MemberPermission> = new Set([
  'engagement.read',
  'engagement.archive',
  'lines.read',
  'threshold.read',
  'evidence.open',
  'posture.read',
  'papers.export',
  'people.change',
  'activity.read',
]);

export function mayInEngagement(member: Member, permission: MemberPermission): boolean {
  if (member.archived && !inArchive.has(permission)) return false;
  const cell: Cell = memberPermissions[permission][member.role];
  return cell === 'negotiators' ? member.negotiator : cell !== false;
}

export function mayInPortal(actor: Actor, permission: PortalPermission): boolean {
  return actor.portalRoles.some((role) => portalPermissions[permission][role] !== false);
}
