'use client';

import { createContext, use, useEffect, useEffectEvent } from 'react';
import { type Listener, listenTo } from './connection';

/** Which engagement a page is about, and the newest entry of its trail when the page was made. */
export type LiveScope = { readonly engagementId: string; readonly seen: number; readonly me: string };

export const LiveContext = createContext<LiveScope | null>(null);

/** The scope that the engagement's layout has set. */
export function useLiveScope(): LiveScope {
  const scope = use(LiveContext);
  if (!scope) throw new Error('This is not inside an engagement');
  return scope;
}

/**
 * Calls back when something happens in the engagement the page is about, by whomever, oneself included. Events say
 * what has changed and never to what: ask for it, or let `LiveEngagement` refresh the page.
 */
export function useEngagementEvents(listener: Listener): void {
  const { engagementId, seen } = useLiveScope();
  const onEvents = useEffectEvent((...events: Parameters<NonNullable<Listener['onEvents']>>) =>
    listener.onEvents?.(...events),
  );
  const onReset = useEffectEvent(() => listener.onReset?.());
  const onPresence = useEffectEvent((...present: Parameters<NonNullable<Listener['onPresence']>>) =>
    listener.onPresence?.(...present),
  );
  // The first page's number: later ones are not older than what the connection has seen.
  const firstSeen = useEffectEvent(() => seen);
  useEffect(
    () =>
      listenTo(engagementId, firstSeen(), {
        onEvents: (events) => onEvents(events),
        onReset: () => onReset(),
        onPresence: (present) => onPresence(present),
      }),
    [engagementId],
  );
}
