'use client';

import { useEffect, useEffectEvent, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { noteLook } from '@/lib/looks/actions';
import type { MovedView } from '@/lib/looks/view';

/** What has moved since the reader last took note. A first look is noted by itself. */
export function Moved({ view, engagementId }: { view: MovedView | null; engagementId: string }) {
  const [pending, startTransition] = useTransition();
  const first = view === null;
  const note = useEffectEvent(() => void noteLook({ engagementId }));
  useEffect(() => {
    if (first) note();
  }, [first]);
  if (!view || view.moved.length === 0) return null;
  return (
    <section aria-labelledby="moved" className="mt-8 max-w-3xl border-l-4 border-accent pl-4 print:hidden">
      <h2 id="moved" className="text-xl">
        What moved since you last looked
      </h2>
      <p className="text-sm text-muted">
        <Instant at={view.since} />
      </p>
      <ul className="mt-2 space-y-1">
        {view.moved.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Button
        look="quiet"
        className="mt-3"
        disabled={pending}
        onClick={() =>
          startTransition(async () => {
            await noteLook({ engagementId });
          })
        }
      >
        Noted
      </Button>
    </section>
  );
}
