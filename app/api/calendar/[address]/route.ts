import { calendarOf } from '@/lib/calendars/ics';
import { daysBehind } from '@/lib/calendars/queries';
import { limitRefusal } from '@/lib/server/rate-limits';

/** Calendars ask a few times a day; whoever guesses asks more often. */
const limit = { name: 'calendar', points: 600, seconds: 3600 } as const;

/** The calendar behind a secret address: without a session, since a calendar has none. */
export async function GET(_request: Request, { params }: RouteContext<'/api/calendar/[address]'>): Promise<Response> {
  const token = /^([0-9a-f]{64})(\.ics)?$/.exec((await params).address)?.[1];
  const refusal = await limitRefusal(limit);
  if (refusal) return refusal;
  const days = token ? await daysBehind(token) : null;
  if (!days)
    return new Response('There is no such calendar.\n', {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  return new Response(calendarOf(days, new Date().toISOString()), {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="walk-position.ics"',
      'cache-control': 'private, no-store',
    },
  });
}
