import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import { and, desc, eq, exists } from 'drizzle-orm';
import type { ActorTx } from '@/db/doors';
import { engagements } from '@/db/schema/engagements';
import { summaries, summaryApprovals, summaryDownloads, supplierReleases } from '@/db/schema/posture';
import type { Actor } from '@/lib/access/permissions';
import { recordActivity } from '@/lib/activity/record';
import { loadEngagement } from '@/lib/engagements/queries';
import type { EngagementRecord } from '@/lib/engagements/record';
import { guardThreshold } from '@/lib/posture/guard';
import type { Known } from '@/lib/posture/may-leave';
import { canonical, namesWithheld, readSummary, type SummaryContent, summaryOf } from '@/lib/posture/summary';
import { factsOf } from '@/lib/preparedness/facts';
import { readinessOf, statesOf } from '@/lib/readiness/readiness';
import { DomainError, notFound } from '@/lib/server/errors';
import { todayIn } from '@/lib/server/today';

const wall = 'posture' as const;
const here = (engagementId: string) => eq(summaries.engagementId, engagementId);

/** What a summary may say today. For whoever may see all of readiness: others would know less than is so. */
export async function knownOf(tx: ActorTx, engagement: EngagementRecord): Promise<Known> {
  const today = todayIn(engagement.timeZone);
  const { pillars } = readinessOf(await factsOf(tx, engagement, today), today);
  return {
    met: new Set(pillars.flatMap(({ criteria }) => criteria.filter(({ met }) => met).map(({ id }) => id))),
    pillars: statesOf(pillars),
    supplier: await releasedSupplier(tx, engagement.id),
  };
}

/** Draws the summary up from the list of what may leave the house. It waits for an executive then. */
export async function draftSummary(tx: ActorTx, actor: Actor, engagementId: string): Promise<void> {
  await tx.select().from(engagements).where(eq(engagements.id, engagementId)).for('update');
  const engagement = await loadEngagement(tx, actor, engagementId, todayIn);
  if (!engagement) throw notFound();
  const written = summaryOf(engagement.client, await knownOf(tx, engagement));
  if (written.statements.length === 0) {
    const message = 'Nothing on the list of what may leave the house is so yet: there is nothing to show.';
    throw new DomainError({ code: 'refused', message });
  }
  const newest = await newestSummary(tx, engagementId);
  const content = canonical(written);
  if (newest?.content === content) {
    throw new DomainError({ code: 'refused', message: 'The newest summary says just this already.' });
  }
  const id = randomUUID();
  const number = (newest?.number ?? 0) + 1;
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx.insert(summaries).values({ id, engagementId, number, content, sha256, draftedBy: actor.userId });
  const after = { name: `version ${number}`, says: written.statements.map(({ sentence }) => sentence), sha256 };
  await recordActivity(tx, { engagementId, kind: 'posture.summary-drafted', subject: id, after, wall });
}

/** An executive approves the newest summary for showing: the content whose SHA-256 they were shown, and no other. */
export async function approveSummary(
  tx: ActorTx,
  actor: Actor,
  { engagementId, summaryId, sha256 }: { engagementId: string; summaryId: string; sha256: string },
): Promise<void> {
  const newest = await newestSummary(tx, engagementId);
  if (!newest) throw notFound();
  if (newest.id !== summaryId || newest.sha256 !== sha256) {
    throw new DomainError({ code: 'refused', message: 'A newer summary has been drafted: read that one first.' });
  }
  if (namesWithheld(readSummary(newest.content), await releasedSupplier(tx, engagementId))) {
    const message = 'It names a supplier whose name is withheld now: draft it anew first.';
    throw new DomainError({ code: 'refused', message });
  }
  const added = await tx
    .insert(summaryApprovals)
    .values({ engagementId, summaryId, sha256, approvedBy: actor.userId })
    .onConflictDoNothing()
    .returning({ id: summaryApprovals.id });
  if (added.length === 0) return;
  const after = { name: `version ${newest.number}`, sha256 };
  await recordActivity(tx, { engagementId, kind: 'posture.summary-approved', subject: summaryId, after, wall });
}

/**
 * The newest approved summary, exactly as it was approved; who takes it, and when, is written down. Null where there is
 * none, and where it names a supplier whose name has been withheld since.
 */
export async function downloadSummary(
  tx: ActorTx,
  actor: Actor,
  engagementId: string,
): Promise<{ content: SummaryContent; number: number; approvedAt: Date } | null> {
  const approved = await approvedSummary(tx, engagementId);
  if (!approved) return null;
  const content = readSummary(approved.content);
  if (namesWithheld(content, await releasedSupplier(tx, engagementId))) return null;
  const { id: summaryId, sha256, number } = approved;
  await tx.insert(summaryDownloads).values({ engagementId, summaryId, sha256, downloadedBy: actor.userId });
  const after = { name: `version ${number}`, sha256 };
  await recordActivity(tx, { engagementId, kind: 'posture.summary-downloaded', subject: summaryId, after, wall });
  return { content, number, approvedAt: approved.approvedAt };
}

/**
 * An executive's word on whether the supplier's name may leave the house. A released name counts for what is drafted
 * afterwards; what names a withheld one is neither approved nor taken any more.
 */
export async function releaseSupplier(
  tx: ActorTx,
  actor: Actor,
  { engagementId, supplier, released }: { engagementId: string; supplier: string; released: boolean },
): Promise<void> {
  await guardThreshold(tx, engagementId, { supplier });
  const id = randomUUID();
  await tx.insert(supplierReleases).values({ id, engagementId, supplier, released, releasedBy: actor.userId });
  const kind = released ? 'posture.supplier-released' : 'posture.supplier-withheld';
  await recordActivity(tx, { engagementId, kind, subject: id, after: { supplier }, wall });
}

export async function newestRelease(tx: ActorTx, engagementId: string) {
  const [newest] = await tx
    .select()
    .from(supplierReleases)
    .where(eq(supplierReleases.engagementId, engagementId))
    .orderBy(desc(supplierReleases.releasedAt))
    .limit(1);
  return newest;
}

/** The supplier whose name may leave the house; null where none may. */
async function releasedSupplier(tx: ActorTx, engagementId: string): Promise<string | null> {
  const release = await newestRelease(tx, engagementId);
  return release?.released ? release.supplier : null;
}

export async function newestSummary(tx: ActorTx, engagementId: string) {
  const [newest] = await tx.select().from(summaries).where(here(engagementId)).orderBy(desc(summaries.number)).limit(1);
  return newest;
}

/** The newest summary that somebody has approved, with when that was first done. */
async function approvedSummary(tx: ActorTx, engagementId: string) {
  const approvals = tx.select().from(summaryApprovals).where(eq(summaryApprovals.summaryId, summaries.id));
  const [summary] = await tx
    .select()
    .from(summaries)
    .where(and(here(engagementId), exists(approvals)))
    .orderBy(desc(summaries.number))
    .limit(1);
  if (!summary) return null;
  const [first] = await tx
    .select({ at: summaryApprovals.approvedAt })
    .from(summaryApprovals)
    .where(eq(summaryApprovals.summaryId, summary.id))
    .orderBy(summaryApprovals.approvedAt)
    .limit(1);
  return first ? { ...summary, approvedAt: first.at } : null;
}
