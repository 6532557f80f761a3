import 'server-only';
import { mayInEngagement } from '@/lib/access/permissions';
import { exportedModel } from '@/lib/engagements/export';
import { fileNameOf } from '@/lib/engagements/file-name';
import { requireEngagement } from '@/lib/engagements/require';
import type { Model } from '@/lib/model/types';
import { requireActor } from '@/lib/server/actor';
import { downloadRefusal } from '@/lib/server/rate-limits';
import { fitsWorksheet, MAX_WORKSHEET_LINES } from '@/lib/worksheet/content';

/**
 * Answers with an engagement's worksheet, made by `make`: the offer that stands and the chosen alternative, without
 * the threshold for whoever may not see it. 422 where it has more lines than a worksheet holds.
 */
export async function worksheetResponse(
  engagementId: string,
  { make, type, ending }: { make: Make; type: string; ending: 'xlsx' | 'pdf' },
): Promise<Response> {
  const engagement = await requireEngagement(engagementId);
  const refusal = await downloadRefusal((await requireActor()).userId);
  if (refusal) return refusal;
  const { threshold, ...model } = exportedModel(engagement);
  if (!fitsWorksheet(model)) {
    const message = `A worksheet holds ${MAX_WORKSHEET_LINES} lines, and this engagement has more. Its model file holds them all.\n`;
    return new Response(message, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const known = threshold && mayInEngagement(engagement.member, 'threshold.read') ? { ...model, threshold } : model;
  return new Response(new Blob([await make(known, engagement.client)]), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${fileNameOf(engagement.client)}-worksheet.${ending}"`,
      'cache-control': 'private, no-store',
    },
  });
}

type Make = (model: Model, client: string) => Promise<Uint8Array<ArrayBuffer>>;
