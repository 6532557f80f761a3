import { isPicture } from '@/lib/evidence/accepted';
import { fileResponse } from '@/lib/evidence/download';
import { openFile } from '@/lib/evidence/open-file';
import { currentActor, requireActor } from '@/lib/server/actor';

/** An image among an engagement's files, to be shown in a page. 404 for whatever is no image, not there or not theirs. */
export async function GET(_: Request, { params }: RouteContext<'/api/files/[engagementId]/[evidenceId]/preview'>) {
  const actor = (await currentActor()) && (await requireActor());
  if (!actor) return new Response(null, { status: 401 });
  const { engagementId, evidenceId } = await params;
  const file = await openFile(actor, engagementId, evidenceId);
  if (!file || !isPicture(file.mediaType)) return new Response(null, { status: 404 });
  return fileResponse(actor, evidenceId, file, 'inline');
}
