'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const rooms = [
  { path: '', name: 'The line' },
  { path: '/offer', name: 'Offer' },
  { path: '/alternative', name: 'Alternative' },
  { path: '/plan', name: 'Plan' },
] as const;

export function RoomNav({ engagementId }: { engagementId: string }) {
  const pathname = usePathname();
  const base = `/engagements/${engagementId}` as const;
  return (
    <nav aria-label="Rooms" className="mt-4 mb-8 flex gap-1 overflow-x-auto border-b border-rule print:hidden">
      {rooms.map((room) => {
        const current = pathname === `${base}${room.path}`;
        return (
          <Link
            key={room.path}
            href={`${base}${room.path}`}
            aria-current={current ? 'page' : undefined}
            className={`-mb-px whitespace-nowrap border-b-2 px-3 py-3 text-sm font-medium ${current ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink'}`}
          >
            {room.name}
          </Link>
        );
      })}
      <a
        href={`${base}/export`}
        download
        className="ml-auto whitespace-nowrap px-3 py-3 text-sm text-muted underline-offset-4 hover:text-ink hover:underline"
      >
        Model file
      </a>
    </nav>
  );
}
