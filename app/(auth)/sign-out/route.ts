import { asSystem } from '@/db/doors';
import { environment } from '@/lib/server/environment';
import { isSameOrigin } from '@/lib/server/same-origin';
import { dropSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { endSession } from '@/lib/sign-in/sessions';

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  const token = await presentedToken();
  if (token) await asSystem((tx) => endSession(tx, token));
  await dropSession();
  return new Response(null, { status: 303, headers: { location: '/' } });
}
