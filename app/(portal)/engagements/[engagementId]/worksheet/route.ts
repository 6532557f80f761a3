import { mayInEngagement } from '@/lib/access/permissions';
import { exportedModel } from '@/lib/engagements/export';
import { fileNameOf } from '@/lib/engagements/file-name';
import { requireEngagement } from '@/lib/engagements/require';
import { requireActor } from '@/lib/server/actor';
import { downloadRefusal } from '@/lib/server/rate-limits';
import { fitsWorksheet, MAX_WORKSHEET_LINES } from '@/lib/worksheet/content';
import { filledWorksheet } from '@/lib/worksheet/workbook';

/** The offer that stands and the chosen alternative as a worksheet, without the threshold for whoever may not see it. */
export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/worksheet'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const refusal = await downloadRefusal((await requireActor()).userId);
  if (refusal) return refusal;
  const { threshold, ...model } = exportedModel(engagement);
  if (!fitsWorksheet(model)) {
    const message = `A worksheet holds ${MAX_WORKSHEET_LINES} lines, and this engagement has more. Its model file holds them all.\n`;
    return new Response(message, { status: 422, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
  const known = threshold && mayInEngagement(engagement.member, 'threshold.read') ? { ...model, threshold } : model;
  return new Response(new Blob([await filledWorksheet(known, engagement.client)]), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${fileNameOf(engagement.client)}-worksheet.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
}
