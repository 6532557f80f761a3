import { worksheetResponse } from '@/lib/worksheet/download';
import { worksheetType, writeWorksheet } from '@/lib/worksheet/writer';

export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/worksheet'>) {
  const { engagementId } = await params;
  return worksheetResponse(engagementId, {
    make: (filled, company) => writeWorksheet({ filled, company }),
    type: worksheetType,
    ending: 'xlsx',
  });
}
