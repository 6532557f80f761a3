import Link from 'next/link';
import { PublicFrame } from '@/components/front/public-frame';
import { EraseForm } from '@/components/requests/erase-form';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/format/dates';
import { type LinkState, stateOfLink } from '@/lib/requests/links';
import { linkBearer } from '@/lib/requests/schema';

export const metadata = { title: 'Your worksheet', robots: { index: false, follow: false } };

const ended = {
  expired: 'Its fourteen days are over.',
  'used up': 'It has been used five times.',
  revoked: 'It has been replaced by a newer one, or taken back.',
} as const;

/** The page behind the link in the mail: the file comes by the button, not by opening the page. */
export default async function Download({ searchParams }: PageProps<'/worksheet/download'>) {
  const bearer = linkBearer.safeParse(await searchParams);
  const link = bearer.success ? await stateOfLink(bearer.data.token) : null;
  return (
    <PublicFrame>
      <div className="max-w-xl py-12">
        <h1 className="text-4xl">Your worksheet</h1>
        {bearer.success && link ? (
          <>
            <File token={bearer.data.token} link={link} />
            <section aria-labelledby="erase" className="mt-12 border-t border-rule pt-6">
              <h2 id="erase" className="text-xl">
                Have your request erased
              </h2>
              <p className="mt-2 text-muted">
                All that was asked for with your address goes at once, and this link with it. It cannot be undone.
              </p>
              <EraseForm token={bearer.data.token} />
            </section>
          </>
        ) : (
          <div className="mt-6">
            <Notice tone="bad" title="This link opens nothing">
              <p className="mt-1">It may have been cut in two by a mail program, or its request was erased.</p>
              <Link href="/worksheet" className={`mt-3 ${buttonClass('quiet')}`}>
                Ask for the worksheet
              </Link>
            </Notice>
          </div>
        )}
      </div>
    </PublicFrame>
  );
}

function File({ token, link }: { token: string; link: LinkState }) {
  if (link.state !== 'open') {
    return (
      <div className="mt-6">
        <Notice tone="warn" title="This link has ended">
          <p className="mt-1">{ended[link.state]}</p>
          <Link href="/worksheet" className={`mt-3 ${buttonClass('quiet')}`}>
            Ask for another
          </Link>
        </Notice>
      </div>
    );
  }
  return (
    <>
      <p className="mt-3 text-lg text-muted">
        An Excel file (.xlsx), without macros. The link works until {formatDate(link.until.toISOString().slice(0, 10))},{' '}
        {link.downloadsLeft === 1 ? 'once more' : `${link.downloadsLeft} more times`}.
      </p>
      <form action="/worksheet/file" method="post" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <Button type="submit">Download the worksheet</Button>
      </form>
    </>
  );
}
