import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import { briefAcknowledgements, briefs, contacts, recoveries, summaries, summaryApprovals } from '@/db/schema/posture';
import type { EngagementRecord } from '@/lib/engagements/record';
import type { PostureFacts } from '@/lib/readiness/facts';

/** Who negotiates, and what Microsoft may see and has heard. */
export async function postureFacts(tx: ActorTx, { id }: Pick<EngagementRecord, 'id'>): Promise<PostureFacts> {
  const [brief] = await tx
    .select({ id: briefs.id })
    .from(briefs)
    .where(eq(briefs.engagementId, id))
    .orderBy(desc(briefs.number))
    .limit(1);
  const read = brief
    ? await tx
        .select({ userId: briefAcknowledgements.userId })
        .from(briefAcknowledgements)
        .where(eq(briefAcknowledgements.briefId, brief.id))
    : [];
  const readers = new Set(read.map(({ userId }) => userId));
  const negotiators = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, id), eq(members.negotiator, true)))
    .orderBy(asc(users.name));
  return {
    brief: brief !== undefined,
    negotiators: negotiators.map(({ id: userId, name, email }) => ({
      id: userId,
      label: name ?? email,
      acknowledged: readers.has(userId),
    })),
    summary: await summaryState(tx, id),
    spoken: await spokenIn(tx, id),
  };
}

/** What was approved once stays approved for showing, whatever is drafted after it. */
async function summaryState(tx: ActorTx, engagementId: string): Promise<PostureFacts['summary']> {
  const [any] = await tx
    .select({ approval: summaryApprovals.id })
    .from(summaries)
    .leftJoin(summaryApprovals, eq(summaryApprovals.summaryId, summaries.id))
    .where(eq(summaries.engagementId, engagementId))
    .orderBy(asc(summaryApprovals.approvedAt))
    .limit(1);
  if (!any) return 'none';
  return any.approval ? 'approved' : 'not approved';
}

/** `belowCredible` is what the history of the level said of the day when the contact was written down. */
async function spokenIn(tx: ActorTx, engagementId: string): Promise<PostureFacts['spoken']> {
  const rows = await tx
    .select({
      id: contacts.id,
      label: contacts.withWhom,
      belowCredible: contacts.belowCredible,
      recovery: recoveries.contactId,
    })
    .from(contacts)
    .leftJoin(recoveries, eq(recoveries.contactId, contacts.id))
    .where(and(eq(contacts.engagementId, engagementId), eq(contacts.walk, 'spoken')))
    .orderBy(asc(contacts.heldOn), asc(contacts.loggedAt));
  return rows.map(({ recovery, ...contact }) => ({ ...contact, recovered: recovery !== null }));
}
