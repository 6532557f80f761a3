import { notFound } from 'next/navigation';
import { asSystem } from '@/db/doors';
import { demoPeople } from '@/db/seed/people';
import { personWith } from '@/lib/people/queries';
import { environment } from '@/lib/server/environment';
import { isSameOrigin } from '@/lib/server/same-origin';
import { localPath } from '@/lib/sign-in/local-path';
import { keepSession, presentedToken } from '@/lib/sign-in/session-cookie';
import { openSession } from '@/lib/sign-in/sessions';

/** One click on a demo person. A route, so that it works without scripts; not there outside the demo. */
export async function POST(request: Request): Promise<Response> {
  const { demo, origin } = environment();
  if (!demo || !isSameOrigin(request, origin)) notFound();
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const next = localPath(form.get('next'));
  const person = demoPeople.find(({ email }) => email === form.get('email'));
  if (!person) notFound();
  const replaces = await presentedToken();
  const opened = await asSystem(async (tx) => {
    const userId = await personWith(tx, person.email);
    return (
      userId && openSession(tx, { userId, method: 'demo', userAgent: request.headers.get('user-agent'), replaces })
    );
  });
  if (!opened) notFound();
  await keepSession(opened);
  return new Response(null, { status: 303, headers: { location: next } });
}
