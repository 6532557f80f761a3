import { fileResponse } from '@/lib/evidence/download';
import { openFile } from '@/lib/evidence/open-file';
import { currentActor, requireActor } from '@/lib/server/actor';

/** A file of an engagement, to be saved. 404 for one that is not there or not theirs. */
export async function GET(_: Request, { params }: RouteContext<'/api/files/[engagementId]/[evidenceId]'>) {
  const actor = (await currentActor()) && (await requireActor());
  if (!actor) return new Response(null, { status: 401 });
  const { engagementId, evidenceId } = await params;
  const file = await openFile(actor, engagementId, evidenceId);
  return file ? fileResponse(actor, evidenceId, file, 'attachment') : new Response(null, { status: 404 });
}
