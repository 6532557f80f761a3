import Link from 'next/link';
import { Wordmark } from '@/components/ui/wordmark';
import { requireActor } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';

export default async function PortalLayout({ children }: LayoutProps<'/'>) {
  const actor = await requireActor();
  return (
    <div className="mx-auto max-w-7xl px-4 pb-24 sm:px-8">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:z-50 focus:rounded focus:bg-surface focus:px-3 focus:py-2"
      >
        To the content
      </a>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-5 print:hidden">
        <Link href="/engagements" aria-label="Walk Position: your engagements">
          <Wordmark />
        </Link>
        <div className="flex items-center gap-4 text-sm">
          {environment().demo && (
            <Link href="/mailbox" className="text-muted underline underline-offset-4">
              Mailbox
            </Link>
          )}
          <span>
            {actor.name}
            {actor.title && <span className="hidden text-muted sm:inline"> · {actor.title}</span>}
          </span>
          <form action="/sign-out" method="post">
            <button type="submit" className="text-muted underline underline-offset-4 hover:text-ink">
              Sign out
            </button>
          </form>
        </div>
      </header>
      <main id="main">{children}</main>
    </div>
  );
}
