import { asActor } from '@/db/doors';
import { membershipOf } from '@/lib/engagements/membership';
import { announcePresence } from '@/lib/live/presence';
import { presenceReport } from '@/lib/live/schema';
import { currentActor } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';
import { isSameOrigin } from '@/lib/server/same-origin';

/** Where the signed-in person is, said every few seconds. 204; 401, 404 like the event stream; 400 for nonsense. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  const person = await currentActor();
  if (!person) return new Response(null, { status: 401 });
  const report = presenceReport.safeParse(await request.json().catch(() => null));
  if (!report.success) return new Response(null, { status: 400 });
  const isMember = await asActor(person, async (tx) => {
    if (!(await membershipOf(tx, person, report.data.engagementId))) return false;
    await announcePresence(tx, person, report.data);
    return true;
  });
  return new Response(null, { status: isMember ? 204 : 404 });
}
