import { signOut } from '@/lib/server/auth';
import { environment } from '@/lib/server/environment';
import { isSameOrigin } from '@/lib/server/same-origin';

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request, environment().origin)) return new Response(null, { status: 403 });
  await signOut({ redirect: false });
  return new Response(null, { status: 303, headers: { location: '/' } });
}
