import Link from 'next/link';
import { RedeemForm } from '@/components/people/redeem-form';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { asSystem } from '@/db/doors';
import { addressOfLink } from '@/lib/sign-in/links';
import { linkToRedeem } from '@/lib/sign-in/schema';

export const metadata = { title: 'Sign in' };

/** The page behind a sign-in link. Only the button uses the link up; opening the page does not. */
export default async function Confirm({ searchParams }: PageProps<'/sign-in/confirm'>) {
  const link = linkToRedeem.safeParse(await searchParams);
  if (!link.success) {
    return (
      <Again title="This link is not complete">It may have been cut in two by a mail program. Ask for a new one.</Again>
    );
  }
  const { token } = link.data;
  const email = await asSystem((tx) => addressOfLink(tx, token));
  if (!email) {
    return <Again title="This link has been used, or has run out">A link works once, for fifteen minutes.</Again>;
  }
  return (
    <>
      <h1 className="text-3xl">One more click</h1>
      <p className="mt-3 text-muted">You are signing in as {email}. The link works once.</p>
      <RedeemForm token={token} />
    </>
  );
}

function Again({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h1 className="text-3xl">Sign in</h1>
      <div className="mt-6">
        <Notice tone="bad" title={title}>
          <p className="mt-1">{children}</p>
          <Link href="/sign-in" className={`mt-3 ${buttonClass('quiet')}`}>
            Ask for a new link
          </Link>
        </Notice>
      </div>
    </>
  );
}
