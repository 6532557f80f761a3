import { z } from 'zod';
import { asActor } from '@/db/doors';
import { requireActor } from '@/lib/server/actor';
import { placeOf } from '@/lib/talk/queries';

const ids = z.object({ engagementId: z.uuid(), commentId: z.uuid() });

/** From a mail to where a comment is to be read. 404 for one that is not there or not theirs. */
export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/talk/[commentId]'>) {
  const actor = await requireActor();
  const asked = ids.safeParse(await params);
  if (!asked.success) return new Response(null, { status: 404 });
  const { engagementId, commentId } = asked.data;
  const place = await asActor(actor, (tx) => placeOf(tx, engagementId, commentId));
  if (place === null) return new Response(null, { status: 404 });
  const location = `/engagements/${engagementId}${place}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
