import { asActor } from '@/db/doors';
import type { Actor } from '@/lib/access/permissions';
import { acknowledgeBrief, newestBrief, writeBrief } from '@/lib/posture/brief';
import { enterSighting, logContact, logTest, recordRecovery } from '@/lib/posture/logs';
import { approveSummary, downloadSummary, draftSummary, newestSummary, releaseSupplier } from '@/lib/posture/summaries';

type People = Readonly<Record<'advisor' | 'executive' | 'negotiator', Actor>>;

/** A row in every table of posture: a walk that was spoken too early and its recovery, a brief read, a summary shown. */
export async function postureOfTenant(engagementId: string, { advisor, executive, negotiator }: People) {
  const contact = {
    heldOn: '2026-01-12',
    withWhom: 'Account executive',
    theySaid: 'Decide by June.',
    weSaid: 'We look at it.',
  };
  await asActor(advisor, async (tx) => {
    const { id } = await logContact(tx, advisor, engagementId, { ...contact, theyAsked: '', walk: 'spoken' });
    const told = { engagementId, contactId: id, recoveredOn: '2026-01-14', what: 'Told them that nothing is decided.' };
    await recordRecovery(tx, advisor, told);
    await enterSighting(tx, advisor, engagementId, {
      kind: 'demonstration',
      what: 'The pilot, in the data centre',
      seenOn: '2026-02-02',
      shownBy: 'CIO',
      shownTo: 'Account executive',
      answer: '',
    });
    await logTest(tx, advisor, engagementId, {
      kind: 'deadline',
      testedOn: '2026-02-20',
      theyDid: 'The price ends on Friday.',
      weDid: 'Let Friday pass.',
      outcome: 'held',
      taught: 'The price was there on Monday.',
    });
    const brief = { upon: 0, say: 'The preparation goes on.', neverSay: 'A number.', speakers: 'The CIO.' };
    await writeBrief(tx, advisor, engagementId, brief);
    await draftSummary(tx, advisor, engagementId);
  });
  await asActor(negotiator, async (tx) => {
    const brief = await newestBrief(tx, engagementId);
    if (brief) await acknowledgeBrief(tx, negotiator, { engagementId, briefId: brief.id });
  });
  await asActor(executive, async (tx) => {
    await releaseSupplier(tx, executive, { engagementId, supplier: 'Rival', released: true });
    const summary = await newestSummary(tx, engagementId);
    if (!summary) throw new Error('the tenant’s summary is not there');
    await approveSummary(tx, executive, { engagementId, summaryId: summary.id, sha256: summary.sha256 });
    await downloadSummary(tx, executive, engagementId);
  });
}
