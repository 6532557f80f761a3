import { asActor } from '@/db/doors';
import { trailRows } from '@/lib/activity/queries';
import { requireEngagement } from '@/lib/engagements/require';
import { requireActor } from '@/lib/server/actor';
import { downloadRefusal } from '@/lib/server/rate-limits';

const rowsAtOnce = 1_000;

/** The trail as JSON lines, written as they are read: a whole chain of what one may see, and no trace of the rest. */
export async function GET(_: Request, { params }: RouteContext<'/engagements/[engagementId]/activity/download'>) {
  const engagement = await requireEngagement((await params).engagementId);
  const actor = await requireActor();
  const refusal = await downloadRefusal(actor.userId);
  if (refusal) return refusal;
  const encoder = new TextEncoder();
  let after = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = await asActor(actor, (tx) => trailRows(tx, engagement.id, { after, atMost: rowsAtOnce }));
      for (const row of rows) controller.enqueue(encoder.encode(`${JSON.stringify(row)}\n`));
      after = rows.at(-1)?.number ?? after;
      if (rows.length < rowsAtOnce) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="activity.jsonl"',
      'cache-control': 'private, no-store',
    },
  });
}
