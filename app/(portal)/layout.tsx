import Link from 'next/link';
import { PaletteButton } from '@/components/palette/palette-button';
import { Wordmark } from '@/components/ui/wordmark';
import { mayInPortal } from '@/lib/access/permissions';
import { requireActor } from '@/lib/server/actor';
import { environment } from '@/lib/server/environment';

const linkClass = 'inline-flex min-h-11 items-center text-muted underline-offset-4 hover:text-ink hover:underline';

export default async function PortalLayout({ children }: LayoutProps<'/'>) {
  const actor = await requireActor();
  return (
    <div className="mx-auto max-w-7xl px-4 pb-24 sm:px-8 print:max-w-none print:p-0">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:z-50 focus:rounded focus:bg-surface focus:px-3 focus:py-2"
      >
        To the content
      </a>
      <header className="flex items-center justify-between gap-x-4 pt-2 sm:pt-4 print:hidden">
        <Link
          prefetch={false}
          href="/today"
          aria-label="Walk Position: what is due today"
          className="inline-flex min-h-11 items-center"
        >
          <Wordmark shrinks />
        </Link>
        <div className="flex min-w-0 items-center gap-x-4 text-sm sm:gap-x-6">
          <PaletteButton />
          <Link prefetch={false} href="/today" className={`${linkClass} max-sm:hidden`}>
            Today
          </Link>
          <Link prefetch={false} href="/engagements" className={`${linkClass} max-sm:hidden`}>
            Engagements
          </Link>
          {environment().demo && (
            <Link prefetch={false} href="/mailbox" className={linkClass}>
              Mailbox
            </Link>
          )}
          {mayInPortal(actor, 'requests.triage') && (
            <Link href="/requests" className={linkClass}>
              Requests
            </Link>
          )}
          {mayInPortal(actor, 'people.change') && (
            <Link prefetch={false} href="/administration" className={linkClass}>
              Administration
            </Link>
          )}
          <Link prefetch={false} href="/account" className={`${linkClass} min-w-0`}>
            <span className="truncate">
              {actor.name}
              {actor.title && <span className="hidden lg:inline"> · {actor.title}</span>}
            </span>
          </Link>
          <form action="/sign-out" method="post">
            <button type="submit" className={`${linkClass} whitespace-nowrap`}>
              Sign out
            </button>
          </form>
        </div>
      </header>
      <main id="main">{children}</main>
    </div>
  );
}
