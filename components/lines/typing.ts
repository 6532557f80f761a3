'use client';

import { useSyncExternalStore } from 'react';
import type { Underhand } from '@/lib/lines/live';

/**
 * What is being typed at this moment. It changes with every keystroke, so it lives beside React: only what shows
 * live figures listens to it.
 */
export type Typing = {
  readonly set: (underhand: Underhand | null) => void;
  readonly get: () => Underhand | null;
  readonly subscribe: (listener: () => void) => () => void;
};

export function createTyping(): Typing {
  let current: Underhand | null = null;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (underhand) => {
      if (current === underhand) return;
      current = underhand;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useTyping(typing: Typing): Underhand | null {
  return useSyncExternalStore(typing.subscribe, typing.get, () => null);
}
