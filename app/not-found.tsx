import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { PageMessage } from '@/components/ui/page-message';
import { Wordmark } from '@/components/ui/wordmark';

export default function NotFound() {
  return (
    <div className="mx-auto max-w-5xl px-5 py-8 sm:px-8">
      <Link href="/" className="inline-flex min-h-11 items-center">
        <Wordmark />
      </Link>
      <main>
        <PageMessage
          title="There is nothing here"
          action={
            <Link href="/" className={buttonClass('quiet')}>
              To the front page
            </Link>
          }
        >
          The address may be mistyped, or what it leads to is not yours to see.
        </PageMessage>
      </main>
    </div>
  );
}
