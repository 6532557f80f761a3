import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { signInLink } from '@/lib/people/schema';

export const metadata = { title: 'Sign in' };

/** The page behind a sign-in link. Only the button uses the link up; opening the page does not. */
export default async function Confirm({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const link = signInLink.safeParse(await searchParams);
  if (!link.success) {
    return (
      <Notice tone="bad" title="This link is not complete">
        <p className="mt-1">It may have been cut in two by a mail program. Ask for a new one.</p>
        <Link href="/sign-in" className={`mt-3 ${buttonClass('quiet')}`}>
          Ask for a new link
        </Link>
      </Notice>
    );
  }
  return (
    <>
      <h1 className="text-3xl">One more click</h1>
      <p className="mt-3 text-muted">You are signing in as {link.data.email}. The link works once.</p>
      <form action="/api/auth/callback/email" method="get" className="mt-8">
        <input type="hidden" name="token" value={link.data.token} />
        <input type="hidden" name="email" value={link.data.email} />
        <input type="hidden" name="callbackUrl" value="/engagements" />
        <Button type="submit" className="w-full">
          Sign in
        </Button>
      </form>
    </>
  );
}
