import { asActor } from '@/db/doors';
import { everythingOf } from '@/lib/people/account';
import { requireActor } from '@/lib/server/actor';
import { downloadRefusal } from '@/lib/server/rate-limits';

/** Everything that is the signed-in person's own, as one file. */
export async function GET(): Promise<Response> {
  const actor = await requireActor();
  const refusal = await downloadRefusal(actor.userId);
  if (refusal) return refusal;
  const everything = await asActor(actor, (tx) => everythingOf(tx, actor));
  return new Response(JSON.stringify(everything, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="walk-position-account.json"',
      'cache-control': 'private, no-store',
    },
  });
}
