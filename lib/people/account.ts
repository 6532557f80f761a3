import 'server-only';
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { ActorTx } from '@/db/doors';
import { activity } from '@/db/schema/activity';
import { calendarFeeds } from '@/db/schema/calendar-feeds';
import { comments } from '@/db/schema/comments';
import { engagements, members } from '@/db/schema/engagements';
import { evidence } from '@/db/schema/evidence';
import { invitations } from '@/db/schema/invitations';
import { looks } from '@/db/schema/looks';
import { portalRoles, users } from '@/db/schema/people';
import { requestEntries } from '@/db/schema/requests';
import { identities, passkeys, securityEvents, sessions } from '@/db/schema/sign-in';
import { recordActivity } from '@/lib/activity/record';
import { keepingTheLastOne } from '@/lib/people/last-one';
import type { profile } from '@/lib/people/schema';
import type { AccountView } from '@/lib/people/view';
import { DomainError } from '@/lib/server/errors';
import { recordSecurityEvent } from '@/lib/sign-in/security-events';
import type { SignedInPerson } from '@/lib/sign-in/sessions';

/** What the account page shows: one's own, without any secret. */
export async function accountOf(tx: ActorTx, person: SignedInPerson): Promise<AccountView> {
  const mine = await tx
    .select({
      id: sessions.id,
      device: sessions.device,
      method: sessions.method,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .orderBy(desc(sessions.lastUsedAt));
  const keys = await tx
    .select({
      id: passkeys.id,
      name: passkeys.name,
      synced: passkeys.synced,
      createdAt: passkeys.createdAt,
      lastUsedAt: passkeys.lastUsedAt,
    })
    .from(passkeys)
    .orderBy(asc(passkeys.createdAt));
  return {
    name: person.name,
    title: person.title ?? '',
    email: person.email,
    sessions: mine.map((session) => ({
      id: session.id,
      device: session.device,
      method: session.method,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      current: session.id === person.sessionId,
    })),
    passkeys: keys.map((key) => ({
      id: key.id,
      name: key.name,
      synced: key.synced,
      createdAt: key.createdAt.toISOString(),
      lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    })),
  };
}

export async function changeProfile(
  tx: ActorTx,
  { userId }: SignedInPerson,
  { name, title }: z.output<typeof profile>,
): Promise<void> {
  await tx
    .update(users)
    .set({ name, title: title || null })
    .where(eq(users.id, userId));
}

/** Everything the portal holds that is a person's own, for them to keep. Instants are UTC. */
export async function everythingOf(tx: ActorTx, { userId }: SignedInPerson) {
  const [person] = await tx
    .select({ id: users.id, name: users.name, email: users.email, title: users.title, since: users.createdAt })
    .from(users)
    .where(eq(users.id, userId));
  return {
    format: 'walk-position/person@1',
    person,
    portalRoles: await tx
      .select({ role: portalRoles.role, since: portalRoles.grantedAt })
      .from(portalRoles)
      .where(eq(portalRoles.userId, userId)),
    memberships: await tx
      .select({
        engagement: engagements.id,
        client: engagements.client,
        role: members.role,
        negotiator: members.negotiator,
        since: members.addedAt,
      })
      .from(members)
      .innerJoin(engagements, eq(engagements.id, members.engagementId))
      .where(eq(members.userId, userId))
      .orderBy(asc(members.addedAt)),
    sessions: await tx
      .select({
        device: sessions.device,
        method: sessions.method,
        since: sessions.createdAt,
        lastUse: sessions.lastUsedAt,
      })
      .from(sessions),
    passkeys: await tx
      .select({ name: passkeys.name, since: passkeys.createdAt, lastUse: passkeys.lastUsedAt })
      .from(passkeys),
    calendar: await tx.select({ since: calendarFeeds.createdAt }).from(calendarFeeds),
    identities: await tx
      .select({ issuer: identities.issuer, subject: identities.subject, since: identities.linkedAt })
      .from(identities),
    invitationsSent: await tx
      .select({
        to: invitations.email,
        engagement: invitations.engagementId,
        role: sql<string>`coalesce(${invitations.role}, ${invitations.portalRole})`,
        message: invitations.message,
        at: invitations.invitedAt,
      })
      .from(invitations)
      .where(eq(invitations.invitedBy, userId))
      .orderBy(asc(invitations.invitedAt)),
    securityEvents: await tx
      .select({ at: securityEvents.at, kind: securityEvents.kind, detail: securityEvents.detail })
      .from(securityEvents)
      .where(eq(securityEvents.userId, userId))
      .orderBy(asc(securityEvents.at)),
    /** What one said, but for what was said about a threshold: that is leadership's, and stays where it is. */
    comments: await tx
      .select({
        at: comments.writtenAt,
        engagement: comments.engagementId,
        about: comments.subjectKind,
        body: comments.body,
      })
      .from(comments)
      .where(and(eq(comments.writtenBy, userId), ne(comments.subjectKind, 'threshold')))
      .orderBy(asc(comments.writtenAt)),
    /** What one noted on requests for the worksheet, for whoever is still an advisor: it speaks of other people. */
    requestNotes: await tx
      .select({ at: requestEntries.writtenAt, request: requestEntries.requestId, body: requestEntries.body })
      .from(requestEntries)
      .where(and(eq(requestEntries.writtenBy, userId), eq(requestEntries.kind, 'note')))
      .orderBy(asc(requestEntries.writtenAt)),
    evidence: await tx
      .select({
        at: evidence.addedAt,
        engagement: evidence.engagementId,
        about: evidence.subjectKind,
        kind: evidence.kind,
        title: evidence.title,
        url: evidence.url,
      })
      .from(evidence)
      .where(eq(evidence.addedBy, userId))
      .orderBy(asc(evidence.addedAt)),
    /** When one last took note of an engagement's line. */
    looks: await tx.select({ engagement: looks.engagementId, at: looks.lookedAt }).from(looks),
    /** What one did, without the figures, which are the engagement's. */
    activity: await tx
      .select({ at: activity.at, engagement: activity.engagementId, kind: activity.kind, subject: activity.subject })
      .from(activity)
      .where(eq(activity.actorId, userId))
      .orderBy(asc(activity.at)),
  };
}

/**
 * Takes a person's name, address and ways in away; their id stays, because the trail names it. Refused, with the
 * engagements named, while they are somewhere the last advisor, or the last administrator.
 */
export async function erasePerson(tx: ActorTx, { userId }: SignedInPerson): Promise<void> {
  const mine = await tx
    .select({
      engagementId: members.engagementId,
      client: engagements.client,
      role: members.role,
      alone: sql<boolean>`${members.role} = 'advisor' and not exists (select from members others
        where others.engagement_id = ${members.engagementId} and others.role = 'advisor' and others.user_id <> ${userId})`,
    })
    .from(members)
    .innerJoin(engagements, eq(engagements.id, members.engagementId))
    .where(eq(members.userId, userId))
    .orderBy(asc(engagements.client));
  const alone = mine.filter((membership) => membership.alone).map(({ client }) => client);
  if (alone.length > 0) {
    const message = `You are the only advisor of ${alone.join(', ')}. Bring in another advisor there first.`;
    throw new DomainError({ code: 'refused', message });
  }
  for (const { engagementId, role } of mine) {
    await recordActivity(tx, { engagementId, kind: 'person.left', subject: userId, before: { role } });
  }
  await recordSecurityEvent(tx, { kind: 'person.erased', userId, actorId: userId });
  await keepingTheLastOne(() => tx.execute(sql`select erase_actor()`));
}
