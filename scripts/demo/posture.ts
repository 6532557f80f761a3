import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/doors';
import { members } from '@/db/schema/engagements';
import { acknowledgeBrief, newestBrief, writeBrief } from '@/lib/posture/brief';
import { enterSighting, logContact, logTest, recordRecovery } from '@/lib/posture/logs';
import { approveSummary, downloadSummary, draftSummary, newestSummary } from '@/lib/posture/summaries';
import { daysAfter } from '@/scripts/demo/calendar';
import type { Cast } from '@/scripts/demo/people';
import type { Told } from '@/scripts/demo/told';

/** What Microsoft has heard and seen, how they tested it, and what those who talk to them keep to. */
export async function showPosture(
  cast: Cast,
  engagementId: string,
  { posture, today }: { readonly posture: NonNullable<Told['posture']>; readonly today: string },
): Promise<void> {
  const { advisor } = cast;
  const ago = (days: number) => daysAfter(today, -days);
  await asActor(advisor, async (tx) => {
    for (const person of posture.negotiators) {
      const them = and(eq(members.engagementId, engagementId), eq(members.userId, cast[person].userId));
      await tx.update(members).set({ negotiator: true }).where(them);
    }
    for (const { daysAgo, recovery, ...contact } of posture.contacts) {
      const { id } = await logContact(tx, advisor, engagementId, { ...contact, heldOn: ago(daysAgo) });
      if (!recovery) continue;
      const { daysAgo: recovered, what } = recovery;
      await recordRecovery(tx, advisor, { engagementId, contactId: id, recoveredOn: ago(recovered), what });
    }
    for (const { daysAgo, ...sighting } of posture.sightings) {
      await enterSighting(tx, advisor, engagementId, { ...sighting, seenOn: ago(daysAgo) });
    }
    for (const { daysAgo, ...test } of posture.tests) {
      await logTest(tx, advisor, engagementId, { ...test, testedOn: ago(daysAgo) });
    }
    const { say, neverSay, speakers } = posture.brief;
    await writeBrief(tx, advisor, engagementId, { upon: 0, say, neverSay, speakers });
    await draftSummary(tx, advisor, engagementId);
  });
  for (const person of posture.brief.acknowledgedBy) {
    await asActor(cast[person], async (tx) => {
      const brief = await newestBrief(tx, engagementId);
      if (brief) await acknowledgeBrief(tx, cast[person], { engagementId, briefId: brief.id });
    });
  }
  const { approvedBy, downloadedBy } = posture.summary;
  await asActor(cast[approvedBy], async (tx) => {
    const summary = await newestSummary(tx, engagementId);
    if (!summary) throw new Error('The summary is not there');
    const { id: summaryId, sha256 } = summary;
    await approveSummary(tx, cast[approvedBy], { engagementId, summaryId, sha256 });
  });
  await asActor(cast[downloadedBy], (tx) => downloadSummary(tx, cast[downloadedBy], engagementId));
}
