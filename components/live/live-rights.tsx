'use client';

import { useEffect } from 'react';
import { loadAgain } from '@/components/live/load-again';
import { statusOf } from '@/components/live/status';

/**
 * On a page of no single engagement: loads it again once the person's rights, which had last changed at `since`
 * when it was made, are others, or their session is over. Closed while the window is hidden.
 */
export function LiveRights({ since }: { readonly since: number }) {
  useEffect(() => {
    let source: EventSource | null = null;
    const listen = () => {
      if (document.visibilityState === 'hidden') {
        source?.close();
        source = null;
        return;
      }
      if (source && source.readyState !== EventSource.CLOSED) return;
      const opened = new EventSource(`/api/events?since=${since}`);
      source = opened;
      opened.addEventListener('ended', () => {
        opened.close();
        loadAgain(window.location.pathname);
      });
      opened.addEventListener('error', async () => {
        // A refusal, which EventSource does not try again; a break in the line it mends by itself.
        if (opened.readyState !== EventSource.CLOSED) return;
        if ((await statusOf('/api/events')) === 401) loadAgain(window.location.pathname);
      });
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      source?.close();
    };
  }, [since]);
  return null;
}
