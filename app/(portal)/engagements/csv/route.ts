import { asActor } from '@/db/doors';
import { askedPortfolio } from '@/lib/portfolio/asked';
import { csvHead, csvLine } from '@/lib/portfolio/csv';
import { portfolioRows, settledKnowing } from '@/lib/portfolio/queries';
import { actingPerson } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';
import { downloadRefusal } from '@/lib/server/rate-limits';
import { isSameOrigin } from '@/lib/server/same-origin';
import { todayIn } from '@/lib/server/today';

const rowsAtOnce = 500;
const atMost = 20_000;

/**
 * The current view as a file, written as it is read. Posted, since what is asked may hold words looked for: 400 for
 * nonsense, 401 without a session, 403 for a form of another site.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  const actor = await actingPerson();
  if (!actor) return new Response(null, { status: 401 });
  const refusal = await downloadRefusal(actor.userId);
  if (refusal) return refusal;
  const asked = askedPortfolio.safeParse(await postedIn(request));
  if (!asked.success) return new Response(null, { status: 400 });
  const knowing = await asActor(actor, (tx) => settledKnowing(tx, actor, todayIn));
  const encoder = new TextEncoder();
  let offset = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // Excel takes a file without the mark for something else than UTF-8.
      controller.enqueue(encoder.encode(`\ufeff${csvHead(knowing)}`));
    },
    async pull(controller) {
      const rows = await asActor(actor, (tx) => portfolioRows(tx, actor, asked.data, { atMost: rowsAtOnce, offset }));
      controller.enqueue(encoder.encode(rows.map((row) => csvLine(row, knowing)).join('')));
      offset += rowsAtOnce;
      if (rows.length < rowsAtOnce || offset >= atMost) controller.close();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="portfolio.csv"',
      'cache-control': 'private, no-store',
    },
  });
}

async function postedIn(request: Request): Promise<unknown> {
  const form = await request.formData().catch(() => null);
  const asked = form?.get('asked');
  if (typeof asked !== 'string' || asked.length > 2_000) return null;
  try {
    return JSON.parse(asked);
  } catch {
    return null;
  }
}
