import { worksheetResponse } from '@/lib/worksheet/download';
import { writeWorksheet } from '@/lib/worksheet/writer';

export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/worksheet/pdf'>) {
  const { engagementId } = await params;
  return worksheetResponse(engagementId, {
    make: (print, company) => writeWorksheet({ print, company }),
    type: 'application/pdf',
    ending: 'pdf',
  });
}
