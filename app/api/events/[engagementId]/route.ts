import { z } from 'zod';
import { asActor } from '@/db/doors';
import { membershipOf } from '@/lib/engagements/membership';
import { hub } from '@/lib/live/hub';
import { eventNumber } from '@/lib/live/schema';
import { engagementStream } from '@/lib/live/stream';
import { streamResponse, tooManyStreams } from '@/lib/live/stream-response';
import { currentActor } from '@/lib/server/actor';

/**
 * What happens in an engagement, as it happens (see `engagementStream`). 401 without a session, or with one whose
 * token is due for renewal; 404 for an engagement that is not there or not theirs; 429 with too many streams open.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/events/[engagementId]'>): Promise<Response> {
  const person = await currentActor();
  if (!person || person.renewalDue) return new Response(null, { status: 401 });
  const engagementId = z.uuid().safeParse((await params).engagementId);
  const member = engagementId.success && (await asActor(person, (tx) => membershipOf(tx, person, engagementId.data)));
  if (!member) return new Response(null, { status: 404 });
  if (hub().isFullFor(person.userId)) return tooManyStreams();
  const { searchParams } = new URL(request.url);
  const after = eventNumber.safeParse(request.headers.get('last-event-id') ?? searchParams.get('after') ?? undefined);
  const stream = engagementStream(person, member, engagementId.data, {
    after: after.success ? after.data : null,
    signal: request.signal,
  });
  return streamResponse(stream);
}
