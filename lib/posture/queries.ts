import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { users } from '@/db/schema/people';
import {
  briefAcknowledgements,
  briefs,
  contacts,
  recoveries,
  sightings,
  summaries,
  summaryApprovals,
  summaryDownloads,
  walkTests,
} from '@/db/schema/posture';
import { type Actor, mayInEngagement } from '@/lib/access/permissions';
import type { EngagementRecord } from '@/lib/engagements/record';
import { answersNow } from '@/lib/posture/brief';
import { movedSince, readAnswers } from '@/lib/posture/brief-answers';
import { knownOf, newestRelease } from '@/lib/posture/summaries';
import { canonical, namesWithheld, notYetSaid, readSummary, summaryOf } from '@/lib/posture/summary';
import type {
  BriefView,
  ContactView,
  Done,
  NegotiatorView,
  PostureView,
  SightingView,
  SummaryView,
  TestView,
} from '@/lib/posture/view';

/** Who did something and when, in words. */
type Telling = (by: string, at: Date) => Done;

/** The Posture room, for whoever may read it. */
export async function loadPosture(
  tx: ActorTx,
  actor: Actor,
  engagement: EngagementRecord,
  today: string,
): Promise<PostureView> {
  const { id: engagementId, member } = engagement;
  const tell = await tellingIn(tx, engagement.timeZone);
  const [brief = null, ...olderBriefs] = await briefsOf(tx, engagementId, tell);
  const release = await newestRelease(tx, engagementId);
  const supplier = release?.released ? release.supplier : null;
  const [newest = null, ...older] = await summariesOf(tx, engagementId, { tell, supplier });
  const approved = [newest, ...older].find((summary) => summary && summary.approvals.length > 0) ?? null;
  return {
    engagementId,
    today,
    mayWrite: mayInEngagement(member, 'contacts.write'),
    mayApprove: mayInEngagement(member, 'summary.approve'),
    mayDownload: mayInEngagement(member, 'papers.export'),
    mayAcknowledge: mayInEngagement(member, 'brief.acknowledge'),
    contacts: await contactsOf(tx, engagementId, tell),
    sightings: await sightingsOf(tx, engagementId, tell),
    tests: await testsOf(tx, engagementId, tell),
    brief,
    olderBriefs,
    negotiators: await negotiatorsOf(tx, actor, { engagementId, briefId: brief?.id ?? null, tell }),
    claimsMoved: brief ? movedSince(brief.answers, await answersNow(tx, engagementId)) : 0,
    summary: newest,
    approved,
    supplier: release
      ? { name: release.supplier, released: release.released, done: tell(release.releasedBy, release.releasedAt) }
      : null,
    drafting: mayInEngagement(member, 'threshold.read') ? await draftingOf(tx, engagement, { newest, approved }) : null,
  };
}

async function draftingOf(
  tx: ActorTx,
  engagement: EngagementRecord,
  { newest, approved }: { newest: SummaryView | null; approved: SummaryView | null },
): Promise<NonNullable<PostureView['drafting']>> {
  const known = await knownOf(tx, engagement);
  const now = summaryOf(engagement.client, known);
  const said = new Set(now.statements.map(({ sentence }) => sentence));
  return {
    notYet: notYetSaid(known),
    differs: newest !== null && canonical(newest.content) !== canonical(now),
    noLongerSo: (approved?.content.statements ?? []).map(({ sentence }) => sentence).filter((each) => !said.has(each)),
  };
}

async function tellingIn(tx: ActorTx, timeZone: string): Promise<Telling> {
  const everybody = await tx.select({ id: users.id, name: users.name, email: users.email }).from(users);
  const names = new Map(everybody.map(({ id, name, email }) => [id, name ?? email]));
  const written = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' });
  return (by, at) => ({ by: names.get(by) ?? 'Somebody who is no member', on: written.format(at) });
}

async function contactsOf(tx: ActorTx, engagementId: string, tell: Telling): Promise<ContactView[]> {
  const rows = await tx
    .select()
    .from(contacts)
    .leftJoin(recoveries, eq(recoveries.contactId, contacts.id))
    .where(eq(contacts.engagementId, engagementId))
    .orderBy(desc(contacts.heldOn), desc(contacts.loggedAt));
  return rows.map(({ contacts: contact, recoveries: recovery }) => {
    const { engagementId: _, belowCredible, loggedBy, loggedAt, ...rest } = contact;
    return {
      ...rest,
      logged: tell(loggedBy, loggedAt),
      tooEarly: contact.walk === 'spoken' && belowCredible,
      recovery: recovery && {
        what: recovery.what,
        recoveredOn: recovery.recoveredOn,
        by: tell(recovery.recordedBy, recovery.recordedAt).by,
      },
    };
  });
}

async function sightingsOf(tx: ActorTx, engagementId: string, tell: Telling): Promise<SightingView[]> {
  const rows = await tx
    .select()
    .from(sightings)
    .where(eq(sightings.engagementId, engagementId))
    .orderBy(desc(sightings.seenOn), desc(sightings.loggedAt));
  return rows.map(({ engagementId: _, loggedBy, loggedAt, ...rest }) => ({
    ...rest,
    logged: tell(loggedBy, loggedAt),
  }));
}

async function testsOf(tx: ActorTx, engagementId: string, tell: Telling): Promise<TestView[]> {
  const rows = await tx
    .select()
    .from(walkTests)
    .where(eq(walkTests.engagementId, engagementId))
    .orderBy(desc(walkTests.testedOn), desc(walkTests.loggedAt));
  return rows.map(({ engagementId: _, loggedBy, loggedAt, ...rest }) => ({
    ...rest,
    logged: tell(loggedBy, loggedAt),
  }));
}

async function briefsOf(tx: ActorTx, engagementId: string, tell: Telling): Promise<BriefView[]> {
  const rows = await tx
    .select()
    .from(briefs)
    .where(eq(briefs.engagementId, engagementId))
    .orderBy(desc(briefs.number))
    .limit(20);
  return rows.map(({ engagementId: _, answers, writtenBy, writtenAt, ...rest }) => ({
    ...rest,
    answers: readAnswers(answers),
    written: tell(writtenBy, writtenAt),
  }));
}

async function negotiatorsOf(
  tx: ActorTx,
  { userId }: Actor,
  { engagementId, briefId, tell }: { engagementId: string; briefId: string | null; tell: Telling },
): Promise<NegotiatorView[]> {
  const rows = await tx
    .select({ id: users.id, name: users.name, email: users.email })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.engagementId, engagementId), eq(members.negotiator, true)))
    .orderBy(asc(users.name));
  const read = briefId
    ? await tx.select().from(briefAcknowledgements).where(eq(briefAcknowledgements.briefId, briefId))
    : [];
  const when = new Map(read.map((row) => [row.userId, tell(row.userId, row.acknowledgedAt).on]));
  return rows.map(({ id, name, email }) => ({
    id,
    name: name ?? email,
    you: id === userId,
    acknowledgedOn: when.get(id) ?? null,
  }));
}

async function summariesOf(
  tx: ActorTx,
  engagementId: string,
  { tell, supplier }: { tell: Telling; supplier: string | null },
): Promise<SummaryView[]> {
  const rows = await tx
    .select()
    .from(summaries)
    .where(eq(summaries.engagementId, engagementId))
    .orderBy(desc(summaries.number));
  const approvals = await tx
    .select()
    .from(summaryApprovals)
    .where(eq(summaryApprovals.engagementId, engagementId))
    .orderBy(asc(summaryApprovals.approvedAt));
  const downloads = await tx
    .select()
    .from(summaryDownloads)
    .where(eq(summaryDownloads.engagementId, engagementId))
    .orderBy(desc(summaryDownloads.downloadedAt))
    .limit(100);
  const read = rows.map(({ content, ...rest }) => ({ ...rest, content: readSummary(content) }));
  return read.map(({ id, number, sha256, content, draftedBy, draftedAt }) => ({
    id,
    number,
    sha256,
    content,
    withheld: namesWithheld(content, supplier),
    drafted: tell(draftedBy, draftedAt),
    approvals: approvals.filter((row) => row.summaryId === id).map((row) => tell(row.approvedBy, row.approvedAt)),
    downloads: downloads
      .filter((row) => row.summaryId === id)
      .map((row) => ({ id: row.id, ...tell(row.downloadedBy, row.downloadedAt) })),
  }));
}
