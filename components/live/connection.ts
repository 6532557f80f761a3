'use client';

import { loadAgain } from '@/components/live/load-again';
import { statusOf } from '@/components/live/status';
import type { LiveEvent, Presence } from '@/lib/live/events';

/** What a part of a page wants to hear of. */
export type Listener = {
  /** In order, a few at a time: what happens within a moment comes together. */
  readonly onEvents?: (events: readonly LiveEvent[]) => void;
  /** Too much was missed to be told one by one: look at everything again. */
  readonly onReset?: () => void;
  readonly onPresence?: (present: readonly Presence[]) => void;
};

const together = 60;
const firstWait = 1_000;
const longestWait = 30_000;
/** A browser has six connections to a site without HTTP/2: a window that nobody looks at gives its own back. */
const hiddenFor = 20_000;

/**
 * One event stream for each engagement a window shows, shared by everything on the page that listens. It closes
 * while the window is hidden, comes back by itself after a break, longer each time, and misses nothing in between.
 */
class Connection {
  readonly #engagementId: string;
  readonly #listeners = new Set<Listener>();
  #seen: number;
  #source: EventSource | null = null;
  #present: readonly Presence[] = [];
  #unsaid: LiveEvent[] = [];
  #wait = firstWait;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(engagementId: string, seen: number) {
    this.#engagementId = engagementId;
    this.#seen = seen;
  }

  listen(listener: Listener): () => void {
    if (this.#listeners.size === 0) this.#start();
    this.#listeners.add(listener);
    if (this.#present.length > 0) listener.onPresence?.(this.#present);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  }

  #start(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('online', this.#reopen);
    this.#onVisibility();
  }

  #stop(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('online', this.#reopen);
    connections.delete(this.#engagementId);
    this.#close();
  }

  readonly #onVisibility = (): void => {
    clearTimeout(this.#timer);
    if (document.visibilityState === 'visible') this.#open();
    else this.#timer = setTimeout(() => this.#close(), hiddenFor);
  };

  readonly #reopen = (): void => {
    this.#close();
    this.#wait = firstWait;
    this.#onVisibility();
  };

  #open(): void {
    if (this.#source) return;
    const source = new EventSource(`/api/events/${this.#engagementId}?after=${this.#seen}`);
    this.#source = source;
    source.addEventListener('ready', () => {
      this.#wait = firstWait;
    });
    source.addEventListener('activity', (message) => {
      const event = JSON.parse(message.data) as LiveEvent;
      this.#seen = event.number;
      this.#unsaid.push(event);
      if (this.#unsaid.length === 1) setTimeout(() => this.#say(), together);
    });
    source.addEventListener('reset', (message) => {
      this.#seen = Number(message.lastEventId);
      for (const { onReset } of this.#listeners) onReset?.();
    });
    source.addEventListener('presence', (message) => this.#setPresent(JSON.parse(message.data) as Presence[]));
    source.addEventListener('ended', () => {
      this.#close();
      // A page made anew now would be made for rights that are over.
      this.#unsaid = [];
      this.#loadAgain();
    });
    source.addEventListener('error', () => void this.#recover(source));
  }

  #say(): void {
    const events = this.#unsaid.splice(0);
    for (const { onEvents } of this.#listeners) onEvents?.(events);
  }

  #loadAgain(): void {
    loadAgain(`/engagements/${this.#engagementId}`);
  }

  #setPresent(present: readonly Presence[]): void {
    this.#present = present;
    for (const { onPresence } of this.#listeners) onPresence?.(present);
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    if (this.#present.length > 0) this.#setPresent([]);
  }

  /** A break in the line, or a refusal? */
  async #recover(source: EventSource): Promise<void> {
    if (source !== this.#source) return;
    this.#close();
    const status = await statusOf(`/api/events/${this.#engagementId}`);
    if (this.#source || this.#listeners.size === 0) return;
    if (status === 401 || status === 404) return this.#loadAgain();
    this.#timer = setTimeout(this.#onVisibility, this.#wait * (0.5 + Math.random() / 2));
    this.#wait = Math.min(longestWait, this.#wait * 2);
  }
}

const connections = new Map<string, Connection>();

/** Listens to what happens in an engagement after entry `seen` of its trail, until the returned function is called. */
export function listenTo(engagementId: string, seen: number, listener: Listener): () => void {
  let connection = connections.get(engagementId);
  if (!connection) {
    connection = new Connection(engagementId, seen);
    connections.set(engagementId, connection);
  }
  return connection.listen(listener);
}
