'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Room } from '@/lib/engagements/rooms';

/**
 * The way from room to room. Links here and around fetch nothing ahead: every page is made for its reader when they
 * come, and a page in the portal has a dozen of them.
 */
export function RoomNav({ engagementId, rooms }: { engagementId: string; rooms: readonly Room[] }) {
  const pathname = usePathname();
  const base = `/engagements/${engagementId}` as const;
  const nav = useRef<HTMLElement>(null);
  // On a phone the rooms run past the edge: the one you are in is brought into view.
  useEffect(() => {
    nav.current
      ?.querySelector(`[href="${pathname}"], [aria-current]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: 'instant' });
  }, [pathname]);
  return (
    <nav
      ref={nav}
      aria-label="Rooms"
      className="-mx-4 mt-3 mb-6 flex overflow-x-auto border-b border-rule px-1 pr-8 [scrollbar-width:none] max-sm:[mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] sm:mx-0 sm:mb-8 sm:px-0 print:hidden"
    >
      {rooms.map((room) => {
        const path = `${base}${room.path}`;
        const current = pathname === path || (room.path !== '' && pathname.startsWith(`${path}/`));
        return (
          <Link
            prefetch={false}
            key={room.path}
            href={`${base}${room.path}`}
            aria-current={current ? 'page' : undefined}
            className={`-mb-px whitespace-nowrap border-b-2 px-3 py-3 text-sm font-medium ${current ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink'}`}
          >
            {room.name}
          </Link>
        );
      })}
    </nav>
  );
}
