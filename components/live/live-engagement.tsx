'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';
import { LiveContext, type LiveScope, useEngagementEvents } from './use-engagement-events';

/** Kinds of change, by the beginning of their names, that a part of the page shows by itself. */
const keptFresh = new Set<readonly string[]>();

/**
 * For a part of a page that shows changes of these kinds by itself, such as a grid: `useKeepsFresh(['line.'])`. Other
 * kinds still refresh the page around it.
 */
export function useKeepsFresh(kinds: readonly string[]): void {
  useEffect(() => {
    keptFresh.add(kinds);
    return () => {
      keptFresh.delete(kinds);
    };
  }, [kinds]);
}

/** Around an engagement's pages: they are made again when something happens that they may show. */
export function LiveEngagement({ scope, children }: { scope: LiveScope; children: ReactNode }) {
  return (
    <LiveContext value={scope}>
      <Refresh />
      {children}
    </LiveContext>
  );
}

/** Events that come while a refresh is under way make for one more, not for one each. */
function Refresh() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const due = useRef(false);
  const refresh = () => {
    due.current = true;
    if (!pending) run();
  };
  const run = () => {
    due.current = false;
    startTransition(() => router.refresh());
  };
  useEffect(() => {
    if (!pending && due.current) run();
  });
  useEngagementEvents({
    onEvents: (events) => {
      const kinds = [...keptFresh].flat();
      if (events.some(({ kind }) => !kinds.some((beginning) => kind.startsWith(beginning)))) refresh();
    },
    onReset: refresh,
  });
  return null;
}
