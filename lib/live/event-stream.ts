import type { Listening } from '@/lib/live/hub';
import { describeError, log } from '@/lib/server/logging';

/** Messages that a browser may leave unread before its stream is closed: it comes back and catches up. */
const mostUnread = 500;

const encoder = new TextEncoder();

/** One open line to a browser, in the form of server-sent events. */
export abstract class EventStream {
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  #unsubscribe: () => void = () => undefined;
  #open = true;

  constructor(controller: ReadableStreamDefaultController<Uint8Array>) {
    this.#controller = controller;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#unsubscribe();
    try {
      this.#controller.close();
    } catch {
      // The browser has closed it first.
    }
  }

  /** What every stream is woken for, whatever it is about. */
  protected listening(userId: string, recheck: () => Promise<void>): Listening {
    return {
      userId,
      recheck: () => this.attempt(recheck()),
      beat: () => this.#write(': still here\n\n'),
      end: () => this.close(),
    };
  }

  protected subscribed(unsubscribe: () => void): void {
    this.#unsubscribe = unsubscribe;
  }

  /** Does something that a broken stream does not survive. */
  protected attempt(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (this.#open) log.error({ err: describeError(error) }, 'an event stream broke');
      this.close();
    });
  }

  protected send(event: string, data: unknown, id?: number): void {
    const named = id === undefined ? '' : `id: ${id}\n`;
    this.#write(`${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** The page must be loaded again: rights or session are no longer what it was made with. */
  protected endForGood(): void {
    this.send('ended', {});
    this.close();
  }

  #write(text: string): void {
    if (!this.#open) return;
    this.#controller.enqueue(encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -mostUnread) this.close();
  }
}

/** The body of an answer that goes on for as long as the browser listens. */
export function bodyOf(
  open: (controller: ReadableStreamDefaultController<Uint8Array>) => EventStream,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let stream: EventStream;
  return new ReadableStream({
    start(controller) {
      stream = open(controller);
      // Whoever left while they were being let in has left already, and is not announced again.
      if (signal.aborted) return stream.close();
      signal.addEventListener('abort', () => stream.close(), { once: true });
    },
    cancel: () => stream.close(),
  });
}
