import { worksheetResponse } from '@/lib/worksheet/download';
import { filledPrint } from '@/lib/worksheet/printed';

export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/worksheet/pdf'>) {
  const { engagementId } = await params;
  return worksheetResponse(engagementId, { make: filledPrint, type: 'application/pdf', ending: 'pdf' });
}
