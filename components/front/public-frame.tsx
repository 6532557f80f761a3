import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Wordmark } from '@/components/ui/wordmark';

const linkClass = 'inline-flex min-h-11 items-center underline underline-offset-4';

/** What stands around every page that anybody may read. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto max-w-7xl px-4 pb-10 sm:px-8">
      <header className="flex items-center justify-between gap-4 pt-4">
        <Link
          href="/"
          prefetch={false}
          aria-label="Walk Position: to the front page"
          className="inline-flex min-h-11 items-center"
        >
          <Wordmark />
        </Link>
        <Link href="/sign-in" prefetch={false} className={buttonClass('quiet')}>
          Sign in
        </Link>
      </header>
      <main>{children}</main>
      <footer className="mt-16 flex flex-wrap gap-x-6 border-t border-rule pt-4 text-sm text-muted print:hidden">
        <Link href="/worksheet" prefetch={false} className={linkClass}>
          Ask for the worksheet
        </Link>
        <Link href="/privacy" prefetch={false} className={linkClass}>
          Privacy
        </Link>
      </footer>
    </div>
  );
}
