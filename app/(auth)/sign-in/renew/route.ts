import { asSystem } from '@/db/doors';
import { localPath } from '@/lib/sign-in/local-path';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { renewSession } from '@/lib/sign-in/sessions';

/** Replaces the token of a session whose owner's rights have changed, on the way to a page. */
export async function GET(request: Request): Promise<Response> {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  const token = await presentedToken();
  const renewed = token ? await asSystem((tx) => renewSession(tx, token)) : null;
  if (renewed) await keepSession(renewed);
  const location = renewed ? next : `/sign-in?next=${encodeURIComponent(next)}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
