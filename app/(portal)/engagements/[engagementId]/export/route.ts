import { mayInEngagement } from '@/lib/access/permissions';
import { exportedModel } from '@/lib/engagements/export';
import { fileNameOf } from '@/lib/engagements/file-name';
import { requireEngagement } from '@/lib/engagements/require';
import { serialiseModel } from '@/lib/model-file/serialise';

/** The engagement as a model file, without the threshold for whoever may not see it. */
export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/export'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const threshold = mayInEngagement(engagement.member, 'threshold.read');
  return new Response(serialiseModel(exportedModel(engagement), { threshold }), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${fileNameOf(engagement.client)}.walk-position.json"`,
      'cache-control': 'private, no-store',
    },
  });
}
