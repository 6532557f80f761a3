import { notFound } from 'next/navigation';
import { asSystem } from '@/db/doors';
import { signInRequest } from '@/lib/people/schema';
import { createSignInLink } from '@/lib/people/sign-in-links';
import { environment } from '@/lib/server/environment';
import { isSameOrigin } from '@/lib/server/same-origin';

/** One click on a demo person. A route, so that the browser follows the link as a whole page; not there outside the demo. */
export async function POST(request: Request): Promise<Response> {
  const { demo, origin, authSecret } = environment();
  if (!demo || !isSameOrigin(request, origin)) notFound();
  const person = signInRequest.safeParse(Object.fromEntries(await request.formData()));
  const link =
    person.success &&
    (await asSystem((tx) => createSignInLink(tx, person.data.email, { origin, secret: authSecret, now: new Date() })));
  if (!link) notFound();
  const target = new URL(link);
  target.searchParams.set('callbackUrl', '/engagements');
  return new Response(null, { status: 303, headers: { location: `/api/auth/callback/email${target.search}` } });
}
