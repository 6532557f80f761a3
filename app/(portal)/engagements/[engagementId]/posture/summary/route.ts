import { notFound } from 'next/navigation';
import { asActor } from '@/db/doors';
import { mayInEngagement } from '@/lib/access/permissions';
import { fileNameOf } from '@/lib/engagements/file-name';
import { requireEngagement } from '@/lib/engagements/require';
import { printedSummary } from '@/lib/posture/printed';
import { downloadSummary } from '@/lib/posture/summaries';
import { requireActor } from '@/lib/server/actor';
import { downloadRefusal } from '@/lib/server/rate-limits';

/** The approved preparation summary. Drawn before it is written down as taken: what fails has not left the house. */
export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/posture/summary'>) {
  const engagement = await requireEngagement((await params).engagementId);
  if (!mayInEngagement(engagement.member, 'papers.export')) notFound();
  const actor = await requireActor();
  const refusal = await downloadRefusal(actor.userId);
  if (refusal) return refusal;
  const file = await asActor(actor, async (tx) => {
    const summary = await downloadSummary(tx, actor, engagement.id);
    return summary && printedSummary(summary.content, summary.approvedAt);
  });
  if (!file) notFound();
  return new Response(new Blob([file]), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileNameOf(engagement.client)}-preparation.pdf"`,
      'cache-control': 'private, no-store',
    },
  });
}
