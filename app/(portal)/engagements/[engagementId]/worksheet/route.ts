import { worksheetResponse } from '@/lib/worksheet/download';
import { filledWorksheet, worksheetType } from '@/lib/worksheet/workbook';

export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/worksheet'>) {
  const { engagementId } = await params;
  return worksheetResponse(engagementId, { make: filledWorksheet, type: worksheetType, ending: 'xlsx' });
}
