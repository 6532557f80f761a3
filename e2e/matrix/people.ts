import { randomUUID } from 'node:crypto';
import { asSystem } from '@/db/doors';
import { asOwner } from '@/db/testing/owner';
import type { Tenant } from '@/db/testing/tenants';
import type { Rule } from '@/lib/access/endpoints';
import { type Member, mayInEngagement, mayInPortal, type PortalRole } from '@/lib/access/permissions';
import { openSession, type SignedInPerson, sessionOf } from '@/lib/sign-in/sessions';

/** Somebody to try everything as, towards one engagement. */
export type Who = {
  readonly name: string;
  /** Their membership of the engagement. */
  readonly member: Member | null;
  /** The role they have in another engagement instead. */
  readonly elsewhere?: 'advisor' | 'executive';
  readonly portalRoles: readonly PortalRole[];
  readonly signedIn: boolean;
};

const member = (name: string, role: Member['role'], negotiator = false, portalRoles: PortalRole[] = []): Who => ({
  name,
  member: { role, negotiator },
  portalRoles,
  signedIn: true,
});

const stranger = (name: string, rest: Partial<Who> = {}): Who => ({
  name,
  member: null,
  portalRoles: [],
  signedIn: true,
  ...rest,
});

export const everybody: readonly Who[] = [
  member('an advisor', 'advisor', false, ['advisor']),
  member('an executive', 'executive'),
  member('a contributor', 'contributor'),
  member('a negotiator', 'contributor', true),
  member('an observer', 'observer'),
  stranger('an administrator', { portalRoles: ['administrator'] }),
  stranger('an advisor of another client', { elsewhere: 'advisor', portalRoles: ['advisor'] }),
  stranger('an executive of another client', { elsewhere: 'executive' }),
  stranger('an advisor without a membership', { portalRoles: ['advisor'] }),
  stranger('somebody who belongs nowhere'),
  stranger('nobody', { signedIn: false }),
];

/** Whether the table lets somebody in. */
export function admits(rule: Rule, { member: membership, portalRoles, signedIn }: Who): boolean {
  // No issuer is set up on the portal that is asked.
  if (rule === 'the issuer') return false;
  if (rule === 'everybody' || rule === 'the demo') return true;
  if (rule === 'oneself') return signedIn;
  if ('inPortal' in rule) return mayInPortal({ userId: '', portalRoles }, rule.inPortal);
  return membership !== null && mayInEngagement(membership, rule.inEngagement);
}

/** Who may receive the threshold and what follows from it. */
export const seesThreshold = ({ member: membership }: Who) =>
  membership !== null && mayInEngagement(membership, 'threshold.read');

/** A person nobody has met, in a session of their own: whatever they do harms no other test. */
export type Caller = { readonly person: SignedInPerson | null; readonly cookie: string };

export async function fresh(who: Who, { here, elsewhere }: { here: Tenant; elsewhere: Tenant }): Promise<Caller> {
  if (!who.signedIn) return { person: null, cookie: '' };
  const userId = randomUUID();
  await asOwner(async (sql) => {
    await sql`insert into users (id, name, email) values (${userId}, ${who.name}, ${`${userId}@matrix.example`})`;
    for (const role of who.portalRoles) await sql`insert into portal_roles (user_id, role) values (${userId}, ${role})`;
    const membership = who.member ?? (who.elsewhere && { role: who.elsewhere, negotiator: false });
    if (membership) {
      const { engagementId } = who.member ? here : elsewhere;
      await sql`
        insert into members (engagement_id, user_id, role, negotiator)
        values (${engagementId}, ${userId}, ${membership.role}, ${membership.negotiator})`;
    }
  });
  return asSystem(async (tx) => {
    const { token } = await openSession(tx, { userId, method: 'link', userAgent: null });
    return { person: await sessionOf(tx, token), cookie: `walk-session=${token}` };
  });
}
