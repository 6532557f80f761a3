import 'server-only';
import { asActor, asSystem } from '@/db/doors';
import { type Member, mayInEngagement } from '@/lib/access/permissions';
import { membershipOf } from '@/lib/engagements/membership';
import { bodyOf, EventStream } from '@/lib/live/event-stream';
import { hub } from '@/lib/live/hub';
import { eventsAfter, eventsSince, latestEventNumber } from '@/lib/live/queries';
import { type SignedInPerson, sessionStands } from '@/lib/sign-in/sessions';

/** How much is read from the trail at once; whoever has missed more than the second is told to look at everything. */
const batch = 200;
const mostMissed = 1_000;

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
  return bodyOf((controller) => new EngagementStream(person, member, engagementId, controller, after), signal);
}

class EngagementStream extends EventStream {
  readonly #person: Watcher;
  readonly #member: Member;
  readonly #engagementId: string;
  #seen = 0;
  #looking = true;
  #lookAgain = false;

  constructor(
    person: Watcher,
    member: Member,
    engagementId: string,
    controller: ReadableStreamDefaultController<Uint8Array>,
    after: number | null,
  ) {
    super(controller);
    this.#person = person;
    this.#member = member;
    this.#engagementId = engagementId;
    this.subscribed(
      hub().subscribe({
        ...this.listening(person.userId, () => this.#recheck()),
        engagementId,
        seesThreshold: mayInEngagement(member, 'threshold.read'),
        look: () => this.attempt(this.#look()),
        tell: (present) =>
          this.send(
            'presence',
            present.filter(({ by }) => by !== person.userId),
          ),
      }),
    );
    this.attempt(this.#begin(after));
  }

  async #begin(after: number | null): Promise<void> {
    // Rights may have changed after the page asked and before anybody would have told this stream.
    await this.#recheck();
    const { newest, missed } = await asActor(this.#person, async (tx) => ({
      newest: await latestEventNumber(tx, this.#engagementId),
      missed: after === null ? 0 : await eventsAfter(tx, this.#engagementId, after),
    }));
    const caughtUp = after === null || missed > mostMissed;
    this.#seen = caughtUp ? newest : after;
    this.send(caughtUp && after !== null ? 'reset' : 'ready', {}, this.#seen);
    this.#looking = false;
    await this.#look();
  }

  /** Sends everything new that the person may see. A call that comes meanwhile makes it look once more. */
  async #look(): Promise<void> {
    this.#lookAgain = true;
    if (this.#looking) return;
    this.#looking = true;
    while (this.#lookAgain && this.isOpen) {
      this.#lookAgain = false;
      const events = await asActor(this.#person, (tx) => eventsSince(tx, this.#engagementId, this.#seen, batch));
      for (const event of events) {
        this.#seen = event.number;
        this.send('activity', event, event.number);
      }
      if (events.length === batch) this.#lookAgain = true;
    }
    this.#looking = false;
  }

  async #recheck(): Promise<void> {
    const stands = await asSystem((tx) => sessionStands(tx, this.#person.sessionId));
    const now = stands && (await asActor(this.#person, (tx) => membershipOf(tx, this.#person, this.#engagementId)));
    if (now && now.role === this.#member.role && now.negotiator === this.#member.negotiator) return;
    this.endForGood();
  }
}
