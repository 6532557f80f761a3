import { asActor } from '@/db/doors';
import { membershipOf } from '@/lib/engagements/membership';
import { announcePresence } from '@/lib/live/presence';
import { presenceReport } from '@/lib/live/schema';
import { watchingActor } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';
import { limitRefusal } from '@/lib/server/rate-limits';
import { isSameOrigin } from '@/lib/server/same-origin';

/** Two a second: far more than one person moves and stays, in several windows at once. */
const limit = { name: 'presence', points: 120, seconds: 60 };

/**
 * Where the signed-in person is, said every few seconds by their page: no use of their session, which ends as if
 * nothing had been said. 204; 401, 404 like the event stream; 400 for nonsense, 429 for more than a page says.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  const person = await watchingActor();
  if (!person) return new Response(null, { status: 401 });
  const refusal = await limitRefusal(limit, person.userId);
  if (refusal) return refusal;
  const report = presenceReport.safeParse(await request.json().catch(() => null));
  if (!report.success) return new Response(null, { status: 400 });
  const isMember = await asActor(person, async (tx) => {
    if (!(await membershipOf(tx, person, report.data.engagementId))) return false;
    await announcePresence(tx, person, report.data);
    return true;
  });
  return new Response(null, { status: isMember ? 204 : 404 });
}
