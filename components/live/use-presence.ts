'use client';

import { useEffect, useRef, useState } from 'react';
import { useEngagementEvents, useLiveScope } from '@/components/live/use-engagement-events';
import type { Presence } from '@/lib/live/events';

/** How often a place is said again, so that it stays: it is forgotten after ten seconds. */
const sayAgainEvery = 4_000;
/** Moves within this time are said as one. */
const settleFor = 300;

/**
 * Who else is at which row or cell, and a way to say where oneself is: `moveTo('line:<id>:likely')`, or null for
 * nowhere (see `placeSchema`). Ids of people; the page knows their names. Nothing is stored, and a place is forgotten
 * ten seconds after it was last said.
 */
export function usePresence(): { others: readonly Presence[]; moveTo: (place: string | null) => void } {
  const { engagementId } = useLiveScope();
  const [others, setOthers] = useState<readonly Presence[]>([]);
  const reporter = useRef<Reporter | null>(null);
  useEngagementEvents({ onPresence: setOthers });
  useEffect(() => {
    const own = new Reporter(engagementId);
    reporter.current = own;
    const leave = () => own.moveTo(null, { now: true });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
      reporter.current = null;
    };
  }, [engagementId]);
  return { others, moveTo: (place) => reporter.current?.moveTo(place) };
}

/** Says where one is: soon after moving, again while one stays and looks, and that one has left. */
class Reporter {
  readonly #engagementId: string;
  #place: string | null = null;
  #said: string | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #again: ReturnType<typeof setInterval> | undefined;

  constructor(engagementId: string) {
    this.#engagementId = engagementId;
  }

  moveTo(place: string | null, { now = false } = {}): void {
    this.#place = place;
    clearTimeout(this.#settling);
    if (now) this.#settle();
    else this.#settling = setTimeout(() => this.#settle(), settleFor);
  }

  #settle(): void {
    clearInterval(this.#again);
    if (this.#place !== this.#said) this.#say();
    if (this.#place === null) return;
    this.#again = setInterval(() => document.visibilityState === 'visible' && this.#say(), sayAgainEvery);
  }

  #say(): void {
    this.#said = this.#place;
    // Somebody who cannot be reached is not there: nothing to be done about it.
    fetch('/api/presence', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ engagementId: this.#engagementId, place: this.#place }),
      keepalive: true,
    }).catch(() => undefined);
  }
}
