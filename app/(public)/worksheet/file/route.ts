import { takeWorksheet } from '@/lib/requests/links';
import { linkBearer } from '@/lib/requests/schema';
import { environment } from '@/lib/server/environment';
import { limitRefusal } from '@/lib/server/rate-limits';
import { isSameOrigin } from '@/lib/server/same-origin';

/** The button on the page behind a worksheet's link. */
export async function POST(request: Request): Promise<Response> {
  const { origin } = environment();
  if (!isSameOrigin(request, origin)) return new Response('Not from here\n', { status: 403 });
  const refusal = await limitRefusal({ name: 'worksheet', points: 60, seconds: 600 });
  if (refusal) return refusal;
  const form = await request.formData().catch(() => new FormData());
  const bearer = linkBearer.safeParse({ token: form.get('token') });
  const file = bearer.success ? await takeWorksheet(bearer.data.token) : null;
  if (!file) {
    const back = bearer.success ? `/worksheet/download?token=${bearer.data.token}` : '/worksheet/download';
    return new Response(null, { status: 303, headers: { location: back } });
  }
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="walk-position-worksheet.xlsx"',
    },
  });
}
