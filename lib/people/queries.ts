import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { ActorTx, SystemTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { portalRoles, users } from '@/db/schema/people';
import type { Actor, Member } from '@/lib/access/permissions';
import { mayManage, rolesInstead } from '@/lib/people/policy';
import type { MemberView, StaffView } from '@/lib/people/view';

/** The id of whoever has an address; null for nobody. */
export async function personWith(tx: SystemTx, email: string): Promise<string | null> {
  const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email));
  return person?.id ?? null;
}

/** The members of an engagement, advisors first, then by name. */
export async function membersOf(
  tx: ActorTx,
  actor: Actor,
  member: Member,
  engagementId: string,
): Promise<MemberView[]> {
  const rows = await tx
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      title: users.title,
      role: members.role,
      negotiator: members.negotiator,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.engagementId, engagementId))
    .orderBy(
      sql`array_position(array['advisor', 'executive', 'contributor', 'observer'], ${members.role})`,
      asc(users.name),
      asc(users.id),
    );
  return rows.map((row) => ({
    userId: row.userId,
    name: row.name ?? row.email,
    email: row.email,
    title: row.title,
    role: row.role,
    negotiator: row.negotiator,
    you: row.userId === actor.userId,
    yours: mayManage(member, row),
    roles: rolesInstead(member, { role: row.role, you: row.userId === actor.userId }),
  }));
}

/** The portal's own people, for administrators: one row a role. */
export async function staff(tx: ActorTx, actor: Actor): Promise<StaffView[]> {
  const rows = await tx
    .select({
      userId: portalRoles.userId,
      name: users.name,
      email: users.email,
      role: portalRoles.role,
      since: portalRoles.grantedAt,
    })
    .from(portalRoles)
    .innerJoin(users, eq(users.id, portalRoles.userId))
    .orderBy(asc(portalRoles.role), asc(users.name), asc(users.id));
  return rows.map((row) => ({
    userId: row.userId,
    name: row.name ?? row.email,
    email: row.email,
    role: row.role,
    since: row.since.toISOString(),
    you: row.userId === actor.userId,
  }));
}
