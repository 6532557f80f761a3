import { hub } from '@/lib/live/hub';
import { rightsStream } from '@/lib/live/rights-stream';
import { rightsTime } from '@/lib/live/schema';
import { streamResponse, tooManyStreams } from '@/lib/live/stream-response';
import { currentActor } from '@/lib/server/actor';

/** Whether somebody's rights or session have changed, on a page of no single engagement (see `rightsStream`). */
export async function GET(request: Request): Promise<Response> {
  const person = await currentActor();
  if (!person || person.renewalDue) return new Response(null, { status: 401 });
  if (hub().isFullFor(person.userId)) return tooManyStreams();
  const since = rightsTime.safeParse(new URL(request.url).searchParams.get('since') ?? undefined);
  return streamResponse(rightsStream(person, { since: since.success ? since.data : null, signal: request.signal }));
}
