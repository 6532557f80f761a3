import 'server-only';
import { asActor, asSystem } from '@/db/doors';
import { type Member, mayInEngagement } from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { hub } from '@/lib/live/hub';
import { eventsSince, latestEventNumber } from '@/lib/live/queries';
import { describeError, log } from '@/lib/server/logging';
import { type SignedInPerson, sessionStands } from '@/lib/sign-in/sessions';

/** How much is read from the trail at once; whoever has missed more than the second is told to look at everything. */
const batch = 200;
const mostMissed = 1_000;
/** Messages that a browser may leave unread before its stream is closed: it comes back and catches up. */
const mostUnread = 500;

const encoder = new TextEncoder();

type Watcher = Pick<SignedInPerson, 'userId' | 'sessionId'>;

/**
 * Server-sent events about one engagement, for somebody whose membership has just been checked: `ready`, then
 * `activity` (a LiveEvent each), `presence` (where everybody else is), `reset` (too much was missed), and `ended`
 * (rights or session have changed: load the page again). What may be seen is asked of the database, as that person,
 * each time. `after` is the number of the last event seen.
 */
export function engagementStream(
  person: Watcher,
  member: Member,
  engagementId: string,
  { after, signal }: { after: number | null; signal: AbortSignal },
): ReadableStream<Uint8Array> {
  let stream: EngagementStream;
  return new ReadableStream({
    start(controller) {
      stream = new EngagementStream(person, member, engagementId, controller);
      signal.addEventListener('abort', () => stream.close(), { once: true });
      stream.begin(after);
    },
    cancel: () => stream.close(),
  });
}

class EngagementStream {
  readonly #person: Watcher;
  readonly #member: Member;
  readonly #engagementId: string;
  readonly #controller: ReadableStreamDefaultController<Uint8Array>;
  readonly #unsubscribe: () => void;
  #open = true;
  #seen = 0;
  #looking = true;
  #lookAgain = false;

  constructor(
    person: Watcher,
    member: Member,
    engagementId: string,
    controller: ReadableStreamDefaultController<Uint8Array>,
  ) {
    this.#person = person;
    this.#member = member;
    this.#engagementId = engagementId;
    this.#controller = controller;
    this.#unsubscribe = hub().subscribe({
      engagementId,
      userId: person.userId,
      seesThreshold: mayInEngagement(member, 'threshold.read'),
      look: () => this.#attempt(this.#look()),
      recheck: () => this.#attempt(this.#recheck()),
      tell: (present) =>
        this.#send(
          'presence',
          present.filter(({ by }) => by !== person.userId),
        ),
      beat: () => this.#write(': still here\n\n'),
      end: () => this.close(),
    });
  }

  begin(after: number | null): void {
    this.#attempt(this.#begin(after));
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

  async #begin(after: number | null): Promise<void> {
    const newest = await asActor(this.#person, (tx) => latestEventNumber(tx, this.#engagementId));
    const caughtUp = after === null || newest - after > mostMissed;
    this.#seen = caughtUp ? newest : after;
    this.#send(caughtUp && after !== null ? 'reset' : 'ready', {}, this.#seen);
    this.#looking = false;
    await this.#look();
  }

  /** Sends everything new that the person may see. A call that comes meanwhile makes it look once more. */
  async #look(): Promise<void> {
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    while (this.#lookAgain && this.#open) {
      this.#lookAgain = false;
      const events = await asActor(this.#person, (tx) => eventsSince(tx, this.#engagementId, this.#seen, batch));
      for (const event of events) {
        this.#seen = event.number;
        this.#send('activity', event, event.number);
      }
      if (events.length === batch) this.#lookAgain = true;
    }
    this.#looking = false;
  }

  async #recheck(): Promise<void> {
    const stands = await asSystem((tx) => sessionStands(tx, this.#person.sessionId));
    const now = stands && (await asActor(this.#person, (tx) => membershipOf(tx, this.#person, this.#engagementId)));
    if (now && now.role === this.#member.role && now.negotiator === this.#member.negotiator) return;
    this.#send('ended', {});
    this.close();
  }

  #attempt(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (this.#open) log.error({ err: describeError(error) }, 'an event stream broke');
      this.close();
    });
  }

  #send(event: string, data: unknown, id?: number): void {
    const named = id === undefined ? '' : `id: ${id}\n`;
    this.#write(`${named}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #write(text: string): void {
    if (!this.#open) return;
    this.#controller.enqueue(encoder.encode(text));
    if ((this.#controller.desiredSize ?? 0) < -mostUnread) this.close();
  }
}
