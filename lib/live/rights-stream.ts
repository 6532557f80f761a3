import 'server-only';
import { asSystem } from '@/db/doors';
import { bodyOf, EventStream } from '@/lib/live/event-stream';
import { hub } from '@/lib/live/hub';
import { rightsSince, type SignedInPerson } from '@/lib/sign-in/sessions';

type Watcher = Pick<SignedInPerson, 'userId' | 'sessionId'>;

/**
 * Server-sent events for a page that is about no single engagement, such as the portfolio: `ready`, and `ended` once
 * the person has been let in somewhere or taken out since the page was made, or their session is over (load it again).
 * `since` is when their rights had last changed when it was made; see `rightsSince`.
 */
export function rightsStream(
  person: Watcher,
  { since, signal }: { since: number | null; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  return bodyOf((controller) => new RightsStream(person, controller, since), signal);
}

class RightsStream extends EventStream {
  readonly #sessionId: string;
  #since: number | null;

  constructor(
    { userId, sessionId }: Watcher,
    controller: ReadableStreamDefaultController<Uint8Array>,
    since: number | null,
  ) {
    super(controller);
    this.#sessionId = sessionId;
    this.#since = since;
    this.subscribed(hub().watch(this.listening(userId, () => this.#recheck())));
    this.attempt(this.#recheck().then(() => this.send('ready', {})));
  }

  async #recheck(): Promise<void> {
    const now = await asSystem((tx) => rightsSince(tx, this.#sessionId));
    this.#since ??= now;
    if (now === null || now !== this.#since) this.endForGood();
  }
}
